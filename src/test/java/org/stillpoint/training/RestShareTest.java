package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RestShareTest {

    private final RestShare share = new RestShare();

    private void add(double seconds, boolean usable, boolean rests) {
        for (int i = 0; i < Math.round(seconds * 50); i++) {
            share.add(usable, rests);
        }
    }

    @Test
    void theLastMinuteCounts() {
        add(60, true, true);
        add(45, true, false);
        assertThat(share.percent()).isCloseTo(25, within(0.01));
        assertThat(share.wholePercent()).isCloseTo(100 * 60 / 105.0, within(0.01));
    }

    @Test
    void aGapNeedsAFifthOfASecond() {
        for (int i = 0; i < 30; i++) {
            add(1.8, true, false);
            add(i % 2 == 0 ? 0.2 : 0.18, true, true);
        }
        assertThat(share.wholeGapsPerMinute()).isCloseTo(15, within(0.2));
    }

    @Test
    void whatCannotBeTrustedIsNeitherRestNorWork() {
        add(30, true, true);
        add(15, false, false);
        add(10, true, false);
        assertThat(share.percent()).isCloseTo(75, within(0.01));
        assertThat(share.secondsSinceGap()).isCloseTo(10, within(0.01));
    }

    @Test
    void underHalfAMinuteThereIsNoNumber() {
        add(29, true, true);
        assertThat(share.percent()).isNaN();
        assertThat(share.wholeGapsPerMinute()).isNaN();
    }
}
