package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MicroBreaksTest {

    private final MicroBreaks breaks = new MicroBreaks();
    private final List<Double> cues = new ArrayList<>();

    @BeforeEach
    void begin() {
        breaks.begin();
    }

    /** An hour of work; after a reminder the muscle lets go once, or never. */
    private void work(double percent, boolean answers) {
        double gapSeconds = 0;
        for (double t = 60; t < 3660; t += 0.02) {
            gapSeconds += 0.02;
            double last = cues.isEmpty() ? -100 : cues.get(cues.size() - 1);
            if (answers && t - last > 5 && t - last < 5.03) {
                gapSeconds = 0;
            }
            if (breaks.due(t, percent, gapSeconds)) {
                cues.add(t);
            }
        }
    }

    @Test
    void whoNeverRestsIsRemindedFourTimesAtMost() {
        work(5, true);
        assertThat(cues).hasSize(4);
        assertThat(breaks.answered()).isEqualTo(4);
    }

    @Test
    void twoMinutesLieBetweenTwoReminders() {
        work(5, true);
        assertThat(cues.get(1) - cues.get(0)).isBetween(119.9, 121.0);
    }

    @Test
    void aReminderThatChangesNothingIsFollowedByALongerWait() {
        work(5, false);
        assertThat(cues.get(1) - cues.get(0)).isBetween(239.9, 241.0);
        assertThat(cues.get(2) - cues.get(1)).isBetween(479.9, 481.0);
        assertThat(breaks.answered()).isZero();
    }

    @Test
    void whoRestsEnoughIsNotReminded() {
        work(25, false);
        assertThat(cues).isEmpty();
    }

    @Test
    void whatIsNotKnownRemindsNobody() {
        work(Double.NaN, false);
        assertThat(cues).isEmpty();
    }
}
