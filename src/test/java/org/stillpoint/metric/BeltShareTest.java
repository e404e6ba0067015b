package org.stillpoint.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BeltShareTest {

    private final BeltShare share = new BeltShare();

    private void breathe(int breaths, double belly, double chest) {
        for (int i = 0; i < breaths; i++) {
            share.partnerBreath(4 * i, 4 * i + 2, 4 * i + 4, chest);
            share.breath(4 * i, 4 * i + 2, 4 * i + 4, belly);
            share.advance(4 * i + 4);
        }
    }

    @Test
    void threeQuartersOfTheMovementAreSeventyFivePercent() {
        breathe(5, 3, 1);
        assertThat(share.value()).isEqualTo(75);
    }

    @Test
    void fewerThanFiveBreathsSayNothing() {
        breathe(4, 3, 1);
        assertThat(share.value()).isNaN();
        assertThat(share.reason()).isEqualTo(Absence.NOT_ENOUGH_YET);
    }

    @Test
    void withoutTheSecondBeltItStaysAbsent() {
        breathe(8, 3, Double.NaN);
        assertThat(share.value()).isNaN();
    }
}
