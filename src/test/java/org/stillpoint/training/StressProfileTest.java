package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.metric.Metric;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.signal.RrVerdict;
import org.stillpoint.training.TrainingControl.Kind;
import org.stillpoint.training.TrainingControl.Wish;

/** The exercise on a hand-made clock with values drawn by hand. */
class StressProfileTest {

    private static final List<Metric> METRICS = List.of(
            new Metric("rmssd", "RMSSD", "ms", Modality.ECG, 64, ""),
            new Metric("breathing_rate", "Breathing", "/min", Modality.RESP, Double.NaN, ""));
    private static final Phase BASELINE = new Phase("Baseline", PhaseKind.BASELINE, 300, "sit");
    private static final Phase RECOVERY = new Phase("Recovery", PhaseKind.REST, 180, "sit");

    private final Feedback feedback = new Feedback(2, 1, 0);
    private final StressProfile exercise = new StressProfile();
    private double now;

    private static Phase stressor(String question, boolean spoken) {
        return new Phase(
                "Task",
                PhaseKind.STRESSOR,
                120,
                "count",
                PhaseEnd.TIME,
                60,
                0,
                "",
                Double.NaN,
                Double.NaN,
                "",
                "",
                Double.NaN,
                0,
                0,
                "",
                question,
                List.of(),
                "May we?",
                "",
                0,
                0,
                spoken);
    }

    private void begin(Remembered remembered) {
        exercise.begin(new Start(
                new Protocol("s", "S", List.of("stress-profile"), "wave", 6, 0.45, "why", List.of(BASELINE)),
                new PacerCell(),
                Set.of(Modality.ECG, Modality.RESP, Modality.EMG),
                METRICS,
                remembered));
        feedback.meterValues[0] = 40;
        feedback.meterValues[1] = 14;
    }

    private void run(Phase phase, double seconds, double beatsPerMinute, double breaths, boolean whole) {
        exercise.phase(phase, now);
        double until = now + seconds;
        for (int i = 0; now < until - 1e-9; i++) {
            now += 0.02;
            feedback.meterValues[1] = breaths + (i / 1500 % 2 == 0 ? -0.2 : 0.2);
            if (i % 45 == 0) {
                double rate = beatsPerMinute + (i / 1500 % 2 == 0 ? -0.5 : 0.5);
                exercise.beat(now, 60_000 / rate, RrVerdict.NORMAL);
            }
            exercise.step(now, feedback);
        }
        exercise.phaseEnds(phase, now, whole);
    }

    private Finding found(String key) {
        return exercise.findings().stream()
                .filter(finding -> finding.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    @Test
    void aScriptLeadsAStressorWithItsWords() {
        Phase imagery = new Phase(
                "A hard moment",
                PhaseKind.STRESSOR,
                120,
                "imagine",
                PhaseEnd.TIME,
                60,
                0,
                "",
                Double.NaN,
                Double.NaN,
                "",
                "",
                Double.NaN,
                0,
                0,
                "moment",
                "",
                List.of(),
                "May we?",
                "");
        Script moment = new Script(
                "moment",
                "Moment",
                false,
                List.of(),
                List.of(new Script.Step("Where are you?", 60, Script.Wait.TIME, "", 0, "")),
                "");
        List<String> exercises = List.of("paced-breathing", "guided", "stress-profile");
        Protocol protocol = new Protocol("s", "S", exercises, "wave", 6, 0.45, "why", List.of(imagery));
        RunningExercises running = new RunningExercises(
                new Start(protocol, new PacerCell(), Set.of(), METRICS, Remembered.NOTHING, Map.of("moment", moment)));
        running.choose(imagery);
        running.phase(imagery, 0);
        running.step(0.02, feedback);
        assertThat(feedback.cue()).isEqualTo("Where are you?");
    }

    @Test
    void aStressorIsHeldAgainstTheBaselineAndItsRecovery() {
        begin(Remembered.NOTHING);
        run(BASELINE, 300, 70, 14, true);
        run(stressor("", false), 120, 82, 20, true);
        run(RECOVERY, 180, 73, 15, true);
        assertThat(found("stress_1_heart_rate_reactivity_per_min").value()).isBetween(11.5, 12.5);
        assertThat(found("stress_1_heart_rate_recovery_pct").value()).isBetween(70.0, 80.0);
        assertThat(found("stress_1_breathing_rate_reactivity_per_min").value()).isBetween(5.5, 6.5);
        assertThat(found("stress_1_strongest").text()).isEqualTo("breathing rate");
    }

    @Test
    void whileThePersonTalksBreathAndVariabilityAreLeftOut() {
        begin(Remembered.NOTHING);
        run(BASELINE, 300, 70, 14, true);
        run(stressor("", true), 120, 82, 20, true);
        run(RECOVERY, 180, 73, 15, true);
        assertThat(found("stress_1_breathing_rate_reactivity_per_min").value()).isNaN();
        assertThat(found("stress_1_rmssd_reactivity_ms").text()).startsWith("Not measured while");
        assertThat(found("stress_1_heart_rate_reactivity_per_min").value()).isBetween(11.5, 12.5);
    }

    @Test
    void aSkippedStressorHasNoFigures() {
        begin(Remembered.NOTHING);
        run(BASELINE, 300, 70, 14, true);
        run(stressor("serial_sevens", false), 60, 82, 20, false);
        run(RECOVERY, 180, 73, 15, true);
        assertThat(exercise.findings()).isEmpty();
    }

    @Test
    void serialSevensBeginWhereTheCueSaysAndCountWhatIsTyped() {
        begin(Remembered.NOTHING);
        exercise.phase(stressor("serial_sevens", false), now);
        exercise.step(now + 0.02, feedback);
        assertThat(feedback.cue()).startsWith("Begin with 1013, take 7 away");
        for (String typed : List.of("1006", "999", "990")) {
            exercise.wish(new Wish(Kind.ANSWER, 0, "serial_sevens: " + typed), now);
        }
        exercise.phaseEnds(stressor("serial_sevens", false), now, true);
        assertThat(found("serial_sevens_answers").value()).isEqualTo(3);
        assertThat(found("serial_sevens_correct").value()).isEqualTo(2);
    }

    @Test
    void theNextSessionBeginsFromAnotherNumber() {
        begin(Remembered.of(Map.of("serial_sevens_start", Finding.kept("serial_sevens_start", 1013, ""))));
        exercise.phase(stressor("serial_sevens", false), now);
        exercise.step(now + 0.02, feedback);
        assertThat(feedback.cue()).startsWith("Begin with 1027");
    }

    @Test
    void whatIsMaskedIsNotMeasured() {
        begin(Remembered.NOTHING);
        run(BASELINE, 300, 70, 14, true);
        feedback.masked = true;
        run(stressor("", false), 120, 82, 20, true);
        assertThat(found("stress_1_breathing_rate_reactivity_per_min")).isNull();
        assertThat(found("stress_1_strongest").text()).isEqualTo("nothing could be measured");
    }

    @Test
    void anAnswerThatExceedsItsOwnNoiseButNotThatOfManyIsNotNamed() {
        begin(Remembered.NOTHING);
        run(BASELINE, 300, 70, 14, true);
        run(stressor("", false), 120, 71.5, 14, true);
        run(RECOVERY, 180, 70, 14, true);
        assertThat(found("stress_1_heart_rate_recovery_pct").value()).isFinite();
        assertThat(found("stress_1_strongest").text()).isEqualTo("none beyond its noise");
    }

    @Test
    void aBaselineThatWasSkippedIsHeldAgainstNothing() {
        begin(Remembered.NOTHING);
        run(BASELINE, 200, 70, 14, false);
        run(stressor("", false), 120, 82, 20, true);
        assertThat(found("stress_1_strongest").text()).isEqualTo("nothing could be measured");
    }

    @Test
    void theSecondsBeforeADisturbanceAreTakenOutOfThePhase() {
        begin(Remembered.NOTHING);
        run(BASELINE, 300, 70, 14, true);
        Phase task = stressor("", false);
        exercise.phase(task, now);
        for (int i = 0; i < 6000; i++) {
            now += 0.02;
            feedback.meterValues[1] = i >= 5500 ? 60 : 20;
            exercise.step(now, feedback);
        }
        exercise.disturbed(now - 10.01);
        exercise.phaseEnds(task, now, true);
        assertThat(found("stress_1_breathing_rate_reactivity_per_min").value()).isBetween(5.9, 6.1);
    }
}
