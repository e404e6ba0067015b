package org.stillpoint.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stillpoint.care.Patient;
import org.stillpoint.signal.Gap;
import org.stillpoint.signal.Marker;

/** Writes one session's rows, each call one transaction. The recorder's thread. */
final class RecordingWriter {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingWriter.class);

    private final SealedStore store;
    private final Patient patient;
    private final SessionHeader header;
    private final String id = SealingKey.randomId();
    private final SealingKey key = SealingKey.random();
    private final BlockCodec codec = new BlockCodec();
    private AcknowledgedMark mark;
    private long number = -1;
    private long ticks;
    private int gaps;
    private int markers;

    RecordingWriter(SealedStore store, Patient patient, SessionHeader header) {
        this.store = store;
        this.patient = patient;
        this.header = header;
    }

    String id() {
        return id;
    }

    long ticks() {
        return ticks;
    }

    /**
     * Stores what waits in the tracks and marks, and tells the tracks so.
     *
     * @return false when there was nothing to store
     */
    boolean write(List<Track> tracks, List<Marker> marks) throws StoreException {
        List<Tick.Ring> rings = new ArrayList<>();
        int samples = 0;
        int newGaps = 0;
        for (Track track : tracks) {
            rings.add(track.tick(header.startNanos()));
            samples += track.count();
            newGaps += track.newGaps().size();
        }
        if (samples == 0 && (number < 0 || newGaps + marks.size() == 0)) {
            return false;
        }
        Tick tick = new Tick(rings, gaps + newGaps, markers + marks.size());
        byte[] sealedTick = key.seal(tick.bytes(), SessionPlaces.tick(id, ticks));
        List<byte[]> blocks = blocks(tracks);
        store.recording().add(id);
        number = store.database().write(open -> {
            long session = number < 0 ? insertSession(open) : number;
            insertTick(open, session, sealedTick);
            insertBlocks(open, session, blocks);
            insertNotes(open, session, tracks, marks);
            return session;
        });
        ticks++;
        gaps += newGaps;
        markers += marks.size();
        for (Track track : tracks) {
            track.stored();
            track.newGaps().clear();
        }
        acknowledge();
        return true;
    }

    private List<byte[]> blocks(List<Track> tracks) {
        List<byte[]> blocks = new ArrayList<>();
        int stream = 0;
        for (Track track : tracks) {
            for (int channel = 0; channel < track.channels(); channel++, stream++) {
                blocks.add(
                        track.count() == 0
                                ? null
                                : key.seal(
                                        codec.encode(track.codes(channel), track.count()),
                                        SessionPlaces.block(id, ticks, stream)));
            }
        }
        return blocks;
    }

    private long insertSession(Connection open) throws SQLException, StoreException {
        SealingKey patientKey = store.patients().key(open, patient.id());
        try (PreparedStatement insert = open.prepareStatement(
                "INSERT INTO session (id, patient, wrapped_key, sealed) VALUES (?, ?, ?, ?) RETURNING number")) {
            insert.setString(1, id);
            insert.setString(2, patient.id());
            insert.setBytes(3, patientKey.wrap(key, SessionPlaces.key(id, patient.id())));
            insert.setBytes(4, key.seal(header.bytes(), SessionPlaces.header(id)));
            try (var row = insert.executeQuery()) {
                row.next();
                long inserted = row.getLong(1);
                store.audit().add(open, "session-begin", id);
                return inserted;
            }
        }
    }

    private void insertTick(Connection open, long session, byte[] sealed) throws SQLException {
        try (PreparedStatement insert =
                open.prepareStatement("INSERT INTO tick (session, seq, sealed) VALUES (?, ?, ?)")) {
            insert.setLong(1, session);
            insert.setLong(2, ticks);
            insert.setBytes(3, sealed);
            insert.executeUpdate();
        }
    }

    private void insertBlocks(Connection open, long session, List<byte[]> blocks) throws SQLException {
        try (PreparedStatement insert =
                open.prepareStatement("INSERT INTO block (session, seq, stream, sealed) VALUES (?, ?, ?, ?)")) {
            for (int stream = 0; stream < blocks.size(); stream++) {
                if (blocks.get(stream) != null) {
                    insert.setLong(1, session);
                    insert.setLong(2, ticks);
                    insert.setInt(3, stream);
                    insert.setBytes(4, blocks.get(stream));
                    insert.executeUpdate();
                }
            }
        }
    }

    private void insertNotes(Connection open, long session, List<Track> tracks, List<Marker> marks)
            throws SQLException {
        try (SessionNotes.Insert insert = new SessionNotes.Insert(open, session, id, key)) {
            int gap = gaps;
            for (int device = 0; device < tracks.size(); device++) {
                for (Gap found : tracks.get(device).newGaps()) {
                    insert.row(SessionNotes.GAP, gap++, new SessionNotes.DeviceGap(device, found));
                }
            }
            int marker = markers;
            for (Marker found : marks) {
                insert.row(SessionNotes.MARKER, marker++, found);
            }
        }
    }

    private void acknowledge() {
        try {
            if (mark == null) {
                mark = AcknowledgedMark.create(store.database().folder(), key, id);
            }
            mark.write(ticks);
        } catch (IOException failed) {
            // The samples are safe; only the second look at them is missing.
            LOG.debug("Session {}: no mark: {}", id, failed.toString());
        }
    }

    /** The end row; nothing when nothing was ever stored. */
    void end(long endedAtMillis) throws StoreException {
        if (number < 0) {
            return;
        }
        store.database().write(open -> {
            store.sessions()
                    .insertEnd(open, number, id, key, new Sessions.End(endedAtMillis, 0), SessionState.COMPLETE);
            store.audit().add(open, "session-end", id);
            return null;
        });
        if (store.database().checkpoint()) {
            AcknowledgedMark.forget(store.database().folder(), id);
        }
    }

    void close() {
        codec.close();
        store.recording().remove(id);
        try {
            if (mark != null) {
                mark.close();
            }
        } catch (IOException harmless) {
            LOG.debug("Session {}: {}", id, harmless.toString());
        }
    }
}
