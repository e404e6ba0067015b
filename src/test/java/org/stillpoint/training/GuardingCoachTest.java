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
class GuardingCoachTest {

    private static final Phase SITTING = new Phase("Baseline", PhaseKind.BASELINE, 60, "sit");
    private static final Phase BEFORE = new Phase("Alone", PhaseKind.ALONE_BEFORE, 120, "type");
    private static final Phase WORK = new Phase("Task", PhaseKind.FEEDBACK, 60, "type");
    private static final Phase BAR_ALONE = WORK.with(60, "type", "", "", 0);
    private static final Phase BREAK = new Phase("Break", PhaseKind.REST, 5, "leave it");

    private final Feedback feedback = new Feedback(0, 1, 0);
    private final GuardingCoach exercise = new GuardingCoach();
    private double now;
    private int reminded;

    @BeforeEach
    void begin() {
        exercise.begin(new Start(
                new Protocol("g", "G", List.of("guarding"), "tension", 6, 0.45, "why", List.of(SITTING)),
                new PacerCell()));
    }

    private void live(double seconds, double microvolts) {
        double until = now + seconds;
        while (now < until - 1e-9) {
            now += 0.02;
            feedback.muscleMicrovolts = microvolts;
            boolean before = !feedback.cue().isEmpty();
            exercise.step(now, feedback);
            reminded += !before && !feedback.cue().isEmpty() ? 1 : 0;
        }
    }

    private void run(Phase phase, double seconds, double microvolts) {
        exercise.phase(phase, now);
        live(seconds, microvolts);
        exercise.phaseEnds(phase, now, true);
    }

    private double found(String key) {
        return exercise.findings().stream()
                .filter(finding -> finding.key().equals(key))
                .mapToDouble(Finding::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    @Test
    void restIsWhatTheMuscleStayedUnderWhileSitting() {
        exercise.phase(SITTING, now);
        live(57, 2);
        live(3, 3);
        exercise.phaseEnds(SITTING, now, true);
        assertThat(found("rest_level_uv")).isEqualTo(2);
    }

    @Test
    void whoNeverLetsGoIsReminded() {
        run(SITTING, 60, 3);
        exercise.phase(WORK, now);
        live(90, 12);
        assertThat(reminded).isEqualTo(1);
        live(30, 2);
        exercise.phaseEnds(WORK, now, true);
        assertThat(found("reminders_answered")).isZero();
        assertThat(found("rest_time_block_1_pct")).isCloseTo(25, within(0.1));
    }

    @Test
    void theCeilingComesFromTheTaskAndOnlyGoesDownBetweenBlocks() {
        run(SITTING, 60, 3);
        run(BEFORE, 60, 12);
        exercise.phase(WORK, now);
        live(30, 8);
        assertThat(feedback.thresholdMicrovolts()).isEqualTo(12);
        assertThat(feedback.rewarded()).isTrue();
        exercise.wish(new Wish(Kind.THRESHOLD, 40, ""), now);
        live(30, 8);
        assertThat(feedback.thresholdMicrovolts()).isEqualTo(12);
        exercise.phaseEnds(WORK, now, true);
        exercise.phase(WORK, now);
        live(10, 20);
        assertThat(feedback.thresholdMicrovolts()).isEqualTo(12);
        exercise.phaseEnds(WORK, now, true);
    }

    @Test
    void anEasyBlockLowersTheCeilingOfTheNext() {
        run(SITTING, 60, 3);
        run(BEFORE, 60, 12);
        run(WORK, 60, 8);
        exercise.phase(WORK, now);
        live(1, 8.5);
        assertThat(feedback.thresholdMicrovolts()).isEqualTo(8);
        assertThat(feedback.rewarded()).isFalse();
    }

    @Test
    void aBlockWithoutAGoalShowsTheMuscleAlone() {
        run(SITTING, 60, 3);
        run(BEFORE, 60, 12);
        exercise.phase(BAR_ALONE, now);
        live(30, 2);
        assertThat(feedback.thresholdMicrovolts()).isNaN();
        assertThat(feedback.rewarded()).isFalse();
    }

    @Test
    void theLineAfterABlockWithoutAGoalComesFromIt() {
        run(SITTING, 60, 3);
        run(BEFORE, 60, 12);
        run(BAR_ALONE, 60, 8);
        exercise.phase(WORK, now);
        live(1, 7);
        assertThat(feedback.thresholdMicrovolts()).isEqualTo(8);
        assertThat(feedback.rewarded()).isTrue();
    }

    @Test
    void aMuscleThatHardlyRestsEndsTheBlockAndARestedOneTheBreak() {
        run(SITTING, 60, 3);
        exercise.phase(WORK, now);
        live(140, 12);
        assertThat(exercise.done()).isFalse();
        live(20, 12);
        assertThat(exercise.done()).isTrue();
        exercise.phaseEnds(WORK, now, true);
        exercise.phase(BREAK, now);
        live(4, 12);
        live(9, 2);
        assertThat(exercise.done()).isFalse();
        live(2, 2);
        assertThat(exercise.done()).isTrue();
        exercise.phaseEnds(BREAK, now, true);
        assertThat(found("back_to_rest_1_s")).isCloseTo(4, within(0.1));
    }

    @Test
    void aSensorThatIsOffIsNeitherRewardedNorReminded() {
        run(SITTING, 60, 3);
        run(BEFORE, 60, 12);
        exercise.phase(WORK, now);
        live(300, Double.NaN);
        assertThat(feedback.rewarded()).isFalse();
        exercise.phaseEnds(WORK, now, true);
        assertThat(reminded).isZero();
        assertThat(found("rest_time_block_1_pct")).isNaN();
    }

    @Test
    void withoutABaselineNothingIsJudgedAndThatIsSaid() {
        run(SITTING, 60, Double.NaN);
        run(WORK, 60, 12);
        assertThat(exercise.findings())
                .filteredOn(finding -> finding.key().equals("reminders"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).startsWith("Nothing was judged"));
    }

    @Test
    void aMuscleQuieterThanTheSensorRests() {
        run(SITTING, 60, 3);
        exercise.phase(WORK, now);
        feedback.muscleAtLimit = true;
        live(60, Double.NaN);
        exercise.phaseEnds(WORK, now, true);
        assertThat(found("rest_time_block_1_pct")).isEqualTo(100);
    }
}
