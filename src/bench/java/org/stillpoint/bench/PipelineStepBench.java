package org.stillpoint.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.metric.PipelineSettings;
import org.stillpoint.signal.Channel;

/** One value through the whole pipeline with all measures, which go on fifty times a second as in a session. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PipelineStepBench {

    private static final int TICK = SimulatedMinute.RATE_HZ / 50;

    private final SimulatedMinute minute = new SimulatedMinute();
    private final double[][] codes = minute.codes();
    private final double[][] muscle = {codes[3]};
    private final Pipeline four = pipeline(minute.channels);
    private final Pipeline one = pipeline(minute.channels.subList(3, 4));
    private long steps;

    private static Pipeline pipeline(List<Channel> channels) {
        return new Pipeline(
                channels.stream()
                        .map(channel -> new Pipeline.Line(channel, SimulatedMinute.RATE_HZ))
                        .toList(),
                PipelineSettings.USUAL);
    }

    @Benchmark
    @OperationsPerInvocation(4 * Block.SAMPLES)
    public double pipelineOfFourChannels() {
        return through(four, codes);
    }

    @Benchmark
    @OperationsPerInvocation(Block.SAMPLES)
    public double pipelineOfOneMuscle() {
        return through(one, muscle);
    }

    private double through(Pipeline pipeline, double[][] lines) {
        double sum = 0;
        for (int i = 0; i < Block.SAMPLES; i++) {
            int place = (int) (steps % SimulatedMinute.SAMPLES);
            double t = (double) steps++ / SimulatedMinute.RATE_HZ;
            for (int line = 0; line < lines.length; line++) {
                pipeline.step(line, lines[line][place], t);
            }
            if (i % TICK == 0) {
                pipeline.pacer(true, 6, t / 10 - Math.floor(t / 10));
                pipeline.advance(t);
                for (int m = 0; m < pipeline.metrics().size(); m++) {
                    sum += pipeline.meter(m).value() > 0 ? 1 : 0;
                }
            }
        }
        return sum;
    }
}
