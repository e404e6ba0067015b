package org.stillpoint.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stillpoint.care.MeasureResult;
import org.stillpoint.care.Patient;
import org.stillpoint.care.SessionResult;

/** The catalogue of recorded sessions. Any thread. */
public final class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final int ENDED = 1;
    private static final int FOUND = 2;

    /** What is sealed of a session's end. */
    record End(long endedAtMillis, long acknowledgedTicksLost) {}

    /** An opened session row. */
    record Row(long number, String id, String patientId, SealingKey key, SessionHeader header) {}

    private final SealedStore store;

    Sessions(SealedStore store) {
        this.store = store;
    }

    /** All that can be read, oldest first; one that cannot be is told to the log by its id. */
    public List<StoredSession> all() throws StoreException {
        boolean otherWriter = !store.database().writes() && store.database().hasLiveWriter();
        Map<String, Patient> patients =
                store.patients().all().stream().collect(Collectors.toMap(Patient::id, patient -> patient));
        return store.database().read(open -> {
            Map<String, SealingKey> keys = new HashMap<>();
            List<StoredSession> sessions = new ArrayList<>();
            try (PreparedStatement select = open.prepareStatement("SELECT id FROM session ORDER BY number");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    try {
                        Row session = row(open, row.getString(1), keys);
                        sessions.add(stored(open, session, patients.get(session.patientId()), otherWriter));
                    } catch (StoreException damaged) {
                        LOG.warn("Session {} cannot be read: {}", row.getString(1), damaged.getMessage());
                    }
                }
            }
            return sessions;
        });
    }

    /** Codes of the persons who have a session here. */
    public Set<String> patientCodes() throws StoreException {
        Set<String> withSession = store.database().read(open -> {
            Set<String> ids = new HashSet<>();
            try (PreparedStatement select = open.prepareStatement("SELECT DISTINCT patient FROM session");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getString(1));
                }
            }
            return ids;
        });
        return store.patients().all().stream()
                .filter(patient -> withSession.contains(patient.id()))
                .map(Patient::code)
                .collect(Collectors.toSet());
    }

    /** One session. @throws StoreException when there is none with this id, or it cannot be read */
    public StoredSession get(String id) throws StoreException {
        boolean otherWriter = !store.database().writes() && store.database().hasLiveWriter();
        List<Patient> patients = store.patients().all();
        return store.database().read(open -> {
            Row session = row(open, id, new HashMap<>());
            Patient patient = patients.stream()
                    .filter(one -> one.id().equals(session.patientId()))
                    .findFirst()
                    .orElseThrow();
            return stored(open, session, patient, otherWriter);
        });
    }

    Row row(Connection open, String id, Map<String, SealingKey> patientKeys) throws SQLException, StoreException {
        try (PreparedStatement select =
                open.prepareStatement("SELECT number, patient, wrapped_key, sealed FROM session WHERE id = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new StoreException("There is no session " + printable(id)
                            + " in this data folder: see the ids with `stillpoint sessions list`.");
                }
                String patient = row.getString(2);
                SealingKey patientKey = patientKeys.get(patient);
                if (patientKey == null) {
                    patientKey = store.patients().key(open, patient);
                    patientKeys.put(patient, patientKey);
                }
                SealingKey key = patientKey.unwrap(row.getBytes(3), SessionPlaces.key(id, patient));
                SessionHeader header = SessionHeader.of(key.open(row.getBytes(4), SessionPlaces.header(id)));
                return new Row(row.getLong(1), id, patient, key, header);
            }
        }
    }

    private static String printable(String id) {
        return id.matches("[0-9a-zA-Z_-]{1,32}") ? id : "with that id";
    }

    private StoredSession stored(Connection open, Row session, Patient patient, boolean otherWriter)
            throws SQLException, StoreException {
        Optional<Tick> last = lastTick(open, session);
        long lostTicks = 0;
        boolean live = otherWriter || store.recording().contains(session.id());
        SessionState state = live ? SessionState.RECORDING : SessionState.INTERRUPTED;
        try (PreparedStatement select =
                open.prepareStatement("SELECT kind, sealed FROM session_end WHERE session = ?")) {
            select.setLong(1, session.number());
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    state = row.getInt(1) == ENDED ? SessionState.COMPLETE : SessionState.RECOVERED;
                    lostTicks = end(session.key().open(row.getBytes(2), SessionPlaces.end(session.id())))
                            .acknowledgedTicksLost();
                }
            }
        }
        List<StoredSession.DeviceTotal> totals = new ArrayList<>();
        double seconds = 0;
        boolean openGap = false;
        for (int i = 0; i < session.header().devices().size(); i++) {
            SessionHeader.Device device = session.header().devices().get(i);
            Tick.Ring ring = last.isPresent() ? last.get().rings().get(i) : null;
            totals.add(
                    ring == null
                            ? new StoredSession.DeviceTotal(device, 0, 0, Double.NaN)
                            : new StoredSession.DeviceTotal(device, ring.next(), ring.lost(), ring.fittedRateHz()));
            if (ring != null) {
                double rateHz = ring.fittedRateHz() > 0 ? ring.fittedRateHz() : device.rateHz();
                seconds = Math.max(seconds, ring.next() / rateHz);
                openGap |= ring.openGap() >= 0;
            }
        }
        if (totals.isEmpty() && last.isPresent()) {
            // no sample tells how long it was: the feedback's newest row does
            seconds = Math.max(0, last.get().rings().get(0).lastNanos() / 1e9);
        }
        int gaps = last.map(Tick::gaps).orElse(0) + (openGap ? 1 : 0);
        int markers = last.map(Tick::markers).orElse(0);
        return new StoredSession(
                session.id(), state, patient, session.header(), totals, seconds, gaps, markers, lostTicks);
    }

    private static End end(byte[] plain) throws StoreException {
        try {
            return Json.MAPPER.readValue(plain, End.class);
        } catch (IOException malformed) {
            throw new StoreException("A session's end row cannot be understood: restore a backup.", malformed);
        }
    }

    private Optional<Tick> lastTick(Connection open, Row session) throws SQLException, StoreException {
        try (PreparedStatement select =
                open.prepareStatement("SELECT seq, sealed FROM tick WHERE session = ? ORDER BY seq DESC LIMIT 1")) {
            select.setLong(1, session.number());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(Tick.of(
                                session.key().open(row.getBytes(2), SessionPlaces.tick(session.id(), row.getLong(1)))))
                        : Optional.empty();
            }
        }
    }

    void insertEnd(Connection open, long number, String id, SealingKey key, End end, SessionState state)
            throws SQLException {
        try (PreparedStatement insert =
                open.prepareStatement("INSERT INTO session_end (session, kind, sealed) VALUES (?, ?, ?)")) {
            insert.setLong(1, number);
            insert.setInt(2, state == SessionState.COMPLETE ? ENDED : FOUND);
            insert.setBytes(3, key.seal(Json.MAPPER.writeValueAsBytes(end), SessionPlaces.end(id)));
            insert.executeUpdate();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Stores the measures and the result of an ended session in place of earlier ones. */
    public void review(String id, List<MeasureResult> measures, SessionResult result) throws StoreException {
        store.database().write(open -> {
            Row session = row(open, id, new HashMap<>());
            delete(
                    open,
                    "DELETE FROM note WHERE kind IN (" + SessionNotes.MEASURE + ", " + SessionNotes.RESULT
                            + ") AND session = ?",
                    session.number());
            try (SessionNotes.Insert insert = new SessionNotes.Insert(open, session.number(), id, session.key())) {
                for (int i = 0; i < measures.size(); i++) {
                    insert.row(SessionNotes.MEASURE, i, measures.get(i));
                }
                insert.row(SessionNotes.RESULT, 0, result);
            }
            return null;
        });
    }

    /** Gives a session to another person, created when unknown: its key is wrapped anew, nothing else changes. */
    public void move(String id, String patientCode) throws StoreException {
        refuseWhileRecording(id);
        store.database().read(open -> row(open, id, new HashMap<>()));
        Patient to = store.patients().findOrCreate(patientCode);
        store.database().write(open -> {
            Row session = row(open, id, new HashMap<>());
            SealingKey toKey = store.patients().key(open, to.id());
            try (PreparedStatement update =
                    open.prepareStatement("UPDATE session SET patient = ?, wrapped_key = ? WHERE number = ?")) {
                update.setString(1, to.id());
                update.setBytes(2, toKey.wrap(session.key(), SessionPlaces.key(id, to.id())));
                update.setLong(3, session.number());
                update.executeUpdate();
            }
            store.audit().add(open, "session-moved", id + " " + to.id());
            return null;
        });
        store.database().checkpoint();
    }

    /** Deletes a session: its key is destroyed and its rows are overwritten. Works on a damaged one too. */
    public void delete(String id) throws StoreException {
        refuseWhileRecording(id);
        store.database().write(open -> {
            long number;
            try (PreparedStatement select = open.prepareStatement("SELECT number FROM session WHERE id = ?")) {
                select.setString(1, id);
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        throw new StoreException("There is no session " + printable(id)
                                + " in this data folder: see the ids with `stillpoint sessions list`.");
                    }
                    number = row.getLong(1);
                }
            }
            deleteRows(open, number, id);
            return null;
        });
        store.database().checkpoint();
        AcknowledgedMark.forget(store.database().folder(), id);
    }

    private void deleteRows(Connection open, long number, String id) throws SQLException, StoreException {
        for (String table : List.of("block", "tick", "note", "finding", "session_end")) {
            delete(open, "DELETE FROM " + table + " WHERE session = ?", number);
        }
        delete(open, "DELETE FROM session WHERE number = ?", number);
        store.audit().add(open, "session-deleted", id);
    }

    private static void delete(Connection open, String sql, long number) throws SQLException {
        try (PreparedStatement delete = open.prepareStatement(sql)) {
            delete.setLong(1, number);
            delete.executeUpdate();
        }
    }

    void deleteAllOf(Connection open, Patient patient) throws SQLException, StoreException {
        Map<Long, String> all = new HashMap<>();
        try (PreparedStatement select = open.prepareStatement("SELECT number, id FROM session WHERE patient = ?")) {
            select.setString(1, patient.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.put(row.getLong(1), row.getString(2));
                }
            }
        }
        for (Map.Entry<Long, String> session : all.entrySet()) {
            deleteRows(open, session.getKey(), session.getValue());
            AcknowledgedMark.forget(store.database().folder(), session.getValue());
        }
    }

    private void refuseWhileRecording(String id) throws StoreException {
        if (store.recording().contains(id)) {
            throw new StoreException("Session " + id + " is being recorded: stop it first.");
        }
    }

    void refuseWhileRecording(Patient patient) throws StoreException {
        for (StoredSession session : all()) {
            if (session.patient().id().equals(patient.id())) {
                refuseWhileRecording(session.id());
            }
        }
    }

    /**
     * Ends the sessions that their writer could not end: what was stored is theirs, and what had been reported as stored
     * but is gone is counted.
     *
     * @return their ids
     */
    public List<String> recover() throws StoreException {
        return new Recovery(store).run();
    }
}
