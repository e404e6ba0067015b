package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CurveTest {

    @Test
    void aShortCurveStaysAsItIs() {
        Curve curve = new Curve();
        curve.add(1, 5);
        curve.add(2, Double.NaN);
        assertThat(curve.thinned(10).values()).containsExactly(5, Double.NaN);
    }

    @Test
    void aThinnedCurveKeepsItsHighestAndLowestPoint() {
        Curve curve = new Curve();
        for (int i = 0; i < 100_000; i++) {
            curve.add(i, i == 71_234 ? 99 : i == 3 ? -99 : Math.sin(i));
        }
        Curve thin = curve.thinned(2000);
        assertThat(thin.values()).hasSizeLessThanOrEqualTo(2000).contains(99.0, -99.0);
        assertThat(thin.seconds()).isSorted();
    }

    @Test
    void aBreakStaysABreak() {
        Curve curve = new Curve();
        for (int i = 0; i < 10_000; i++) {
            curve.add(i, i > 4000 && i < 6000 ? Double.NaN : 1);
        }
        Curve thin = curve.thinned(100);
        assertThat(DoubleStream.of(thin.values()).filter(Double::isNaN).count()).isEqualTo(10);
    }
}
