package org.stillpoint.app;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.acquisition.Duty;
import org.stillpoint.acquisition.DutyThread;
import org.stillpoint.device.DeviceException;
import org.stillpoint.device.DeviceProfile;
import org.stillpoint.device.FrameDecoders;
import org.stillpoint.device.SampleSink;
import org.stillpoint.device.SerialSource;
import org.stillpoint.device.TimedSender;

/**
 * What of a byte's delay is not ours: the same pseudo-terminal, serial library and decoder, and nobody behind them. The
 * system's wake-up of a sleeping reader is most of it, and differs from machine to machine and from hour to hour.
 */
final class BareLine {

    private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final DeviceProfile profile;
    private final Clock clock;
    private final ReferenceLoop reference;

    BareLine(DeviceProfile profile, Clock clock, ReferenceLoop reference) {
        this.profile = profile;
        this.clock = clock;
        this.reference = reference;
    }

    /** The sender must not have been asked for samples by anybody yet. */
    BenchResult measure(TimedSender sender, Path port, int blocks, double secondsPerBlock) {
        Reading reading = new Reading(sender, port);
        DutyThread thread = DutyThread.start(reading);
        try {
            LockSupport.parkNanos(WARM_UP_NANOS);
            double before = reference.millis();
            reading.measuring = true;
            LockSupport.parkNanos(Math.round(blocks * secondsPerBlock * 1e9));
            reading.measuring = false;
            double millis = (before + reference.millis()) / 2;
            return BenchResult.plain("byte to reader on the bare line, for comparison", reading.delays, millis);
        } finally {
            thread.close();
        }
    }

    /** Reads and looks at the clock. */
    private final class Reading implements Duty, SampleSink {

        private final TimedSender sender;
        private final SerialSource source;
        private final Histogram delays = new Histogram(TimeUnit.SECONDS.toNanos(20), 3);
        private long samples;
        private boolean open;
        private volatile boolean measuring;

        Reading(TimedSender sender, Path port) {
            this.sender = sender;
            source = SerialSource.on(port.toString(), profile, FrameDecoders.of(profile), clock::nanos);
        }

        @Override
        public String name() {
            return "bare-line";
        }

        @Override
        public int work() throws DeviceException {
            if (!open) {
                source.open();
                open = true;
            }
            long before = samples;
            source.read(this);
            if (samples > before && measuring) {
                long delay = clock.nanos() - sender.sentNanos(samples - 1);
                delays.recordValue(Math.max(0, Math.min(delay, TimeUnit.SECONDS.toNanos(19))));
            }
            return 1;
        }

        @Override
        public void sample(double[] codes) {
            samples++;
        }

        @Override
        public void lost(long lost) {
            samples += lost;
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
