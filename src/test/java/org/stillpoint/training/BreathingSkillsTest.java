package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.metric.Metric;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.training.TrainingControl.Kind;
import org.stillpoint.training.TrainingControl.Wish;

/** The exercise on a hand-made clock, with breaths drawn by hand. */
class BreathingSkillsTest {

    private static final List<Metric> METRICS = List.of(
            new Metric("belts_apart", "Apart", "°", Modality.RESP, Double.NaN, ""),
            new Metric("belly_share", "Share", "%", Modality.RESP, Double.NaN, ""));
    private static final Phase BASELINE = new Phase("Baseline", PhaseKind.BASELINE, 120, "sit");
    private static final Phase ALONE = new Phase("Alone", PhaseKind.ALONE_BEFORE, 90, "alone");
    private static final Phase LOW = new Phase("Low", PhaseKind.FEEDBACK, 240, "low");

    private final PacerCell cell = new PacerCell();
    private final Feedback feedback = new Feedback(2, 2, 0);
    private final BreathingSkills exercise = new BreathingSkills();
    private double now;

    private void begin(Remembered remembered) {
        Protocol protocol =
                new Protocol("b", "B", List.of("breathing-skills"), "wave", 8, 0.45, "why", List.of(BASELINE));
        exercise.begin(new Start(protocol, cell, Set.of(Modality.RESP, Modality.RESP2), METRICS, remembered));
    }

    private static Phase share(double share) {
        return new Phase(
                "Share",
                PhaseKind.FEEDBACK,
                180,
                "longer",
                PhaseEnd.TIME,
                90,
                0,
                "",
                Double.NaN,
                share,
                "",
                "",
                Double.NaN,
                0,
                0,
                "",
                "",
                List.of(),
                "",
                "");
    }

    /** Breaths of so long, out-breath 1.5 times as long as the in-breath. */
    private void live(double seconds, double cycle) {
        double until = now + seconds;
        double began = now;
        while (now < until - 1e-9) {
            now += 0.02;
            feedback.breathPosition = 0.5 - 0.4 * Math.cos(2 * Math.PI * (now - began) / cycle);
            if (now - began >= cycle) {
                exercise.breath(began, began + 0.4 * cycle, began + cycle, 1);
                began += cycle;
            }
            exercise.step(now, feedback);
        }
    }

    private void stop(double seconds) {
        double until = now + seconds;
        while (now < until) {
            now += 0.02;
            exercise.step(now, feedback);
        }
    }

    private double found(String key) {
        return exercise.findings().stream()
                .filter(finding -> finding.key().equals(key))
                .mapToDouble(Finding::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    @Test
    void thePacerRunsAtThreeQuartersOfTheOwnRateAndOnlyWhereAShareIsNamed() {
        begin(Remembered.NOTHING);
        exercise.phase(BASELINE, now);
        live(60, 5);
        exercise.phase(LOW, now);
        live(1, 5);
        assertThat(feedback.pacing()).isFalse();
        exercise.phase(share(0.4), now);
        live(1, 5);
        assertThat(feedback.pacing()).isTrue();
        assertThat(feedback.pacerRatePerMinute()).isCloseTo(9, org.assertj.core.api.Assertions.within(0.01));
        assertThat(feedback.pacerInhaleShare()).isEqualTo(0.4);
    }

    @Test
    void theMostComfortableShareIsRemembered() {
        begin(Remembered.NOTHING);
        for (double[] one : new double[][] {{0.45, 6}, {0.4, 8}, {0.35, 8}}) {
            exercise.phase(share(one[0]), now);
            live(10, 5);
            exercise.wish(new Wish(Kind.RATING, one[1], "comfort"), now);
        }
        assertThat(exercise.findings())
                .filteredOn(finding -> finding.key().equals("comfortable_inhale_share"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.value()).isEqualTo(0.4))
                .satisfies(finding -> assertThat(finding.remembered()).isTrue());
    }

    @Test
    void aPausedBreathIsSaidForTenSeconds() {
        begin(Remembered.NOTHING);
        exercise.phase(LOW, now);
        live(60, 4);
        stop(9);
        assertThat(feedback.cue()).startsWith("There was a pause");
        live(11, 4);
        assertThat(feedback.cue()).isEmpty();
        assertThat(found("breath_holds")).isEqualTo(1);
    }

    @Test
    void whatIsNoticedIsSaidOnceAMinuteAtMost() {
        begin(Remembered.NOTHING);
        exercise.phase(LOW, now);
        live(60, 4);
        stop(9);
        live(24, 4);
        stop(9);
        assertThat(found("breath_holds")).isEqualTo(2);
        assertThat(feedback.cue()).isEmpty();
    }

    @Test
    void aloneItIsCountedAndNotSaid() {
        begin(Remembered.NOTHING);
        exercise.phase(ALONE, now);
        live(60, 4);
        stop(9);
        assertThat(feedback.cue()).isEmpty();
        assertThat(found("breath_holds")).isEqualTo(1);
    }

    @Test
    void reverseMovementIsSaidOnceUntilItIsOver() {
        begin(Remembered.NOTHING);
        exercise.phase(LOW, now);
        feedback.meterValues[0] = 150;
        live(40, 4);
        feedback.meterValues[0] = 100;
        live(4, 4);
        feedback.meterValues[0] = 130;
        live(4, 4);
        assertThat(found("reverse_movements")).isEqualTo(1);
        feedback.meterValues[0] = 10;
        live(4, 4);
        feedback.meterValues[0] = 150;
        live(4, 4);
        assertThat(found("reverse_movements")).isEqualTo(2);
    }

    @Test
    void outAgainstInIsToldForEachPart() {
        begin(Remembered.NOTHING);
        exercise.phase(ALONE, now);
        live(60, 4);
        assertThat(found("out_in_ratio_alone_before")).isCloseTo(1.5, org.assertj.core.api.Assertions.within(0.01));
        assertThat(found("breathing_rate_alone_before_per_min"))
                .isCloseTo(15, org.assertj.core.api.Assertions.within(0.01));
    }

    @Test
    void withoutABeltNothingIsFoundAndThatIsSaid() {
        begin(Remembered.NOTHING);
        exercise.phase(LOW, now);
        feedback.breathPosition = Double.NaN;
        stop(60);
        assertThat(found("sighs")).isNaN();
        assertThat(exercise.findings())
                .extracting(Finding::text)
                .containsExactly("The belt gave too few whole breaths to judge.");
    }

    @Test
    void itStartsFromTheShareThatWasComfortable() {
        begin(Remembered.of(Map.of("comfortable_inhale_share", Finding.kept("comfortable_inhale_share", 0.38, ""))));
        exercise.phase(new Phase("Paced", PhaseKind.PACER_ONLY, 60, "go"), now);
        live(1, 5);
        assertThat(feedback.pacerInhaleShare()).isEqualTo(0.38);
    }
}
