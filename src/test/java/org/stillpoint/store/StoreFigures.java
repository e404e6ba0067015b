package org.stillpoint.store;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.stillpoint.acquisition.SampleRing;

/**
 * Prints what the store costs: an hour of 4 channels at 1 kHz and 16 bit (two of muscle noise, one heart-like, one slow),
 * recorded as fast as it goes. Run its {@code main} with a scratch folder as argument.
 */
public final class StoreFigures {

    private static final int SECONDS = 3600;
    private static final int RATE = RecordingProcess.RATE_HZ;

    private StoreFigures() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(args[0]), "figures");
        HandClock clock = new HandClock();
        long start = System.nanoTime();
        SealedStore store = SealedStore.open(new DataFolder(folder), clock);
        print("open, new folder (migration)", millis(start), "ms");
        SampleRing ring = new SampleRing(4, 65 * RATE);
        SessionRecorder recorder = new SessionRecorder(
                store,
                new NewSession(
                        "guest",
                        null,
                        List.of(RecordedDevice.of(RecordingProcess.profile(), RATE, ring)),
                        null,
                        clock.nanos()),
                clock);
        record(clock, ring, recorder);
        String id = recorder.sessionId();
        print("database", Files.size(folder.resolve("stillpoint.db")) / 1e6, "MB");
        store.close();
        start = System.nanoTime();
        store = SealedStore.open(new DataFolder(folder), clock);
        print("open again", millis(start), "ms");
        start = System.nanoTime();
        store.sessions().all();
        print("list", millis(start), "ms");
        for (int i = 0; i < 2; i++) {
            start = System.nanoTime();
            double sum = 0;
            try (SampleReader reader = store.recordings().open(id).samples(0)) {
                while (reader.next()) {
                    sum += reader.codes()[0];
                }
            }
            print("read all 14.4 million codes (" + (long) sum % 10 + ")", millis(start), "ms");
        }
        store.close();
    }

    private static void record(HandClock clock, SampleRing ring, SessionRecorder recorder) {
        Random random = new Random(1);
        double[] row = new double[4];
        double[] commits = new double[SECONDS * 2];
        int count = 0;
        double wander = 0;
        long cpu = 0;
        for (long index = 0; index < (long) SECONDS * RATE; index++) {
            wander += random.nextGaussian() * 0.3;
            double beat = index % 900;
            row[0] = Math.rint(random.nextGaussian() * 200);
            row[1] = Math.rint(random.nextGaussian() * 60);
            row[2] = Math.rint(800 * Math.exp(-(beat - 300) * (beat - 300) / 200) + wander + random.nextGaussian() * 4);
            row[3] = Math.rint(3000 * Math.sin(index * 2 * Math.PI / 10_000) + random.nextGaussian() * 3);
            ring.publish(row, clock.nanos());
            clock.pass(1.0 / RATE);
            if (index % 20 == 19) {
                long before = ManagementFactory.getThreadMXBean().isCurrentThreadCpuTimeSupported()
                        ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
                        : 0;
                double durable = recorder.durableSeconds();
                long wall = System.nanoTime();
                recorder.work();
                cpu += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
                if (recorder.durableSeconds() > durable) {
                    commits[count++] = millis(wall);
                }
            }
        }
        recorder.close();
        Arrays.sort(commits, 0, count);
        print("recorder's CPU an hour", cpu / 1e9, "s");
        print("one second stored, median", commits[count / 2], "ms");
        print("one second stored, 99 %", commits[count * 99 / 100], "ms");
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1e6;
    }

    private static void print(String what, double value, String unit) {
        System.out.printf(Locale.ROOT, "%-45s %10.2f %s%n", what, value, unit);
    }
}
