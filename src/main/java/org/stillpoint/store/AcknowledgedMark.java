package org.stillpoint.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many ticks of a session were reported as durable, kept outside the database: flipped bits in a write-ahead log can
 * make later transactions vanish without an error, and only this shows it.
 *
 * <p>Two sealed slots, written in turn, so that a torn write leaves the other one. One thread.
 */
final class AcknowledgedMark implements AutoCloseable {

    private static final int SLOT = 64;
    private static final int FORCE_EVERY = 10;

    private final FileChannel channel;
    private final SealingKey key;
    private final String session;

    private AcknowledgedMark(FileChannel channel, SealingKey key, String session) {
        this.channel = channel;
        this.key = key;
        this.session = session;
    }

    static AcknowledgedMark create(DataFolder folder, SealingKey key, String session) throws IOException {
        Path file = folder.marks().resolve(session);
        folder.privateFile(file);
        return new AcknowledgedMark(FileChannel.open(file, StandardOpenOption.WRITE), key, session);
    }

    void write(long ticks) throws IOException {
        byte[] sealed = key.seal(ByteBuffer.allocate(8).putLong(ticks).array(), place(session));
        ByteBuffer slot = ByteBuffer.allocate(SLOT).put(sealed).rewind();
        channel.write(slot, ticks % 2 * SLOT);
        if (ticks % FORCE_EVERY == 0) {
            channel.force(false);
        }
    }

    /** The highest number that can be read; 0 when there is none. */
    static long read(DataFolder folder, SealingKey key, String session) {
        long highest = 0;
        try {
            byte[] all = Files.readAllBytes(folder.marks().resolve(session));
            int sealed = 1 + 12 + 8 + 16;
            for (int at = 0; at + sealed <= all.length; at += SLOT) {
                try {
                    byte[] plain = key.open(Arrays.copyOfRange(all, at, at + sealed), place(session));
                    highest = Math.max(highest, ByteBuffer.wrap(plain).getLong());
                } catch (StoreException torn) {
                    // The other slot is whole.
                }
            }
        } catch (IOException missing) {
            return 0;
        }
        return highest;
    }

    /** Ids of the sessions that have a mark. */
    static List<String> all(DataFolder folder) {
        try (Stream<Path> files = Files.list(folder.marks())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException missing) {
            return List.of();
        }
    }

    static void forget(DataFolder folder, String session) {
        try {
            Files.deleteIfExists(folder.marks().resolve(session));
        } catch (IOException stays) {
            // A mark that stays is looked at again by the next recovery.
        }
    }

    private static String place(String session) {
        return "acknowledged|" + session;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
