package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.metric.Metric;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.PacerCell;

class PacedBreathingTest {

    private static final Phase REST = new Phase("Rest", PhaseKind.BASELINE, 120, "rest");
    private static final Metric FOLLOWS = new Metric("with_pacer", "With the pacer", "%", Modality.RESP, 120, "");

    private final PacerCell pacer = new PacerCell();
    private final Feedback feedback = new Feedback(1, 0, 2);
    private final PacedBreathing exercise = new PacedBreathing();
    private double now;

    private void begin(double seconds, Remembered remembered) {
        Protocol protocol = new Protocol(
                "p",
                "P",
                List.of("paced-breathing"),
                "wave",
                "",
                6,
                0.45,
                0,
                0,
                true,
                "",
                List.of(REST, paced(seconds)));
        exercise.begin(new Start(protocol, pacer, Set.of(), List.of(FOLLOWS), remembered));
    }

    private static Phase paced(double seconds) {
        return new Phase("Breathe", PhaseKind.PACER_ONLY, seconds, "breathe");
    }

    private void rest(double ratePerMinute, double depth) {
        exercise.phase(REST, now);
        double cycle = 60 / ratePerMinute;
        for (int i = 0; i < 20; i++, now += cycle) {
            exercise.breath(now, now + 0.4 * cycle, now + cycle, depth);
        }
    }

    private void run(double seconds) {
        for (double until = now + seconds; now < until; now += 0.02) {
            exercise.step(now, feedback);
        }
    }

    @Test
    void startsAtTheOwnRateAndComesDownToTheTarget() {
        begin(1200, Remembered.NOTHING);
        rest(14, 1);
        exercise.phase(paced(1200), now);
        run(5);
        assertThat(feedback.pacerRatePerMinute()).isCloseTo(14, within(0.1));
        run(900);
        assertThat(feedback.pacerRatePerMinute()).isEqualTo(6);
        assertThat(feedback.note()).isEmpty();
    }

    @Test
    void aTargetThatTheTimeDoesNotAllowIsSaidSo() {
        begin(300, Remembered.NOTHING);
        rest(14, 1);
        exercise.phase(paced(300), now);
        run(299);
        assertThat(feedback.pacerRatePerMinute()).isCloseTo(9, within(0.15));
        assertThat(feedback.note()).contains("9.0 a minute", "6.0 would take 10 minutes");
    }

    @Test
    void aLaterSessionStartsAtTheLastComfortableRate() {
        Finding comfortable = Finding.kept(PacedBreathing.COMFORTABLE_RATE, 7, "");
        Map<String, Finding> known = Map.of(comfortable.key(), comfortable);
        begin(1200, new Remembered(known, known));
        rest(14, 1);
        exercise.phase(paced(1200), now);
        run(5);
        assertThat(feedback.pacerRatePerMinute()).isEqualTo(7);
    }

    @Test
    void thePacerDoesNotTearWhileItGlides() {
        begin(1200, Remembered.NOTHING);
        rest(14, 1);
        exercise.phase(paced(1200), now);
        run(0.02);
        double before = feedback.pacerPhase();
        for (int i = 0; i < 40_000; i++) {
            run(0.02);
            double moved = feedback.pacerPhase() - before;
            moved -= Math.rint(moved);
            assertThat(moved).isBetween(0.0, 0.0055);
            before = feedback.pacerPhase();
        }
    }

    @Test
    void breathsThatDoNotFollowEaseThePacerTwiceAndThenItRests() {
        begin(1200, Remembered.NOTHING);
        rest(7, 1);
        exercise.phase(paced(1200), now);
        feedback.meterValues[0] = 10;
        run(60);
        double before = feedback.pacerRatePerMinute();
        run(40);
        assertThat(feedback.pacerRatePerMinute()).isCloseTo(before + 1, within(0.5));
        assertThat(feedback.cue()).contains("faster");
        run(120);
        assertThat(feedback.pacing()).isFalse();
        assertThat(pacer.running()).isFalse();
    }

    @Test
    void withoutABeltNobodyIsJudged() {
        begin(1200, Remembered.NOTHING);
        rest(7, 1);
        exercise.phase(paced(1200), now);
        feedback.meterValues[0] = Double.NaN;
        run(400);
        assertThat(feedback.pacing()).isTrue();
    }

    @Test
    void breathsMuchDeeperThanAtRestAskForSofterOnes() {
        begin(1200, Remembered.NOTHING);
        rest(14, 1);
        exercise.phase(paced(1200), now);
        run(60);
        assertThat(feedback.softer()).isFalse();
        for (int i = 0; i < 4; i++) {
            exercise.breath(now, now + 3, now + 7, 1.6);
        }
        run(0.1);
        assertThat(feedback.softer()).isTrue();
        assertThat(feedback.cue()).contains("not deeper");
    }

    @Test
    void pausesAreOptInAndBounded() {
        Pacer paused = new Pacer(6, 0.4);
        assertThat(Pacer.level(paused.inhaleEndPhase() + 0.01, paused.inhaleEndPhase(), 0, 0))
                .isLessThan(1);
        paused.pauses(2, 1);
        assertThat(paused.inhaleEndPhase()).isCloseTo(0.28, within(1e-9));
        double level = Pacer.level(0.4, paused.inhaleEndPhase(), paused.pauseFullShare(), paused.pauseEmptyShare());
        assertThat(level).isEqualTo(1);
        assertThat(Pacer.level(0.95, paused.inhaleEndPhase(), paused.pauseFullShare(), paused.pauseEmptyShare()))
                .isCloseTo(0, within(1e-9));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> paused.pauses(6, 0))
                .hasMessageContaining("6.0 s");
    }
}
