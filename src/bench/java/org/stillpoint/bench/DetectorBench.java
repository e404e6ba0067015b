package org.stillpoint.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.stillpoint.signal.BreathDetector;
import org.stillpoint.signal.BreathEvent;
import org.stillpoint.signal.BurstDetector;
import org.stillpoint.signal.BurstEvent;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.PulseDetector;
import org.stillpoint.signal.QrsDetector;
import org.stillpoint.signal.QualityMonitor;
import org.stillpoint.signal.RrCleaner;

/** Detectors value by value; no other library on the class path has any. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Block.SAMPLES)
public class DetectorBench {

    private static final int RATE_HZ = SimulatedMinute.RATE_HZ;

    private final SimulatedMinute minute = new SimulatedMinute();
    private final Block ecg = new Block(minute.ecg);
    private final Block ppg = new Block(minute.ppg);
    private final Block belt = new Block(minute.belt);
    private final Block emg = new Block(minute.emg);
    private final Block codes = new Block(minute.codes()[0]);
    private final Block intervals = new Block(intervals());

    private final QrsDetector qrs = new QrsDetector(RATE_HZ);
    private final PulseDetector pulse = new PulseDetector(RATE_HZ);
    private final BreathDetector breath = new BreathDetector(RATE_HZ);
    private final BurstDetector burst = new BurstDetector(RATE_HZ);
    private final RrCleaner cleaner = new RrCleaner();
    private final QualityMonitor quality = new QualityMonitor(
            minute.channels.stream()
                    .filter(one -> one.modality() == Modality.ECG)
                    .findFirst()
                    .orElseThrow(),
            RATE_HZ);

    /** Intervals in ms that wander, every fiftieth beat too early. */
    private static double[] intervals() {
        double[] rr = new double[6 * Block.SAMPLES];
        for (int n = 0; n < rr.length; n++) {
            double usual = 900 + (31L * n * n + 17L * n) % 81 - 40;
            rr[n] = n % 50 == 20 ? 0.65 * usual : n % 50 == 21 ? 1.35 * usual : usual;
        }
        return rr;
    }

    @Benchmark
    public double qrsDetector() {
        return ecg.through(x -> qrs.step(x) ? 1 : 0);
    }

    @Benchmark
    public double pulseDetector() {
        return ppg.through(x -> pulse.step(x) ? 1 : 0);
    }

    @Benchmark
    public double breathDetector() {
        return belt.through(x -> breath.step(x) == BreathEvent.NONE ? 0 : 1);
    }

    /** The two together: the performance goal is told for both. */
    @Benchmark
    public double qrsAndBreathDetector() {
        return ecg.through(x -> qrs.step(x) ? 1 : 0) + belt.through(x -> breath.step(x) == BreathEvent.NONE ? 0 : 1);
    }

    @Benchmark
    public double burstDetector() {
        return emg.through(x -> burst.step(x) == BurstEvent.NONE ? 0 : 1);
    }

    @Benchmark
    public double qualityMonitor() {
        return codes.through(x -> quality.step(x).ordinal());
    }

    @Benchmark
    public double rrCleaner() {
        return intervals.through(x -> cleaner.step(x).ordinal());
    }
}
