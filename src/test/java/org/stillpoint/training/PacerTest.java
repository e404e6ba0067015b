package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacerTest {

    @Test
    void doesNotDriftInAnHour() {
        Pacer pacer = new Pacer(5.5, 0.45);
        pacer.start(12.34);
        double cycle = 60 / 5.5;
        double phase = pacer.phase(12.34 + 330 * cycle);
        double offSeconds = Math.min(phase, 1 - phase) * cycle;
        assertThat(offSeconds).isCloseTo(0, within(0.001));
    }

    @Test
    void aChangeOfRateAndRatioLeavesTheHeightWhereItIs() {
        Pacer pacer = new Pacer(6, 0.45);
        pacer.start(0);
        for (double t = 1; t < 60; t += 1.37) {
            double before = Pacer.level(pacer.phase(t), pacer.inhaleShare());
            boolean inhaling = pacer.phase(t) < pacer.inhaleShare();
            pacer.change(t, 3 + t % 12, 0.35 + t % 15 / 100);
            assertThat(Pacer.level(pacer.phase(t), pacer.inhaleShare())).isCloseTo(before, within(1e-9));
            assertThat(pacer.phase(t) < pacer.inhaleShare()).isEqualTo(inhaling);
        }
    }

    @Test
    void theShapeIsEmptyAtTheStartAndFullWhenTheOutBreathBegins() {
        assertThat(Pacer.level(0, 0.4)).isZero();
        assertThat(Pacer.level(0.4, 0.4)).isCloseTo(1, within(1e-12));
        assertThat(Pacer.level(0.7, 0.4)).isCloseTo(0.5, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.9, 15.1, Double.NaN})
    void refusesRatesOutsideItsLimits(double rate) {
        assertThatThrownBy(() -> new Pacer(rate, 0.45)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.34, 0.51})
    void refusesRatiosOutsideItsLimits(double share) {
        assertThatThrownBy(() -> new Pacer(6, share)).isInstanceOf(IllegalArgumentException.class);
    }
}
