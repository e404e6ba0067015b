package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillpoint.signal.PacerCell;

/** The pacer and the ceiling of the task in one phase, as the protocol for moving with the breath has them. */
class MovementWithBreathTest {

    private static final Phase SITTING = new Phase("Baseline", PhaseKind.BASELINE, 60, "sit");
    private static final Phase ALONE = new Phase("Alone", PhaseKind.ALONE_BEFORE, 60, "move");
    private static final Phase MOVE = new Phase("Move", PhaseKind.FEEDBACK, 180, "move");

    private final Feedback feedback = new Feedback(0, 1, 3);
    private final List<Exercise> both = List.of(new PacedBreathing(), new GuardingCoach());
    private double now;

    @BeforeEach
    void begin() {
        Protocol protocol = new Protocol(
                "m",
                "M",
                List.of("paced-breathing", "guarding"),
                "tension",
                8,
                0.45,
                "why",
                List.of(SITTING, ALONE, MOVE));
        both.forEach(exercise -> exercise.begin(new Start(protocol, new PacerCell())));
        run(SITTING, 60, 3);
        run(ALONE, 60, 12);
        both.forEach(exercise -> exercise.phase(MOVE, now));
    }

    private void run(Phase phase, double seconds, double microvolts) {
        both.forEach(exercise -> exercise.phase(phase, now));
        live(seconds, microvolts);
        both.forEach(exercise -> exercise.phaseEnds(phase, now, true));
    }

    private void live(double seconds, double microvolts) {
        for (double until = now + seconds; now < until; now += 0.02) {
            feedback.muscleMicrovolts = microvolts;
            both.forEach(exercise -> exercise.step(now, feedback));
        }
    }

    @Test
    void thePacerRunsUnderTheCeilingOfTheOwnMovement() {
        live(5, 8);
        assertThat(feedback.pacing()).isTrue();
        assertThat(feedback.thresholdMicrovolts()).isEqualTo(12);
        assertThat(feedback.rewarded()).isTrue();
    }

    @Test
    void whatThePacerSaysIsNotTakenAwayByTheCoach() {
        live(5, 8);
        both.forEach(exercise -> exercise.wish(new TrainingControl.Wish(TrainingControl.Kind.TOO_FAST, 0, ""), now));
        live(1, 8);
        assertThat(feedback.cue()).startsWith("A little faster now");
    }

    @Test
    void withoutTheMuscleItLeadsAndHasNoLine() {
        live(1, Double.NaN);
        GuardingCoach blind = new GuardingCoach();
        blind.phase(MOVE, now);
        blind.step(now, feedback);
        assertThat(feedback.pacing()).isTrue();
        assertThat(feedback.thresholdMicrovolts()).isNaN();
        assertThat(feedback.rewarded()).isFalse();
    }
}
