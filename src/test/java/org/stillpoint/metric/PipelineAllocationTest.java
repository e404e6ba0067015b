package org.stillpoint.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.stillpoint.signal.Modality;

class PipelineAllocationTest {

    /** No session of four lines has as many measures. */
    private static final int FOUR_LINES = 32;

    private long sum;

    private void run(Pipeline pipeline, int from, int to) {
        for (int n = from; n < to; n++) {
            double t = n / 250.0;
            pipeline.step(0, Signals.ecg(t), t);
            pipeline.step(1, Signals.ecg(t), t);
            pipeline.step(2, Signals.belt(t), t);
            pipeline.step(3, Signals.noise(n, n / 2000 % 2 == 0 ? 5 : 50), t);
            if (pipeline.metrics().size() > FOUR_LINES) {
                pipeline.step(4, Signals.noise(n + 7, 5), t);
                pipeline.step(5, Signals.belt(t + 1), t);
                pipeline.step(6, 5 + Math.sin(t), t);
                pipeline.step(7, 33 + Math.sin(t / 10), t);
                pipeline.pacer(true, 6, t / 10 - Math.floor(t / 10));
            }
            pipeline.advance(t);
            for (int m = 0; m < pipeline.metrics().size(); m++) {
                sum += pipeline.meter(m).value() > 0 ? 1 : 0;
            }
        }
    }

    @Test
    void stepsAllocateNothing() {
        Assumptions.assumeTrue(
                ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean,
                "this JVM does not count allocated bytes");
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Pipeline pipeline = new Pipeline(
                List.of(
                        new Pipeline.Line(Signals.plain(Modality.ECG), 250),
                        new Pipeline.Line(Signals.plain(Modality.PPG), 250),
                        new Pipeline.Line(Signals.plain(Modality.RESP), 250),
                        new Pipeline.Line(Signals.emg("emg1"), 250)),
                PipelineSettings.USUAL);
        run(pipeline, 0, 50_000);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        run(pipeline, 50_000, 150_000);
        long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        // some bytes are the measurement's own; one object a beat would be thousands
        assertThat(bytes).isLessThan(4096);
    }

    @Test
    void allKindsOfLinesTogetherAllocateNothing() {
        Assumptions.assumeTrue(
                ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean,
                "this JVM does not count allocated bytes");
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Pipeline pipeline = new Pipeline(
                List.of(
                        new Pipeline.Line(Signals.plain(Modality.ECG), 250),
                        new Pipeline.Line(Signals.plain(Modality.PPG), 250),
                        new Pipeline.Line(Signals.plain(Modality.RESP), 250),
                        new Pipeline.Line(Signals.emg("emg1"), 250),
                        new Pipeline.Line(Signals.emg("emg2"), 250),
                        new Pipeline.Line(Signals.plain(Modality.RESP2), 250),
                        new Pipeline.Line(Signals.skin(), 250),
                        new Pipeline.Line(Signals.plain(Modality.TEMP), 250)),
                PipelineSettings.USUAL);
        run(pipeline, 0, 50_000);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        run(pipeline, 50_000, 100_000);
        long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(sum).isPositive();
        assertThat(bytes).isLessThan(4096);
    }
}
