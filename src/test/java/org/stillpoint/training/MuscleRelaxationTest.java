package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.signal.PacerCell;

class MuscleRelaxationTest {

    private static final Phase BASELINE = new Phase("Rest", PhaseKind.BASELINE, 60, "rest");
    private static final Phase TRIAL = new Phase("Trial", PhaseKind.FEEDBACK, 60, "let it sink");
    private static final Protocol PROTOCOL = new Protocol(
            "emg-relaxation", "x", List.of("emg-relaxation"), "tension", 6, 0.45, "x", List.of(BASELINE, TRIAL));

    private final MuscleRelaxation exercise = new MuscleRelaxation();
    private final Feedback feedback = new Feedback(0, 0, 0);

    MuscleRelaxationTest() {
        exercise.begin(new Start(PROTOCOL, new PacerCell()));
    }

    /** Levels rise evenly from low to high over ten seconds. */
    private void levels(double low, double high) {
        for (int i = 0; i < 500; i++) {
            feedback.muscleMicrovolts = low + (high - low) * i / 499;
            exercise.step(i * 0.02, feedback);
        }
    }

    @Test
    void theFirstLineIsWhereTheBaselineStayedFor70Percent() {
        exercise.phase(BASELINE, 0);
        levels(2, 12);
        exercise.phase(TRIAL, 10);
        levels(5, 5);
        assertThat(feedback.thresholdMicrovolts()).isCloseTo(9, within(0.05));
    }

    @Test
    void theLineDoesNotMoveWithinATrial() {
        exercise.phase(BASELINE, 0);
        levels(2, 12);
        exercise.phase(TRIAL, 10);
        levels(1, 1);
        double before = feedback.thresholdMicrovolts();
        exercise.wish(new TrainingControl.Wish(TrainingControl.Kind.THRESHOLD, 3, ""), 15);
        levels(1, 1);
        assertThat(feedback.thresholdMicrovolts()).isEqualTo(before);
    }

    @Test
    void theNextTrialFollowsTheLastOneDownButNotUp() {
        exercise.phase(BASELINE, 0);
        levels(2, 12);
        exercise.phase(TRIAL, 10);
        levels(2, 4);
        exercise.phase(TRIAL, 20);
        levels(8, 20);
        assertThat(feedback.thresholdMicrovolts()).isCloseTo(3.4, within(0.05));
        exercise.phase(TRIAL, 30);
        levels(8, 8);
        assertThat(feedback.thresholdMicrovolts()).isCloseTo(3.4, within(0.05));
    }

    @Test
    void theTherapistLoosensNeverAboveWhereTrainingStarted() {
        exercise.phase(BASELINE, 0);
        levels(2, 12);
        exercise.phase(TRIAL, 10);
        levels(2, 4);
        exercise.wish(new TrainingControl.Wish(TrainingControl.Kind.THRESHOLD, 50, ""), 15);
        exercise.phase(TRIAL, 20);
        levels(2, 4);
        assertThat(feedback.thresholdMicrovolts()).isCloseTo(9, within(0.05));
    }

    @Test
    void aChannelThatCannotBeTrustedEarnsNothing() {
        exercise.phase(BASELINE, 0);
        levels(2, 12);
        exercise.phase(TRIAL, 10);
        feedback.muscleMicrovolts = Double.NaN;
        exercise.step(11, feedback);
        assertThat(feedback.rewarded()).isFalse();
        feedback.muscleMicrovolts = 3;
        exercise.step(12, feedback);
        assertThat(feedback.rewarded()).isTrue();
    }
}
