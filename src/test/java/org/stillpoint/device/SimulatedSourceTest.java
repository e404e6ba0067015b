package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.stillpoint.signal.PacerCell;

class SimulatedSourceTest {

    private static final SampleSink NOBODY = new SampleSink() {
        @Override
        public void sample(double[] codes) {
            // only counted
        }

        @Override
        public void lost(long samples) {
            // nothing is lost here
        }
    };

    private long now = 5_000_000_000L;

    @Test
    void samplesComeAtAThousandASecondOfTheClock() throws DeviceException {
        assertThat(samplesIn(2000, 1)).isEqualTo(2000);
    }

    @Test
    void fasterTimeGivesMoreSamplesOfTheSameLife() throws DeviceException {
        assertThat(samplesIn(200, 10)).isEqualTo(2000);
    }

    private int samplesIn(int millis, double speed) throws DeviceException {
        SimulatedSource source = new SimulatedSource(SimulatedPerson.resting(1), new PacerCell(), () -> now, speed);
        source.open();
        int samples = 0;
        for (int i = 0; i < millis / 10; i++) {
            now += 10_000_000;
            samples += source.read(NOBODY);
        }
        return samples;
    }

    @Test
    void oneReadIsAtMostTwentyMillisecondsOfLife() throws DeviceException {
        SimulatedSource source = new SimulatedSource(SimulatedPerson.resting(1), new PacerCell(), () -> now);
        source.open();
        now += 3_000_000_000L;
        assertThat(source.read(NOBODY)).isEqualTo(20);
    }

    @Test
    void valuesLieInTheUnitsOfTheirChannels() throws DeviceException {
        SimulatedSource source = new SimulatedSource(SimulatedPerson.resting(1), new PacerCell(), () -> now, 10);
        Collected sink = new Collected();
        source.open();
        for (int i = 0; i < 100; i++) {
            now += 10_000_000;
            source.read(sink);
        }
        double highestMillivolts = sink.samples.stream()
                .mapToDouble(c -> source.profile().channels().get(0).value(c[0]))
                .max()
                .orElseThrow();
        double highestMicrovolts = sink.samples.stream()
                .mapToDouble(c -> source.profile().channels().get(3).value(c[3]))
                .max()
                .orElseThrow();
        assertThat(highestMillivolts).isBetween(0.9, 1.5);
        assertThat(highestMicrovolts).isBetween(10.0, 60.0);
    }

    @Test
    void leadThatComesOffIsAtItsRail() throws DeviceException {
        SimulatedSource source = new SimulatedSource(SimulatedPerson.resting(1), new PacerCell(), () -> now);
        Collected sink = new Collected();
        source.open();
        source.patient().takeLeadsOff(1);
        now += 10_000_000;
        source.read(sink);
        assertThat(sink.samples.get(0)[0]).isEqualTo(8388607);
        assertThat(sink.samples.get(0)[1]).isNotEqualTo(8388607);
    }

    @Test
    void readingAllocatesNothing() throws DeviceException {
        SimulatedSource source = new SimulatedSource(
                SimulatedPerson.resting(1).withArtefacts(5, 5, 5, 10), new PacerCell(), () -> now += 10_000_000);
        source.open();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        int samples = 0;
        for (int i = 0; i < 2000; i++) {
            source.read(NOBODY);
        }
        threads.getThreadAllocatedBytes(id);
        long before = threads.getThreadAllocatedBytes(id);
        for (int i = 0; i < 5000; i++) {
            samples += source.read(NOBODY);
        }
        long allocated = threads.getThreadAllocatedBytes(id) - before;
        assertThat(samples).isGreaterThan(40_000);
        assertThat(allocated).isZero();
    }
}
