package org.stillpoint.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Figures of rows of breaths that are known. */
class BreathFiguresTest {

    private final List<double[]> rows = new ArrayList<>();
    private final Random random = new Random(2);
    private double t;

    private void breaths(int n, double in, double held, double out, double rest, double depth) {
        for (int i = 0; i < n; i++) {
            double length = (in + held + out + rest) * (1 + 0.04 * random.nextGaussian());
            double stretch = length / (in + held + out + rest);
            double exhale = t + (in + held) * stretch;
            double deep = depth * (1 + 0.06 * random.nextGaussian());
            rows.add(new double[] {t, exhale, t + length, deep, t + in * stretch, exhale + out * stretch});
            t += length;
        }
    }

    private Figures figures() {
        Figures figures = new Figures();
        BreathFigures.into(figures, rows);
        return figures;
    }

    @Test
    void eachSteadyStretchHasItsOwnFigures() {
        breaths(20, 1.6, 0, 2.4, 0, 1);
        breaths(12, 4, 0, 6, 0, 1.8);
        breaths(6, 3.5, 4, 3.5, 4, 1.6);
        breaths(20, 1.2, 0, 1.5, 0, 0.7);
        assertThat(figures().values()).containsKey("resp.segment3.rate").doesNotContainKey("resp.segment4.rate");
        assertThat(figures().values().get("resp.segment2.rate")).isCloseTo(4, within(0.15));
        assertThat(figures().values().get("resp.segment2.inhale_s")).isCloseTo(3.5, within(0.2));
        assertThat(figures().values().get("resp.segment2.exhale_s")).isCloseTo(3.5, within(0.2));
        assertThat(figures().values().get("resp.segment3.amplitude")).isCloseTo(0.7, within(0.03));
    }

    @Test
    void heldBreathPartsTwoStretchesAndBelongsToNeither() {
        breaths(12, 2, 0, 4, 0, 1);
        breaths(1, 2, 0, 4, 15, 1);
        breaths(12, 2, 0, 4, 0, 1);
        assertThat(figures().values()).containsKey("resp.segment1.rate").doesNotContainKey("resp.segment2.rate");
        assertThat(figures().values().get("resp.segment0.rate")).isCloseTo(10, within(0.3));
    }

    @Test
    void steadyBreathingIsOneStretch() {
        breaths(200, 1.6, 0.2, 2, 0.4, 1);
        assertThat(figures().values()).containsKey("resp.segment0.rate").doesNotContainKey("resp.segment1.rate");
    }

    @Test
    void pausesAreTold() {
        breaths(30, 2, 0.5, 3, 1.5, 1);
        assertThat(figures().values().get("resp.inhale_pause_s")).isCloseTo(0.5, within(0.02));
        assertThat(figures().values().get("resp.exhale_pause_s")).isCloseTo(1.5, within(0.03));
    }

    @Test
    void unknownEndsEnterNoFigure() {
        breaths(12, 2, 0, 4, 0, 1);
        rows.add(new double[] {t, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN});
        assertThat(figures().values().get("resp.breath_count")).isEqualTo(13);
        assertThat(figures().values()).containsKeys("resp.ie_ratio", "resp.segment0.rate");
    }

    @Test
    void twoBreathsAreNotEnough() {
        breaths(2, 2, 0, 4, 0, 1);
        assertThat(figures().values()).isEmpty();
        assertThat(figures().reasons()).hasSize(1);
    }
}
