package org.stillpoint.bench;

import java.util.concurrent.TimeUnit;
import org.hipparchus.stat.descriptive.DescriptiveStatistics;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.stillpoint.signal.Biquad;
import org.stillpoint.signal.BiquadCascade;
import org.stillpoint.signal.Butterworth;
import org.stillpoint.signal.MovingRms;
import org.stillpoint.signal.Notch;

/** Filters and moving RMS of a muscle at 1000 values a second; the peers with the same orders and edges. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Block.SAMPLES)
public class FilterBench {

    static final int RATE_HZ = SimulatedMinute.RATE_HZ;
    static final int WINDOW = RATE_HZ / 4;
    static final double LOW_HZ = 20;
    static final double HIGH_HZ = 450;
    static final double MAINS_HZ = 50;
    static final double Q = 10;

    private final Block emg = new Block(new SimulatedMinute().emg);

    private final BiquadCascade highPass = Butterworth.highPass(4, LOW_HZ, RATE_HZ);
    private final BiquadCascade lowPass = Butterworth.lowPass(4, HIGH_HZ, RATE_HZ);
    private final BiquadCascade mains = Notch.mains(MAINS_HZ, Q, RATE_HZ);
    private final Biquad notch = Notch.of(MAINS_HZ, Q, RATE_HZ);
    private final MovingRms rms = new MovingRms(WINDOW);

    private final uk.me.berndporr.iirj.Butterworth peerHighPass = peer();
    private final uk.me.berndporr.iirj.Butterworth peerLowPass = peer();
    private final uk.me.berndporr.iirj.Butterworth peerNotch = peer();
    private final uk.me.berndporr.iirj.Butterworth peerThird = peer();
    private final DescriptiveStatistics peerRms = new DescriptiveStatistics(WINDOW);

    public FilterBench() {
        peerHighPass.highPass(4, RATE_HZ, LOW_HZ);
        peerLowPass.lowPass(4, RATE_HZ, HIGH_HZ);
        peerNotch.bandStop(1, RATE_HZ, MAINS_HZ, MAINS_HZ / Q);
        peerThird.bandStop(1, RATE_HZ, 3 * MAINS_HZ, MAINS_HZ / Q);
    }

    private static uk.me.berndporr.iirj.Butterworth peer() {
        return new uk.me.berndporr.iirj.Butterworth();
    }

    @Benchmark
    public double cascadeOfFour() {
        return emg.through(x -> lowPass.step(highPass.step(x)));
    }

    @Benchmark
    public double cascadeOfFourByIirj() {
        return emg.through(x -> peerLowPass.filter(peerHighPass.filter(x)));
    }

    @Benchmark
    public double notch() {
        return emg.through(notch::step);
    }

    @Benchmark
    public double notchByIirj() {
        return emg.through(peerNotch::filter);
    }

    @Benchmark
    public double movingRms() {
        return emg.through(rms::step);
    }

    @Benchmark
    public double movingRmsByHipparchus() {
        return emg.through(x -> {
            peerRms.addValue(x);
            return peerRms.getQuadraticMean();
        });
    }

    @Benchmark
    public double emgChain() {
        return emg.through(x -> rms.step(mains.step(lowPass.step(highPass.step(x)))));
    }

    /** The peer's filters and our RMS, which the peer does not have. */
    @Benchmark
    public double emgChainByIirj() {
        return emg.through(
                x -> rms.step(peerThird.filter(peerNotch.filter(peerLowPass.filter(peerHighPass.filter(x))))));
    }
}
