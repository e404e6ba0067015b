package org.stillpoint.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RecentRangeTest {

    private static final double RATE_HZ = 100;

    private final RecentRange range = new RecentRange(RATE_HZ);

    /** Six breaths a minute, as deep as given, from this second on; the largest step between two positions. */
    private double largestStep(double fromSeconds, double untilSeconds, double depth) {
        double largest = 0;
        double before = Double.NaN;
        for (int i = (int) (fromSeconds * RATE_HZ); i < untilSeconds * RATE_HZ; i++) {
            double value = depth * Math.sin(2 * Math.PI * 0.1 * i / RATE_HZ);
            range.step(value);
            double position = range.position(value);
            largest = Double.isNaN(before) ? largest : Math.max(largest, Math.abs(position - before));
            before = position;
        }
        return largest;
    }

    @Test
    void lineOfShallowerBreathsHasNoStepWhereTheDeepOneLeavesTheRange() {
        double steady = largestStep(0, 40, 1);
        assertThat(largestStep(40, 90, 0.4)).isLessThan(2 * steady);
    }

    @Test
    void lineOfADeeperBreathHasNoStep() {
        double steady = largestStep(0, 40, 0.4);
        assertThat(largestStep(40, 60, 1)).isLessThan(2 * steady);
    }

    @Test
    void rangeIsThatOfTheShallowBreathsAHalfMinuteLater() {
        largestStep(0, 40, 1);
        largestStep(40, 72.5, 0.4);
        assertThat(range.position(0.4)).isCloseTo(1, within(0.02));
        assertThat(range.position(-0.4)).isCloseTo(0, within(0.02));
    }

    @Test
    void nothingIsSaidInTheFirstSeconds() {
        for (int i = 0; i < 3.9 * RATE_HZ; i++) {
            range.step(i % 7);
            assertThat(range.position(3)).isNaN();
        }
    }
}
