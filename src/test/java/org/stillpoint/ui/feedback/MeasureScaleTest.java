package org.stillpoint.ui.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeasureScaleTest {

    private static MeasureScale after(MeasureScale scale, double value, double line, double seconds) {
        for (double t = 0; t < seconds; t += 0.02) {
            scale.follow(value, line, 0.02);
        }
        return scale;
    }

    @Test
    void whatStandsOnZeroIsProportional() {
        MeasureScale scale = after(new MeasureScale(20, true), 10, Double.NaN, 5);
        assertThat(scale.share(5)).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void lineFarAboveTheValueStillFits() {
        MeasureScale scale = after(new MeasureScale(4, true), 2, 8, 5);
        assertThat(scale.share(8)).isBetween(0.5, 0.7);
    }

    @Test
    void warmthShowsAStretchThatGoesAlong() {
        MeasureScale scale = after(new MeasureScale(2.5, false), 30, Double.NaN, 1);
        double begin = scale.share(30);
        assertThat(begin).isCloseTo(0.4, within(1e-9));
        after(scale, 34, Double.NaN, 30);
        assertThat(scale.share(34)).isCloseTo(0.88, within(0.01));
    }

    @Test
    void valueAndLineFitTogetherHoweverFarApart() {
        MeasureScale scale = after(new MeasureScale(2.5, false), 28, 33, 60);
        assertThat(scale.share(28)).isBetween(0.1, 0.2);
        assertThat(scale.share(33)).isBetween(0.8, 0.9);
    }

    @Test
    void absentValueMovesNothing() {
        MeasureScale scale = after(new MeasureScale(2.5, false), 30, Double.NaN, 1);
        double before = scale.share(31);
        after(scale, Double.NaN, 40, 10);
        assertThat(scale.share(31)).isEqualTo(before);
    }
}
