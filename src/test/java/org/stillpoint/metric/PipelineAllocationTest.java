package org.stillpoint.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.stillpoint.signal.Modality;

class PipelineAllocationTest {

    private static void run(Pipeline pipeline, int from, int to) {
        for (int n = from; n < to; n++) {
            double t = n / 250.0;
            pipeline.step(0, Signals.ecg(t), t);
            pipeline.step(1, Signals.ecg(t), t);
            pipeline.step(2, Signals.belt(t), t);
            pipeline.step(3, Signals.noise(n, n / 2000 % 2 == 0 ? 5 : 50), t);
            pipeline.advance(t);
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
}
