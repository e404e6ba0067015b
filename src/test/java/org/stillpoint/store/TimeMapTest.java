package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeMapTest {

    private static TimeMap of(int points, java.util.function.IntToDoubleFunction seconds) {
        double[] indices = new double[points];
        double[] times = new double[points];
        for (int i = 0; i < points; i++) {
            indices[i] = i * 100.0;
            times[i] = seconds.applyAsDouble(i);
        }
        return new TimeMap(indices, times, 100);
    }

    @Test
    void theDevicesTrueRateIsFollowed() {
        TimeMap map = of(600, i -> i * 1.0002);
        assertThat(map.seconds(59_950)).isEqualTo(599.5 * 1.0002, within(1e-9));
    }

    @Test
    void theFirstSecondsLieOnTheLineOfTheLaterOnes() {
        TimeMap map = of(60, i -> i + (i < 4 ? 0.02 - 0.004 * i : 0));
        assertThat(map.seconds(0)).isEqualTo(0, within(1e-9));
        assertThat(map.seconds(150)).isEqualTo(1.5, within(1e-9));
    }

    @Test
    void jitterOfThePointsIsSmoothed() {
        Random random = new Random(3);
        TimeMap map = of(600, i -> i + random.nextGaussian() * 0.002);
        double worst = 0;
        for (int index = 2000; index < 58_000; index++) {
            worst = Math.max(worst, Math.abs(map.seconds(index) - index / 100.0));
        }
        assertThat(worst).isLessThan(0.0015);
    }

    @Test
    void aBreakIsKeptAsABreak() {
        TimeMap map = of(60, i -> i < 30 ? i : i + 5);
        assertThat(map.seconds(2800)).isEqualTo(28, within(1e-6));
        assertThat(map.seconds(3000)).isEqualTo(35, within(1e-6));
    }

    @Test
    void timesAscendEvenWhereThePointsStepBack() {
        TimeMap map = of(10, i -> i == 5 ? 3.9 : i);
        double before = Double.NEGATIVE_INFINITY;
        for (int index = 0; index < 900; index++) {
            assertThat(map.seconds(index)).isGreaterThan(before);
            before = map.seconds(index);
        }
    }

    @Test
    void oneSampleHasItsTimeAndTheNominalRate() {
        TimeMap map = new TimeMap(new double[] {0}, new double[] {0.5}, 100);
        assertThat(map.seconds(50)).isEqualTo(1.0, within(1e-12));
    }
}
