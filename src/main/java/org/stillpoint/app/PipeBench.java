package org.stillpoint.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.acquisition.Duty;
import org.stillpoint.acquisition.DutyThread;
import org.stillpoint.acquisition.EventRing;
import org.stillpoint.acquisition.SampleRing;
import org.stillpoint.device.DeviceException;
import org.stillpoint.device.DeviceProfile;
import org.stillpoint.device.FrameDecoders;
import org.stillpoint.device.SerialSource;
import org.stillpoint.device.TimedSender;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.training.FeedbackCell;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.Start;
import org.stillpoint.training.TrainingControl;
import org.stillpoint.training.TrainingLoop;

/**
 * Part {@code pipe} of {@code bench latency}: from a byte written to a pseudo-terminal to the value in the feedback cell,
 * with the real serial library, reader, pipeline and both exercises, four channels at 1000 samples a second; and the bytes
 * that the reader's and the training's threads allocate meanwhile, read off their own counters.
 */
final class PipeBench {

    private static final int REMEMBERED = 1 << 14;
    private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(8);

    private final DeviceProfile profile;
    private final Clock clock;
    private final ReferenceLoop reference;
    private final Histogram block = new Histogram(TimeUnit.SECONDS.toNanos(20), 3);

    PipeBench(DeviceProfile profile, Clock clock, ReferenceLoop reference) {
        this.profile = profile;
        this.clock = clock;
        this.reference = reference;
    }

    List<BenchResult> run(int blocks, double secondsPerBlock) throws DeviceException, IOException {
        try (TimedSender sender = new TimedSender(profile, clock::nanos, REMEMBERED)) {
            Path port = sender.open();
            DutyThread sending = DutyThread.start(new PixelBench.Sending(sender));
            BenchResult bare =
                    new BareLine(profile, clock, reference).measure(sender, port, blocks, secondsPerBlock / 4);
            Sensor sensor = new Sensor(
                    SerialSource.on(port.toString(), profile, FrameDecoders.of(profile), clock::nanos), clock);
            sensor.start();
            try {
                sensor.awaitFirstSample(10);
                List<BenchResult> results = new ArrayList<>(measure(sender, sensor, blocks, secondsPerBlock));
                results.add(1, bare);
                return results;
            } finally {
                sensor.close();
                sender.stop();
                sending.close();
            }
        }
    }

    private List<BenchResult> measure(TimedSender sender, Sensor sensor, int blocks, double secondsPerBlock) {
        SampleRing ring = sensor.ring();
        List<Pipeline.Line> lines = profile.channels().stream()
                .map(channel -> new Pipeline.Line(channel, sensor.rateHz()))
                .toList();
        Pipeline pipeline = new Pipeline(lines, SessionRun.SETTINGS);
        Protocol protocol = new Protocol(
                "bench",
                "Measurement",
                List.of("paced-breathing", "emg-relaxation"),
                "wave",
                6,
                0.45,
                "",
                List.of(new Phase("Trial", PhaseKind.FEEDBACK, 3600, "")));
        FeedbackCell cell = new FeedbackCell(pipeline.metrics().size(), lines.size(), 1);
        TrainingLoop loop = new TrainingLoop(
                List.of(new TrainingLoop.Feed(ring, sensor.rateHz(), 0)),
                pipeline,
                0,
                -1,
                0,
                new Start(protocol, new PacerCell()),
                cell,
                new EventRing(1024),
                new SampleRing(TrainingLoop.FEEDBACK_COLUMNS.size(), 1024),
                new TrainingControl(),
                clock::nanos,
                clock.nanos());
        Timing timing = new Timing(loop, sender, ring);
        DutyThread train = DutyThread.start(timing);
        ring.wakes(train);
        try {
            LockSupport.parkNanos(WARM_UP_NANOS);
            return blocks(sensor, train, timing, blocks, secondsPerBlock);
        } finally {
            train.close();
        }
    }

    private List<BenchResult> blocks(
            Sensor sensor, DutyThread train, Timing timing, int blocks, double secondsPerBlock) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Histogram clean = new Histogram(TimeUnit.SECONDS.toNanos(20), 3);
        Histogram all = new Histogram(TimeUnit.SECONDS.toNanos(20), 3);
        List<Double> references = new ArrayList<>();
        int dropped = 0;
        long readerBytes = 0;
        long trainBytes = 0;
        long samples = 0;
        double before = reference.millis();
        double usual = before;
        for (int b = 0; b < blocks; b++) {
            long readerStart = threads.getThreadAllocatedBytes(sensor.threadId());
            long trainStart = threads.getThreadAllocatedBytes(train.threadId());
            long from = sensor.ring().published();
            timing.begin();
            LockSupport.parkNanos(Math.round(secondsPerBlock * 1e9));
            timing.end(block);
            samples += sensor.ring().published() - from;
            readerBytes += threads.getThreadAllocatedBytes(sensor.threadId()) - readerStart;
            trainBytes += threads.getThreadAllocatedBytes(train.threadId()) - trainStart;
            double after = reference.millis();
            all.add(block);
            usual = Math.min(usual, Math.min(before, after));
            if (Math.max(before, after) > usual * (1 + ReferenceLoop.TOLERANCE)) {
                dropped++;
            } else {
                clean.add(block);
                references.add((before + after) / 2);
            }
            before = after;
        }
        double referenceMillis =
                references.stream().mapToDouble(Double::doubleValue).average().orElse(usual);
        double millions = samples / 1e6;
        return List.of(
                BenchResult.of(
                        "byte to feedback value",
                        "G4",
                        clean.getTotalCount() > 0 ? clean : all,
                        false,
                        40,
                        referenceMillis,
                        dropped),
                BenchResult.count(
                        "bytes allocated by the reader per million samples",
                        "G10",
                        "B",
                        samples,
                        Math.round(readerBytes / millions),
                        0),
                BenchResult.count(
                        "bytes allocated by training per million samples",
                        "G10",
                        "B",
                        samples,
                        Math.round(trainBytes / millions),
                        0),
                BenchResult.count(
                        "samples lost",
                        "G6",
                        "samples",
                        samples,
                        sensor.health().lostSamples(),
                        0));
    }

    /** The training loop, timed on its own thread: each time it has written the cell, how old is the newest byte? */
    private final class Timing implements Duty {

        private final TrainingLoop loop;
        private final TimedSender sender;
        private final SampleRing ring;
        private final long[] delays = new long[1 << 20];
        private volatile int count;
        private volatile boolean measuring;

        Timing(TrainingLoop loop, TimedSender sender, SampleRing ring) {
            this.loop = loop;
            this.sender = sender;
            this.ring = ring;
        }

        void begin() {
            count = 0;
            measuring = true;
        }

        void end(Histogram into) {
            measuring = false;
            into.reset();
            for (int i = 0; i < count; i++) {
                into.recordValue(Math.max(0, Math.min(delays[i], TimeUnit.SECONDS.toNanos(19))));
            }
        }

        @Override
        public String name() {
            return loop.name();
        }

        @Override
        public int work() {
            int seen = loop.work();
            if (seen > 0 && measuring && count < delays.length) {
                delays[count] = clock.nanos() - sender.sentNanos(ring.published() - 1);
                count = count + 1;
            }
            return seen;
        }
    }
}
