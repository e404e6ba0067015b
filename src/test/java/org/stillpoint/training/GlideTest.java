package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GlideTest {

    @Test
    void comesDownAMinuteAMinuteAndHalfAsFastBelowEight() {
        Glide glide = new Glide(14, 6, 1200);
        assertThat(glide.ratePerMinute(0)).isEqualTo(14);
        assertThat(glide.ratePerMinute(180)).isCloseTo(11, within(1e-9));
        assertThat(glide.ratePerMinute(360)).isCloseTo(8, within(1e-9));
        assertThat(glide.ratePerMinute(480)).isCloseTo(7, within(1e-9));
        assertThat(glide.ratePerMinute(600)).isCloseTo(6, within(1e-9));
        assertThat(glide.ratePerMinute(1200)).isEqualTo(6);
        assertThat(Glide.seconds(14, 6)).isEqualTo(600);
    }

    @Test
    void whatTheTimeDoesNotAllowIsNotAskedFor() {
        Glide glide = new Glide(14, 6, 300);
        assertThat(glide.toPerMinute()).isCloseTo(9, within(1e-9));
        assertThat(glide.ratePerMinute(900)).isCloseTo(9, within(1e-9));
    }

    @Test
    void anOwnRateBelowTheTargetDoesNotGlideUpOrLeaveTheLimits() {
        assertThat(new Glide(5, 6, 300).ratePerMinute(0)).isEqualTo(6);
        assertThat(new Glide(24, 6, 3600).ratePerMinute(0)).isEqualTo(15);
    }
}
