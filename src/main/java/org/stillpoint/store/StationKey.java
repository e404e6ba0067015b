package org.stillpoint.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HexFormat;

/**
 * The key above all patients' keys. It lies in the database, wrapped; what unwraps it here is a key in a file that only
 * its user can read. Each further wrap (a passphrase, a recovery code) is one more row.
 */
final class StationKey {

    private static final int FILE_WRAP = 1;
    private static final String TITLE = "stillpoint-station-key-1 ";

    private StationKey() {}

    /** Opens the station key; a writer makes one for an empty database. */
    static SealingKey of(Database database) throws StoreException {
        byte[] wrapped = database.read(open -> {
            try (PreparedStatement select = open.prepareStatement("SELECT wrapped_key FROM station_key WHERE id = ?")) {
                select.setInt(1, FILE_WRAP);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getBytes(1) : null;
                }
            }
        });
        Path file = database.folder().keyFile();
        if (wrapped != null) {
            return read(file).unwrap(wrapped, place());
        }
        SealingKey fileKey = Files.exists(file) ? read(file) : create(database.folder());
        SealingKey station = SealingKey.random();
        database.write(open -> {
            try (PreparedStatement insert = open.prepareStatement(
                    "INSERT INTO station_key (id, kind, parameters, wrapped_key) VALUES (?, 'file', '', ?)")) {
                insert.setInt(1, FILE_WRAP);
                insert.setBytes(2, fileKey.wrap(station, place()));
                return insert.executeUpdate();
            }
        });
        return station;
    }

    private static String place() {
        return "station_key|" + FILE_WRAP;
    }

    private static SealingKey read(Path file) throws StoreException {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException missing) {
            throw new StoreException(
                    "The key file " + file + " cannot be read: put it back from a backup, for nothing can be read"
                            + " without it.",
                    missing);
        }
        try {
            if (text.startsWith(TITLE)) {
                return new SealingKey(HexFormat.of().parseHex(text.substring(TITLE.length())));
            }
        } catch (IllegalArgumentException malformed) {
            throw broken(file);
        }
        throw broken(file);
    }

    private static StoreException broken(Path file) {
        return new StoreException("The key file " + file + " is damaged: put it back from a backup.");
    }

    private static SealingKey create(DataFolder folder) throws StoreException {
        SealingKey key = SealingKey.random();
        Path file = folder.keyFile();
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        try {
            folder.privateFile(temporary);
            byte[] text =
                    (TITLE + HexFormat.of().formatHex(key.copyOfBytes()) + "\n").getBytes(StandardCharsets.US_ASCII);
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                channel.write(ByteBuffer.wrap(text));
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            return key;
        } catch (IOException failed) {
            throw new StoreException("The key file " + file + " cannot be written: check the drive.", failed);
        }
    }
}
