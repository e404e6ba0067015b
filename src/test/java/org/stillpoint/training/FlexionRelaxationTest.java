package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.signal.PacerCell;

class FlexionRelaxationTest {

    private static final Phase TEST = new Phase("Bend", PhaseKind.TRANSFER, 60, "bend");
    private static final Protocol PROTOCOL = new Protocol(
            "flexion-relaxation", "x", List.of("flexion-relaxation"), "tension", 6, 0.45, "x", List.of(TEST));

    private final FlexionRelaxation exercise = new FlexionRelaxation();
    private final Feedback feedback = new Feedback(0, 0, 0);
    private double now;

    FlexionRelaxationTest() {
        exercise.begin(new Start(PROTOCOL, new PacerCell()));
        exercise.phase(TEST, 0);
    }

    private void run(double seconds) {
        for (double until = now + seconds - 0.001; now < until && !exercise.done(); now += 0.02) {
            feedback.muscleMicrovolts = feedback.cue.startsWith("Bend") ? 30 : feedback.cue.startsWith("Let") ? 5 : 10;
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
    void theRatioIsTheLargestWhileBendingOverTheMeanWhileHanging() {
        run(60);
        assertThat(exercise.done()).isTrue();
        assertThat(now).isCloseTo(45, within(0.2));
        assertThat(found(FlexionRelaxation.RATIO)).isCloseTo(6, within(0.05));
    }

    @Test
    void theLargeButtonEndsItAtOnceAndSaysSoCalmly() {
        run(10);
        exercise.wish(new TrainingControl.Wish(TrainingControl.Kind.TOO_FAST, 0, ""), now);
        exercise.step(now, feedback);
        assertThat(exercise.done()).isTrue();
        assertThat(feedback.cue()).startsWith("That was enough.");
        assertThat(found(FlexionRelaxation.RATIO)).isNaN();
        assertThat(found("flexion_stopped")).isZero();
    }

    @Test
    void howFarItWentIsNotedInDegrees() {
        exercise.wish(new TrainingControl.Wish(TrainingControl.Kind.ANSWER, 0, "flexion-range: 75"), 0);
        assertThat(found(FlexionRelaxation.RANGE)).isEqualTo(75);
        exercise.wish(new TrainingControl.Wish(TrainingControl.Kind.RATING, 400, "flexion-range"), 0);
        assertThat(found(FlexionRelaxation.RANGE)).isNaN();
    }

    @Test
    void maskedMomentsDoNotCount() {
        feedback.masked = true;
        run(60);
        assertThat(found(FlexionRelaxation.RATIO)).isNaN();
    }
}
