package org.stillpoint.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void aTenthLiesUnderTheLowEndAndOverTheHighOne() {
        Spread spread = Spread.of(IntStream.rangeClosed(1, 100).asDoubleStream().toArray(), "");
        assertThat(spread.median()).isEqualTo(50.5);
        assertThat(spread.low()).isEqualTo(10);
        assertThat(spread.high()).isEqualTo(90);
    }

    @Test
    void underHalfUsableThereIsAReasonAndNoNumber() {
        double[] values = new double[40];
        Arrays.fill(values, 20, 40, Double.NaN);
        values[0] = Double.NaN;
        Spread spread = Spread.of(values, "too many artefacts");
        assertThat(spread.median()).isNaN();
        assertThat(spread.reason()).isEqualTo("less than half of it could be used");
        assertThat(spread.usablePercent()).isEqualTo(47.5);
    }

    @Test
    void whatWasNeverThereGivesItsReason() {
        assertThat(Spread.of(new double[] {Double.NaN, Double.NaN}, "no sensor").reason())
                .isEqualTo("no sensor");
    }

    @Test
    void timeToRelaxIsTheStartOfTheFirstTenSecondsUnderTheLevel() {
        double[] levels = new double[30];
        double[] seconds = new double[30];
        for (int i = 0; i < 30; i++) {
            levels[i] = i < 7 || i == 12 ? 9 : 3;
            seconds[i] = i + 0.5;
        }
        ZoneTime zone = ZoneTime.of(4, "", levels, seconds, new boolean[30], false);
        assertThat(zone.relaxSeconds()).isEqualTo(13.5);
        assertThat(zone.percent()).isEqualTo(100.0 * 22 / 30);
        assertThat(zone.shownPercent()).isNaN();
    }
}
