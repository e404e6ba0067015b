package org.stillpoint.app;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.acquisition.DeviceReader;
import org.stillpoint.acquisition.DutyThread;
import org.stillpoint.acquisition.GapLog;
import org.stillpoint.acquisition.Health;
import org.stillpoint.acquisition.SampleRing;
import org.stillpoint.device.DeviceException;
import org.stillpoint.device.DeviceProfile;
import org.stillpoint.device.SampleSource;

/** One open device: its source, its reader on a thread of its own, its ring. */
final class Sensor implements AutoCloseable {

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final DeviceProfile profile;
    private final SampleRing ring;
    private final DeviceReader reader;
    private final Clock clock;
    private DutyThread thread;

    Sensor(SampleSource source, Clock clock) {
        this.profile = source.profile();
        this.clock = clock;
        this.ring = DeviceReader.ringFor(profile.channels().size(), profile.rateHz());
        this.reader = new DeviceReader(source, ring, clock);
    }

    /** Starts reading; returns at once. Duties that wait for samples must be known to the ring before or after. */
    Sensor start() {
        thread = DutyThread.start(reader);
        return this;
    }

    /**
     * Waits for the first sample.
     *
     * @throws DeviceException when the device cannot be opened, or none came in this time (the time in which an unknown
     *     rate is measured not counted)
     */
    void awaitFirstSample(double seconds) throws DeviceException {
        awaitFirstSample(seconds, () -> false);
    }

    /** The same; returns early, with or without a sample, when nobody needs one any more. */
    void awaitFirstSample(double seconds, BooleanSupplier inVain) throws DeviceException {
        double patience = seconds + (profile.rateHz() > 0 ? 0 : 5);
        long deadline = clock.nanos() + Math.round(patience * 1e9);
        while (ring.published() == 0 && !inVain.getAsBoolean()) {
            Throwable failure = thread.failure();
            if (failure instanceof DeviceException known) {
                throw known;
            }
            if (failure != null) {
                throw new DeviceException(
                        "The sensor " + profile.name() + " stopped unexpectedly; start again.", failure);
            }
            if (clock.nanos() - deadline > 0) {
                throw new DeviceException("No sample of " + profile.name() + " came within " + Math.round(seconds)
                        + " s: check that it is switched on, charged and set to this profile.");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    DeviceProfile profile() {
        return profile;
    }

    SampleRing ring() {
        return ring;
    }

    Health health() {
        return reader.health();
    }

    GapLog gaps() {
        return reader.gaps();
    }

    /** Known once the first sample is there. */
    double rateHz() {
        return reader.rateHz();
    }

    /** For the reader's own allocation counter. */
    long threadId() {
        return thread.threadId();
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.close();
        }
    }
}
