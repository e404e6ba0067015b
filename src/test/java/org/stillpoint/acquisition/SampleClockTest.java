package org.stillpoint.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleClockTest {

    private static final long START = 5_000_000_000_000L;

    /** Feeds a device of this drift whose bytes come in clumps; gives the clock after so many seconds. */
    private static SampleClock after(double seconds, double partsPerMillion, double clumpMillis, double jitterMillis) {
        SampleClock clock = new SampleClock(1000);
        Random random = new Random(7);
        double period = 1e9 / (1000 * (1 + partsPerMillion * 1e-6));
        long last = -1;
        for (double t = 0; t < seconds * 1e9; t += clumpMillis * 1e6) {
            long index = (long) Math.floor(t / period);
            if (index > last) {
                double late = -Math.log(1 - random.nextDouble()) * jitterMillis * 1e6;
                clock.observe(index, START + Math.round(t + late));
                last = index;
            }
        }
        return clock;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0,     1,  0.1
            2190,  1,  0.1
            -5000, 16, 0.5
            5000,  16, 1.0
            100,   50, 3.0
            """)
    void findsTheDeviceRateWithinAMinute(double partsPerMillion, double clumpMillis, double jitterMillis) {
        SampleClock clock = after(61, partsPerMillion, clumpMillis, jitterMillis);
        assertThat(clock.partsPerMillion()).isCloseTo(partsPerMillion, within(20.0));
    }

    @Test
    void timesOfClumpedSamplesLieOnALine() {
        SampleClock clock = after(61, 300, 16, 0.3);
        double period = 1e9 / (1000 * (1 + 300e-6));
        for (long index = 59_000; index < 60_000; index += 37) {
            double truth = START + index * period;
            assertThat(clock.nanosOf(index) - truth).isCloseTo(0, within(1.1e6));
        }
    }

    @Test
    void aBusyMachineInTheFirstSecondsDoesNotBendTheLine() {
        SampleClock clock = new SampleClock(1000);
        Random random = new Random(5);
        for (int i = 0; i < 30_000; i++) {
            boolean busy = i < 3_000 || i % 9_000 < 2_000;
            double late = (busy ? 250e6 + 150e6 * random.nextDouble() : 0.2e6) * random.nextDouble();
            clock.observe(i, START + i * 1_000_000L + Math.round(late));
            if (i > 4_000) {
                assertThat((clock.nanosOf(i) - START - i * 1_000_000L) / 1e6).isCloseTo(0, within(8.0));
            }
        }
    }

    @Test
    void indexAndTimeAreInverse() {
        SampleClock clock = after(10, 0, 1, 0.1);
        assertThat(clock.indexAt(clock.nanosOf(4321))).isCloseTo(4321, within(0.001));
    }

    @Test
    void aLateFirstChunkDoesNotShiftTheLine() {
        SampleClock clock = new SampleClock(250);
        clock.observe(0, START + 80_000_000);
        for (int i = 1; i < 250; i++) {
            clock.observe(i, START + i * 4_000_000L);
        }
        assertThat(clock.nanosOf(249)).isEqualTo(START + 249 * 4_000_000L);
    }

    @Test
    void aLossNobodyCountedIsToldWhenTheStreamHasBeenLateForFiveSeconds() {
        assertThat(latenessSeen(16, 4_900 + 1_000) / 1e6).isCloseTo(16, within(3.0));
    }

    @Test
    void aMachineThatWasBusyForSomeSecondsIsNoLoss() {
        assertThat(latenessSeen(16, 3_500)).isZero();
    }

    /** The largest lateness told when a stream of 1 kHz comes so many milliseconds late for so long, from second 15 on. */
    private static double latenessSeen(int lateMillis, int forMillis) {
        SampleClock clock = new SampleClock(1000);
        double seen = 0;
        for (int i = 0; i < 24_000; i++) {
            boolean late = i >= 15_000 && i < 15_000 + forMillis;
            clock.observe(i, START + (i + (late ? lateMillis : 0)) * 1_000_000L);
            seen = Math.max(seen, clock.lastingLatenessNanos());
        }
        return seen;
    }
}
