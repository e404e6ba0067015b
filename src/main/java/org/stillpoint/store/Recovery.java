package org.stillpoint.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts in order what a writer that died has left: ends its sessions, and compares what was reported as stored with what is
 * there. Nothing of a recording is changed.
 */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final SealedStore store;

    Recovery(SealedStore store) {
        this.store = store;
    }

    /** @return ids of the sessions that had no end and now have one */
    List<String> run() throws StoreException {
        List<String> recovered = new ArrayList<>();
        for (String id : withoutEnd()) {
            if (!store.recording().contains(id)) {
                try {
                    end(id);
                    recovered.add(id);
                } catch (StoreException damaged) {
                    LOG.warn("Session {} cannot be recovered: {}", id, damaged.getMessage());
                }
            }
        }
        for (String id : AcknowledgedMark.all(store.database().folder())) {
            if (!store.recording().contains(id)) {
                compare(id);
            }
        }
        return recovered;
    }

    private List<String> withoutEnd() throws StoreException {
        return store.database().read(open -> {
            List<String> ids = new ArrayList<>();
            try (PreparedStatement select = open.prepareStatement(
                            "SELECT id FROM session WHERE number NOT IN (SELECT session FROM session_end) ORDER BY number");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getString(1));
                }
            }
            return ids;
        });
    }

    private void end(String id) throws StoreException {
        store.database().write(open -> {
            Sessions.Row session = store.sessions().row(open, id, new HashMap<>());
            long lost = lostTicks(open, session);
            Sessions.End end = new Sessions.End(store.clock().epochMillis(), lost);
            store.sessions().insertEnd(open, session.number(), id, session.key(), end, SessionState.RECOVERED);
            store.audit().add(open, "session-recovered", id);
            tellLoss(open, id, lost);
            return null;
        });
        AcknowledgedMark.forget(store.database().folder(), id);
    }

    private long lostTicks(Connection open, Sessions.Row session) throws SQLException {
        try (PreparedStatement count =
                open.prepareStatement("SELECT coalesce(max(seq), -1) + 1 FROM tick WHERE session = ?")) {
            count.setLong(1, session.number());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                long acknowledged = AcknowledgedMark.read(store.database().folder(), session.key(), session.id());
                return Math.max(0, acknowledged - row.getLong(1));
            }
        }
    }

    private void tellLoss(Connection open, String id, long ticks) throws SQLException, StoreException {
        if (ticks > 0) {
            store.audit().add(open, "stored-seconds-lost", id + " " + ticks);
            LOG.warn("Session {}: {} stored seconds are gone: check the drive", id, ticks);
        }
    }

    /** A mark whose session has an end, or is not there at all. */
    private void compare(String id) throws StoreException {
        store.database().write(open -> {
            try (PreparedStatement select = open.prepareStatement("SELECT 1 FROM session WHERE id = ?")) {
                select.setString(1, id);
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        tellLoss(open, id, lostTicks(open, store.sessions().row(open, id, new HashMap<>())));
                    } else {
                        store.audit().add(open, "stored-session-lost", id);
                        LOG.warn("Session {} was stored and is gone: check the drive", id);
                    }
                }
            }
            return null;
        });
        AcknowledgedMark.forget(store.database().folder(), id);
    }
}
