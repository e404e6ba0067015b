package org.stillpoint.store;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.stillpoint.acquisition.Clock;

/**
 * All that a station keeps, opened with the key in its key file: people, sessions, recordings, settings, audit.
 *
 * <p>Opened for writing it is the folder's one writer, and what an earlier writer left unfinished is recovered at once.
 * Opened for reading it works beside a running station. Any thread.
 */
public final class SealedStore implements AutoCloseable {

    private final Database database;
    private final Clock clock;
    private final SealingKey stationKey;
    private final Audit audit;
    private final Patients patients = new Patients(this);
    private final Sessions sessions = new Sessions(this);
    private final Recordings recordings = new Recordings(this);
    private final Findings findings = new Findings(this);
    private final Settings settings;
    private final Set<String> recording = ConcurrentHashMap.newKeySet();
    private List<String> recovered = List.of();

    private SealedStore(Database database, Clock clock) throws StoreException {
        this.database = database;
        this.clock = clock;
        this.stationKey = StationKey.of(database);
        this.audit = new Audit(database, stationKey, clock);
        this.settings = new Settings(database);
    }

    /** Opens for writing; makes what is not there yet. @throws StoreException with a sentence for the therapist */
    public static SealedStore open(DataFolder folder, Clock clock) throws StoreException {
        Database database = Database.open(folder);
        try {
            SealedStore store = new SealedStore(database, clock);
            store.recovered = store.sessions.recover();
            return store;
        } catch (StoreException refused) {
            database.close();
            throw refused;
        }
    }

    /** Opens for reading. @throws StoreException also when nothing was ever stored there */
    public static SealedStore openForReading(DataFolder folder, Clock clock) throws StoreException {
        Database database = Database.openForReading(folder);
        try {
            return new SealedStore(database, clock);
        } catch (StoreException refused) {
            database.close();
            throw refused;
        }
    }

    /** Ids of the sessions that were recovered when this was opened. */
    public List<String> recovered() {
        return recovered;
    }

    public Patients patients() {
        return patients;
    }

    public Sessions sessions() {
        return sessions;
    }

    public Recordings recordings() {
        return recordings;
    }

    public Findings findings() {
        return findings;
    }

    public Settings settings() {
        return settings;
    }

    public Audit audit() {
        return audit;
    }

    public Database database() {
        return database;
    }

    Clock clock() {
        return clock;
    }

    SealingKey stationKey() {
        return stationKey;
    }

    /** Sessions that a recorder of this store is writing now. */
    Set<String> recording() {
        return recording;
    }

    @Override
    public void close() throws StoreException {
        database.close();
    }
}
