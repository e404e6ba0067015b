package org.stillpoint.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.stillpoint.signal.Gap;

/** The small rows of a session: gaps, markers, measures, the result; each sealed for its session, kind and number. */
final class SessionNotes {

    static final int GAP = 1;
    static final int MARKER = 2;
    static final int MEASURE = 3;
    static final int RESULT = 4;

    /** A gap of one device, by its place in the header. */
    record DeviceGap(int device, Gap gap) {}

    private SessionNotes() {}

    /** Inserts rows within one transaction. */
    static final class Insert implements AutoCloseable {

        private final PreparedStatement statement;
        private final String id;
        private final SealingKey key;

        Insert(Connection open, long session, String id, SealingKey key) throws SQLException {
            this.id = id;
            this.key = key;
            statement = open.prepareStatement("INSERT INTO note (session, kind, seq, sealed) VALUES (?, ?, ?, ?)");
            statement.setLong(1, session);
        }

        void row(int kind, int seq, Object value) throws SQLException {
            try {
                statement.setInt(2, kind);
                statement.setInt(3, seq);
                statement.setBytes(
                        4, key.seal(Json.MAPPER.writeValueAsBytes(value), SessionPlaces.note(id, kind, seq)));
                statement.executeUpdate();
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }

    static <T> List<T> read(Connection open, long session, String id, SealingKey key, int kind, Class<T> type)
            throws SQLException, StoreException {
        List<T> notes = new ArrayList<>();
        try (PreparedStatement select =
                open.prepareStatement("SELECT seq, sealed FROM note WHERE session = ? AND kind = ? ORDER BY seq")) {
            select.setLong(1, session);
            select.setInt(2, kind);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    byte[] plain = key.open(row.getBytes(2), SessionPlaces.note(id, kind, row.getLong(1)));
                    notes.add(Json.MAPPER.readValue(plain, type));
                }
            }
        } catch (IOException malformed) {
            throw new StoreException("A small row of a session cannot be understood: restore a backup.", malformed);
        }
        return notes;
    }
}
