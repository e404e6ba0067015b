package org.stillpoint.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.stillpoint.acquisition.Clock;

/**
 * What was done to whose data, as a chain: each row's link is an HMAC of the link before it and of the row, and the
 * length of the chain is sealed beside it. Rows hold a time, an action and opaque ids, never a person's words.
 */
public final class Audit {

    private static final String HEAD = "audit_head|1";

    private final Database database;
    private final SealingKey station;
    private final Clock clock;

    Audit(Database database, SealingKey station, Clock clock) {
        this.database = database;
        this.station = station;
        this.clock = clock;
    }

    /** Adds a row; call it within the transaction of what it tells. */
    void add(Connection open, String action, String object) throws SQLException, StoreException {
        long seq = 1;
        byte[] before = new byte[0];
        try (PreparedStatement newest = open.prepareStatement("SELECT seq, link FROM audit ORDER BY seq DESC LIMIT 1");
                ResultSet row = newest.executeQuery()) {
            if (row.next()) {
                seq = row.getLong(1) + 1;
                before = row.getBytes(2);
            }
        }
        long atMillis = clock.epochMillis();
        byte[] link = link(before, seq, atMillis, action, object);
        try (PreparedStatement insert = open.prepareStatement(
                "INSERT INTO audit (seq, at_millis, action, object, link) VALUES (?, ?, ?, ?, ?)")) {
            insert.setLong(1, seq);
            insert.setLong(2, atMillis);
            insert.setString(3, action);
            insert.setString(4, object);
            insert.setBytes(5, link);
            insert.executeUpdate();
        }
        try (PreparedStatement head =
                open.prepareStatement("INSERT OR REPLACE INTO audit_head (id, sealed) VALUES (1, ?)")) {
            head.setBytes(1, station.seal(head(seq, link), HEAD));
            head.executeUpdate();
        }
    }

    private static byte[] head(long seq, byte[] link) {
        return ByteBuffer.allocate(8 + link.length).putLong(seq).put(link).array();
    }

    private byte[] link(byte[] before, long seq, long atMillis, String action, String object) {
        byte[] numbers = ByteBuffer.allocate(16).putLong(seq).putLong(atMillis).array();
        String words = action.length() + " " + action + object;
        return station.authenticate("audit", before, numbers, words.getBytes(StandardCharsets.UTF_8));
    }

    /** Number of the first row that was changed or is missing; empty when the chain is whole. */
    public OptionalLong firstBroken() throws StoreException {
        return database.read(open -> {
            byte[] before = new byte[0];
            long expected = 1;
            try (PreparedStatement rows = open.prepareStatement(
                            "SELECT seq, at_millis, action, object, link FROM audit ORDER BY seq");
                    ResultSet row = rows.executeQuery()) {
                for (; row.next(); expected++) {
                    byte[] link = link(before, expected, row.getLong(2), row.getString(3), row.getString(4));
                    if (row.getLong(1) != expected || !MessageDigest.isEqual(link, row.getBytes(5))) {
                        return OptionalLong.of(expected);
                    }
                    before = link;
                }
            }
            try (PreparedStatement heads = open.prepareStatement("SELECT sealed FROM audit_head WHERE id = 1");
                    ResultSet row = heads.executeQuery()) {
                boolean whole = row.next()
                        ? MessageDigest.isEqual(head(expected - 1, before), station.open(row.getBytes(1), HEAD))
                        : expected == 1;
                return whole ? OptionalLong.empty() : OptionalLong.of(expected);
            }
        });
    }

    /** How many rows there are. */
    public long rows() throws StoreException {
        return database.read(open -> {
            try (PreparedStatement count = open.prepareStatement("SELECT count(*) FROM audit");
                    ResultSet row = count.executeQuery()) {
                return row.next() ? row.getLong(1) : 0L;
            }
        });
    }
}
