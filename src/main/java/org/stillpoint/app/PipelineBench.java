package org.stillpoint.app;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.stillpoint.device.SimulatedPatient;
import org.stillpoint.device.SimulatedPerson;
import org.stillpoint.device.SimulatedSource;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.signal.BiquadCascade;
import org.stillpoint.signal.Butterworth;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.MovingRms;
import org.stillpoint.signal.Notch;
import org.stillpoint.signal.PacerCell;

/**
 * {@code bench pipeline}: time and memory of the signal chain on one thread, from the simulated patient's codes to all
 * measures. A sample is one value of one channel. The patient's minute is made beforehand and played again and again, so
 * that only the chain is measured; time is the processor's time of the thread, which a busy machine lengthens less than time
 * on the wall.
 */
final class PipelineBench {

    private static final int RATE_HZ = SimulatedSource.RATE_HZ;
    private static final int MINUTE = 60 * RATE_HZ;
    private static final int TICK = RATE_HZ / 50;
    private static final int HOUR_MINUTES = 60;
    private static final int WARM_UP_MINUTES = 30;
    private static final int COUNTER_CALLS = 20_000;
    private static final double MOST_OF_A_CORE = 1;

    private final ReferenceLoop reference;
    private final List<Channel> channels = SimulatedSource.describe().channels();
    private final double[][] codes = new double[channels.size()][MINUTE];
    private double sink;

    PipelineBench(ReferenceLoop reference) {
        this.reference = reference;
        SimulatedPatient patient = new SimulatedPatient(SimulatedPerson.resting(1), new PacerCell(), RATE_HZ);
        for (int n = 0; n < MINUTE; n++) {
            patient.step();
            codes[0][n] = Math.rint(patient.ecgMillivolts() / channels.get(0).scale());
            codes[1][n] = Math.rint(patient.ppg() / channels.get(1).scale());
            codes[2][n] = Math.rint(patient.resp() / channels.get(2).scale());
            codes[3][n] = Math.rint(patient.emgMicrovolts() / channels.get(3).scale());
        }
    }

    /** Something that goes through a minute of samples and tells how many they were. */
    private interface Work {
        long minute();
    }

    /**
     * @param blocks how many measurements of each; those in which the machine was busy are left out
     * @param minutesPerBlock signal in each
     */
    List<BenchResult> run(int blocks, int minutesPerBlock) {
        List<BenchResult> results = new ArrayList<>();
        measure(
                results,
                "whole pipeline, four channels",
                null,
                250,
                new Whole(channels, codes),
                blocks,
                minutesPerBlock);
        for (int i = 0; i < channels.size(); i++) {
            Channel channel = channels.get(i);
            measure(
                    results,
                    "pipeline of one channel, " + channel.modality().id(),
                    null,
                    250,
                    new Whole(List.of(channel), new double[][] {codes[i]}),
                    blocks,
                    minutesPerBlock);
        }
        measure(results, "EMG chain, six sections and RMS", "G7", 15, new Emg(), blocks, minutesPerBlock);
        hour(results);
        return results;
    }

    private void measure(
            List<BenchResult> results,
            String name,
            String goalId,
            double goalNanos,
            Work work,
            int blocks,
            int minutes) {
        for (int i = 0; i < Math.max(WARM_UP_MINUTES, minutes); i++) {
            work.minute();
        }
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        List<Double> clean = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        // the counters' own first calls allocate
        for (int i = 0; i < COUNTER_CALLS; i++) {
            threads.getThreadAllocatedBytes(thread);
            threads.getCurrentThreadCpuTime();
        }
        long samples = 0;
        long bytes = 0;
        double before = reference.millis();
        double usual = before;
        double references = 0;
        for (int b = 0; b < blocks; b++) {
            long seen = 0;
            long allocated = threads.getThreadAllocatedBytes(thread);
            long start = threads.getCurrentThreadCpuTime();
            for (int m = 0; m < minutes; m++) {
                seen += work.minute();
            }
            double nanos = (double) (threads.getCurrentThreadCpuTime() - start) / seen;
            bytes += threads.getThreadAllocatedBytes(thread) - allocated;
            samples += seen;
            double after = reference.millis();
            usual = Math.min(usual, Math.min(before, after));
            all.add(nanos);
            if (Math.max(before, after) <= usual * (1 + ReferenceLoop.TOLERANCE)) {
                clean.add(nanos);
                references += (before + after) / 2;
            }
            before = after;
        }
        List<Double> used = clean.isEmpty() ? all : clean;
        double millis = clean.isEmpty() ? usual : references / clean.size();
        results.add(nanos(name + ", per sample", goalId, used, goalNanos, millis, samples, blocks - clean.size()));
        double perMillion = Math.round(bytes / (samples / 1e6));
        results.add(BenchResult.count(name + ", allocated per million samples", "G10", "B", samples, perMillion, 0));
    }

    private static BenchResult nanos(
            String metric, String goalId, List<Double> values, double goal, double millis, long n, int dropped) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        double median = sorted.get(sorted.size() / 2);
        double high = sorted.get(sorted.size() - 1);
        return new BenchResult(
                metric,
                goalId,
                "ns",
                n,
                thousandths(median),
                thousandths(high),
                thousandths(high),
                thousandths(high),
                goal,
                median <= goal,
                Math.round(median / 1e6 / millis * 1e9) / 1e9,
                dropped);
    }

    private static double thousandths(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private void hour(List<BenchResult> results) {
        Whole whole = new Whole(channels, codes);
        java.lang.management.ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long samples = 0;
        long start = threads.getCurrentThreadCpuTime();
        for (int m = 0; m < HOUR_MINUTES; m++) {
            samples += whole.minute();
        }
        double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
        results.add(BenchResult.count(
                "an hour of four channels", null, "s", samples, thousandths(seconds), 36 * MOST_OF_A_CORE));
        results.add(BenchResult.count(
                "share of one core, live", null, "%", samples, thousandths(seconds / 36), MOST_OF_A_CORE));
    }

    /** So that nobody can leave the work out. */
    double sink() {
        return sink;
    }

    /** All measures of these channels, and the pacer fifty times a second. */
    private final class Whole implements Work {

        private final Pipeline pipeline;
        private final double[][] lines;
        private long n;

        Whole(List<Channel> channels, double[][] lines) {
            this.lines = lines;
            pipeline = new Pipeline(
                    channels.stream()
                            .map(channel -> new Pipeline.Line(channel, RATE_HZ))
                            .toList(),
                    SessionRun.SETTINGS);
        }

        @Override
        public long minute() {
            for (int i = 0; i < MINUTE; i++) {
                double t = (double) n++ / RATE_HZ;
                for (int line = 0; line < lines.length; line++) {
                    pipeline.step(line, lines[line][i], t);
                }
                if (i % TICK == 0) {
                    pipeline.pacer(true, 6, t / 10 - Math.floor(t / 10));
                    pipeline.advance(t);
                    for (int m = 0; m < pipeline.metrics().size(); m++) {
                        double value = pipeline.meter(m).value();
                        sink += value == value ? value : 0;
                    }
                }
            }
            return (long) MINUTE * lines.length;
        }
    }

    /** What a muscle's feedback value costs by itself. */
    private final class Emg implements Work {

        private final BiquadCascade highPass = Butterworth.highPass(4, 20, RATE_HZ);
        private final BiquadCascade lowPass = Butterworth.lowPass(4, 450, RATE_HZ);
        private final BiquadCascade notch = Notch.mains(50, 10, RATE_HZ);
        private final MovingRms rms = new MovingRms(RATE_HZ / 4);

        @Override
        public long minute() {
            double newest = 0;
            for (int i = 0; i < MINUTE; i++) {
                newest = rms.step(notch.step(lowPass.step(highPass.step(codes[3][i]))));
            }
            sink += newest == newest ? newest : 0;
            return MINUTE;
        }
    }
}
