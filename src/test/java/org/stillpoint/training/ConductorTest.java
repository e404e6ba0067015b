package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.metric.PipelineSettings;
import org.stillpoint.signal.PacerCell;

/** Phases and wishes without any sensor, on a time that the test hands in. */
class ConductorTest {

    private final PacerCell pacer = new PacerCell();
    private final TrainingControl control = new TrainingControl();
    private Feedback feedback;
    private Conductor conductor;
    private double now;

    private void begin(List<String> exercises, Phase... phases) {
        Protocol protocol = new Protocol("one", "One", exercises, "wave", 6, 0.45, "why", List.of(phases));
        feedback = new FeedbackCell(0, 0, phases.length).blank();
        conductor = new Conductor(
                new Start(protocol, pacer), new Pipeline(List.of(), new PipelineSettings(50, 0.25)), control, feedback);
    }

    private static Phase phase(PhaseKind kind, String exercise, String consent) {
        return new Phase(
                kind.name(),
                kind,
                60,
                "text",
                PhaseEnd.TIME,
                60,
                0,
                exercise,
                Double.NaN,
                Double.NaN,
                "",
                "",
                Double.NaN,
                0,
                0,
                "",
                "",
                List.of(),
                consent,
                "");
    }

    private void until(double tSeconds) {
        while (now < tSeconds - 1e-9) {
            now += 0.02;
            conductor.tick(now);
        }
    }

    private double found(String key) {
        return conductor.findings().stream()
                .filter(finding -> finding.key().equals(key))
                .mapToDouble(Finding::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    private void breaths(double from, int count, double cycleSeconds) {
        for (int i = 0; i < count; i++) {
            double at = from + i * cycleSeconds;
            conductor.breath(at, at + 0.4 * cycleSeconds, at + cycleSeconds, 1);
        }
    }

    @Test
    void breathsFoundAfterAHoldThatBeganInItAreInNoBaseline() {
        begin(List.of("paced-breathing"), phase(PhaseKind.BASELINE, "", ""));
        until(26);
        breaths(0, 5, 5);
        control.hold();
        until(40);
        control.resume();
        until(41);
        breaths(27, 7, 2);
        assertThat(found(PacedBreathing.OWN_RATE)).isEqualTo(12);
    }

    @Test
    void breathsAroundACoughAreInNoBaseline() {
        begin(List.of("paced-breathing"), phase(PhaseKind.BASELINE, "", ""));
        until(26);
        breaths(0, 5, 5);
        until(36);
        control.event("cough");
        until(40);
        breaths(30, 7, 1);
        assertThat(found(PacedBreathing.OWN_RATE)).isEqualTo(12);
    }

    @Test
    void aHoldInOneExercisesPhaseDoesNotSilenceAnothersPacer() {
        begin(
                List.of("stress-profile", "paced-breathing"),
                phase(PhaseKind.BASELINE, "stress-profile", ""),
                phase(PhaseKind.PACER_ONLY, "paced-breathing", ""));
        until(10);
        control.hold();
        until(20);
        control.resume();
        until(72);
        assertThat(feedback.phaseIndex()).isEqualTo(1);
        assertThat(feedback.pacing()).isTrue();
    }

    @Test
    void thePacerIsSilentWhileConsentIsAsked() {
        begin(
                List.of("paced-breathing"),
                phase(PhaseKind.PACER_ONLY, "", ""),
                phase(PhaseKind.STRESSOR, "", "Shall we?"));
        until(59);
        assertThat(pacer.running()).isTrue();
        until(61);
        assertThat(feedback.asking()).isTrue();
        assertThat(pacer.running()).isFalse();
    }

    @Test
    void aWishThatIsNoNumberIsLeftAlone() {
        begin(List.of("paced-breathing"), phase(PhaseKind.PACER_ONLY, "", ""), phase(PhaseKind.WRAP_UP, "", ""));
        until(1);
        control.pacerRate(Double.NaN);
        control.inhaleShare(Double.POSITIVE_INFINITY);
        control.phaseLength(0, Double.NaN);
        until(61);
        assertThat(feedback.pacerRatePerMinute()).isEqualTo(6);
        assertThat(feedback.phaseIndex()).isEqualTo(1);
    }

    @Test
    void aPhasesOwnRateKeepsTheEasing() {
        Phase paced = phase(PhaseKind.PACER_ONLY, "", "");
        Phase own = new Phase(
                "own",
                PhaseKind.PACER_ONLY,
                60,
                "text",
                PhaseEnd.TIME,
                60,
                0,
                "",
                5,
                Double.NaN,
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
        begin(List.of("paced-breathing"), paced, own);
        until(10);
        control.tooFast();
        until(62);
        assertThat(feedback.pacerRatePerMinute()).isEqualTo(6);
    }
}
