package org.stillpoint.device;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * A device on a pseudo-terminal for measuring delays: sends one sample at a time on an absolute schedule and remembers
 * when each was handed to the line. Its first channel carries {@link #level}, the others quiet ramps.
 *
 * <p>{@link #run} belongs to one thread; the questions are for any.
 */
public final class TimedSender implements AutoCloseable {

    private final FrameEncoder encoder;
    private final LongSupplier nanos;
    private final PtyLink link;
    private final AtomicLongArray sent;
    private final double[] codes;
    private final byte[] bytes = new byte[4096];
    private final byte[] heard = new byte[256];
    private volatile double level;
    private volatile long levelSinceNanos;
    private volatile boolean stopping;
    private volatile long count;
    private volatile long refused;

    /** @param remembered of how many of the newest samples the time is kept; a power of two */
    public TimedSender(DeviceProfile profile, LongSupplier nanos, int remembered) throws DeviceException {
        this.encoder = FrameEncoders.of(profile, java.util.List.of(), 0);
        this.nanos = nanos;
        this.link = PtyLink.open(profile.id());
        this.sent = new AtomicLongArray(remembered);
        this.codes = new double[encoder.inputs().size()];
    }

    /** Plugs the line in and gives its path. */
    public Path open() throws DeviceException {
        link.plug();
        return link.path();
    }

    /** The first channel's code from the next sample on. */
    public void level(double code) {
        level = code;
        levelSinceNanos = 0;
    }

    /** When the first sample with the newest {@link #level} was handed to the line; 0 = not yet. */
    public long levelSinceNanos() {
        return levelSinceNanos;
    }

    /** When this sample was handed to the line; only of the newest ones. */
    public long sentNanos(long index) {
        return sent.get((int) (index & (sent.length() - 1)));
    }

    /** Samples sent so far. */
    public long count() {
        return count;
    }

    /** Samples that the line did not take: it was full. */
    public long refused() {
        return refused;
    }

    /** Talks and sends until {@link #stop}. */
    public void run() throws DeviceException {
        long origin = 0;
        boolean streaming = false;
        while (!stopping) {
            long now = nanos.getAsLong();
            int commands = link.read(heard);
            for (int i = 0; i < commands; i++) {
                encoder.hear(heard[i], now);
            }
            int answer = encoder.answer(now, bytes);
            if (answer > 0) {
                link.write(bytes, 0, answer);
            }
            if (encoder.streaming() && !streaming) {
                origin = now;
                count = 0;
            }
            streaming = encoder.streaming();
            if (!streaming) {
                LockSupport.parkNanos(1_000_000);
                continue;
            }
            long due = origin + Math.round(count * 1e9 / encoder.rateHz());
            if (now < due) {
                LockSupport.parkNanos(due - now);
                continue;
            }
            send();
        }
    }

    private void send() {
        long index = count;
        Arrays.fill(codes, 400 + index % 64);
        double newest = level;
        codes[0] = newest;
        int length = encoder.encode(codes, bytes);
        long now = nanos.getAsLong();
        sent.set((int) (index & (sent.length() - 1)), now);
        if (link.write(bytes, 0, length) < length) {
            refused = refused + 1;
        }
        if (levelSinceNanos == 0 && newest == level) {
            levelSinceNanos = now;
        }
        count = index + 1;
    }

    public void stop() {
        stopping = true;
    }

    @Override
    public void close() {
        stopping = true;
        link.close();
    }
}
