package org.stillpoint.ui.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.FeedbackCell;
import org.stillpoint.training.FeedbackWriter;

class PacerPresenceTest {

    private static final double FRAME = 1 / 60.0;

    private final FeedbackWriter writer = new FeedbackWriter(new FeedbackCell(0, 0, 0));
    private final PacerPresence presence = new PacerPresence();
    private double t = 50;

    private double frame(boolean pacing, double secondsLeft) {
        t += FRAME;
        double cycles = t / 10;
        Feedback newest = writer.time(t, 1)
                .pacer(pacing, 6, 0.4, pacing ? cycles - Math.floor(cycles) : Double.NaN)
                .pacerSecondsLeft(secondsLeft)
                .publish();
        presence.follow(newest, t);
        return presence.strength();
    }

    @Test
    void pacerThatGoesAwayForAWhileFadesAndNeverJumps() {
        double before = frame(true, 12);
        double largest = 0;
        for (double left = 12; left > 0; left -= FRAME) {
            double now = frame(true, left);
            largest = Math.max(largest, Math.abs(now - before));
            before = now;
        }
        assertThat(largest).isLessThan(0.01);
        assertThat(before).isLessThan(0.001);
    }

    @Test
    void nothingOfItIsLeftOnceItIsAway() {
        frame(true, Double.NaN);
        for (int i = 0; i < 60; i++) {
            frame(false, Double.NaN);
        }
        assertThat(presence.strength()).isZero();
        assertThat(presence.phase()).isNaN();
    }

    @Test
    void pacerThatComesBackIsWhollyThereAfterTwoSeconds() {
        frame(false, Double.NaN);
        frame(false, Double.NaN);
        assertThat(frame(true, Double.NaN)).isLessThan(0.02);
        for (int i = 0; i < 121; i++) {
            frame(true, Double.NaN);
        }
        assertThat(presence.strength()).isEqualTo(1);
    }

    @Test
    void pacerOfANewPictureIsThereAtOnce() {
        assertThat(frame(true, Double.NaN)).isEqualTo(1);
    }

    @Test
    void shapeSomeSecondsAheadIsThatOfItsPhase() {
        frame(true, Double.NaN);
        double later = presence.levelIn(4);
        for (int i = 0; i < 240; i++) {
            frame(true, Double.NaN);
        }
        assertThat(presence.level()).isCloseTo(later, within(1e-9));
    }
}
