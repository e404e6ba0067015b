package org.stillpoint.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.metric.Event;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;
import org.stillpoint.ui.review.SheetPictures;

class PacedHeartTest {

    private final SyntheticSession session = new SyntheticSession(new Protocol(
            "resonance",
            "Resonance",
            List.of("resonance"),
            "wave",
            6.5,
            0.45,
            "why",
            List.of(
                    new Phase("6.5 a minute", PhaseKind.PACER_ONLY, 120, ""),
                    new Phase("Rest", PhaseKind.REST, 30, ""))));
    private final PacedHeart heart = new PacedHeart(session.live);

    /** Breaths of ten seconds, a beat each second; the heart is fastest in the middle of each. */
    private void play(double fromSeconds, double toSeconds, int phase) {
        for (int t = (int) fromSeconds; t < toSeconds; t++) {
            if (t % 10 == 0) {
                session.events.publish(Event.BREATH.ordinal(), t, 1, t);
            }
            double rate = 60 - 5 * Math.cos(2 * Math.PI * (t % 10) / 10.0);
            session.events.publish(Event.BEAT.ordinal(), t + 0.5, 60_000 / rate, t);
            session.writer
                    .state(Feedback.State.RUNNING)
                    .time(t + 0.6, 0)
                    .phase(phase, t - fromSeconds, 120)
                    .pacer(phase == 0, 6.5, 0.45, 0);
            heart.look(session.writer.next());
        }
    }

    private List<List<PacedHeart.Breath>> firstBlock() {
        return heart.of(SheetPictures.sheet().blocks().subList(0, 1));
    }

    @Test
    void breathsWhileTheHeartFindsIntoTheRateAreLeftOut() {
        play(0, 120, 0);
        play(120, 130, 1);
        assertThat(firstBlock().get(0)).hasSize(7);
    }

    @Test
    void eachBreathIsDrawnAroundItsOwnMiddleFromInToOut() {
        play(0, 120, 0);
        play(120, 130, 1);
        PacedHeart.Breath breath = firstBlock().get(0).get(3);
        assertThat(Arrays.stream(breath.perMinute()).sum()).isCloseTo(0, within(1e-9));
        assertThat(breath.shares()).isSorted();
        assertThat(breath.perMinute()[5]).isGreaterThan(3);
        assertThat(breath.perMinute()[0]).isLessThan(-3);
    }

    @Test
    void aBlockThatWasBegunAgainForgetsTheFirstTry() {
        play(0, 100, 0);
        play(100, 160, 0);
        play(160, 170, 1);
        assertThat(firstBlock().get(0)).hasSize(1);
    }

    @Test
    void aRateThatWasNotSeenHasNoBreaths() {
        assertThat(firstBlock().get(0)).isEmpty();
    }
}
