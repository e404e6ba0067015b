package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.training.TrainingControl.Kind;
import org.stillpoint.training.TrainingControl.Wish;

/** The exercise on a hand-made clock with levels drawn by hand. */
class TransferTrialsTest {

    private static final Phase SITTING = new Phase("Baseline", PhaseKind.BASELINE, 60, "sit");
    private static final Phase BEFORE = new Phase("Alone", PhaseKind.ALONE_BEFORE, 60, "type");
    private static final Phase TRIAL = new Phase("Trial", PhaseKind.FEEDBACK, 60, "type");
    private static final Phase TASK = new Phase("Task", PhaseKind.TRANSFER, 60, "type");

    private final Feedback feedback = new Feedback(0, 1, 0);
    private final TransferTrials exercise = new TransferTrials();
    private double now;

    @BeforeEach
    void begin() {
        exercise.begin(new Start(
                new Protocol("t", "T", List.of("transfer"), "tension", 6, 0.45, "why", List.of(SITTING)),
                new PacerCell()));
    }

    private void live(double seconds, double microvolts) {
        for (int i = 0; i < seconds * 50; i++) {
            now += 0.02;
            feedback.muscleMicrovolts = microvolts;
            exercise.step(now, feedback);
        }
    }

    private void run(Phase phase, double microvolts) {
        exercise.phase(phase, now);
        live(60, microvolts);
        exercise.phaseEnds(phase, now, true);
    }

    private Finding found(String key) {
        return exercise.findings().stream()
                .filter(finding -> finding.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private void predict(double number) {
        exercise.wish(new Wish(Kind.RATING, number, "prediction_tension"), now);
    }

    @Test
    void theOutcomeStandsBesideThePredictionOnTheOwnScale() {
        run(SITTING, 2);
        run(BEFORE, 12);
        predict(8);
        run(TASK, 6);
        predict(5);
        run(TASK, 3);
        assertThat(found("predicted_tension_1").value()).isEqualTo(8);
        assertThat(found("measured_tension_1").value()).isCloseTo(4, within(1e-9));
        assertThat(found("predicted_tension_2").value()).isEqualTo(5);
        assertThat(found("measured_tension_2").value()).isCloseTo(1, within(1e-9));
        assertThat(found("measured_2_uv").value()).isEqualTo(3);
    }

    @Test
    void aTrialWithoutPredictionHasNone() {
        run(SITTING, 2);
        run(BEFORE, 12);
        predict(8);
        run(TASK, 6);
        run(TASK, 6);
        assertThat(found("predicted_tension_2")).isNull();
        assertThat(found("measured_tension_2").value()).isCloseTo(4, within(1e-9));
    }

    @Test
    void withoutATenserTaskBeforeThereIsNoScaleAndThatIsSaid() {
        run(SITTING, 4);
        run(BEFORE, 4);
        run(TASK, 6);
        assertThat(found("measured_tension_1").value()).isNaN();
        assertThat(found("measured_tension_1").text()).startsWith("No scale");
        assertThat(found("measured_1_uv").value()).isEqualTo(6);
    }

    @Test
    void aSensorThatIsOffForMostOfTheTrialGivesNoOutcome() {
        run(SITTING, 2);
        run(BEFORE, 12);
        exercise.phase(TASK, now);
        live(20, 6);
        live(40, Double.NaN);
        exercise.phaseEnds(TASK, now, true);
        assertThat(found("measured_tension_1").value()).isNaN();
        assertThat(found("measured_tension_1").text()).startsWith("The muscle could not be read");
    }

    @Test
    void theLineIsTheTaskBeforeFixedWithinATrialAndNeverRisesByItself() {
        run(SITTING, 2);
        run(BEFORE, 12);
        exercise.phase(TRIAL, now);
        live(60, 30);
        assertThat(feedback.thresholdMicrovolts()).isEqualTo(12);
        exercise.phaseEnds(TRIAL, now, true);
        exercise.wish(new Wish(Kind.THRESHOLD, 20, ""), now);
        exercise.phase(TRIAL, now);
        live(1, 11);
        assertThat(feedback.thresholdMicrovolts()).isEqualTo(12);
        assertThat(feedback.rewarded()).isTrue();
        live(1, Double.NaN);
        assertThat(feedback.rewarded()).isFalse();
    }

    @Test
    void aTrialWithoutAGoalShowsTheMuscleAlone() {
        run(SITTING, 2);
        run(BEFORE, 12);
        exercise.phase(TRIAL.with(60, "type", "", "", 0), now);
        live(60, 3);
        assertThat(feedback.thresholdMicrovolts()).isNaN();
        assertThat(feedback.rewarded()).isFalse();
    }

    @Test
    void inTheTaskItselfThereIsNeitherLineNorReward() {
        run(SITTING, 2);
        run(BEFORE, 12);
        exercise.phase(TASK, now);
        live(5, 3);
        assertThat(feedback.thresholdMicrovolts()).isNaN();
        assertThat(feedback.rewarded()).isFalse();
    }

    @Test
    void whatHelpedIsRemembered() {
        exercise.wish(new Wish(Kind.ANSWER, 0, "what_helped: I let the jaw hang."), now);
        assertThat(found("what_helped").text()).isEqualTo("I let the jaw hang.");
        assertThat(found("what_helped").remembered()).isTrue();
    }
}
