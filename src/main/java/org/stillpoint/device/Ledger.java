package org.stillpoint.device;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What an emulated device truly sent: a CSV file {@code index,t_s,event}. One row a sample with its fate, and one for
 * everything that happens to the line (index = the next sample), in the order in which it happened: a frame that waits
 * for the line is written down when it has left. On disk at least once a second.
 */
final class Ledger implements AutoCloseable {

    private static final long FLUSH_NANOS = 500_000_000;

    private final OutputStream file;
    private final byte[] buffer = new byte[1 << 16];
    private int length;
    private long flushedNanos;
    private boolean broken;

    private Ledger(OutputStream file) {
        this.file = file;
    }

    /** A ledger in this file, written anew. @throws DeviceException when it cannot be written */
    static Ledger to(Path path) throws DeviceException {
        try {
            Ledger ledger = new Ledger(Files.newOutputStream(path));
            ledger.text("index,t_s,event\n");
            ledger.flush();
            return ledger;
        } catch (IOException e) {
            throw new DeviceException("The ledger " + path + " cannot be written: choose another place.", e);
        }
    }

    /** A ledger that keeps nothing. */
    static Ledger none() {
        return new Ledger(null);
    }

    void row(long index, double seconds, String event) {
        if (file == null) {
            return;
        }
        if (length > buffer.length - 128) {
            flush();
        }
        digits(index, 1);
        buffer[length++] = ',';
        long micros = Math.round(Math.max(0, seconds) * 1e6);
        digits(micros / 1_000_000, 1);
        buffer[length++] = '.';
        digits(micros % 1_000_000, 6);
        buffer[length++] = ',';
        text(event);
        buffer[length++] = '\n';
    }

    /** To be called often: writes out twice a second. */
    void tick(long nowNanos) {
        if (nowNanos - flushedNanos >= FLUSH_NANOS) {
            flushedNanos = nowNanos;
            flush();
        }
    }

    @Override
    public void close() {
        flush();
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            broken = true;
        }
    }

    /** Whether rows were lost because the file could not be written. */
    boolean broken() {
        return broken;
    }

    private void flush() {
        try {
            if (file != null) {
                file.write(buffer, 0, length);
            }
        } catch (IOException e) {
            broken = true;
        }
        length = 0;
    }

    private void digits(long value, int least) {
        if (least > 1 || value >= 10) {
            digits(value / 10, least - 1);
        }
        buffer[length++] = (byte) ('0' + value % 10);
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int fits = Math.min(bytes.length, 64);
        System.arraycopy(bytes, 0, buffer, length, fits);
        length += fits;
    }
}
