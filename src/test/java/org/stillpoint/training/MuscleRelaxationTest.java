package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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

    private void whole(Phase phase, double low, double high) {
        exercise.phase(phase, 0);
        levels(low, high);
        exercise.phaseEnds(phase, 10, true);
    }

    private static Phase withGoal(double percentile) {
        return new Phase(
                "Trial",
                PhaseKind.FEEDBACK,
                60,
                "let it sink",
                PhaseEnd.TIME,
                60,
                0,
                "",
                Double.NaN,
                Double.NaN,
                "",
                "",
                percentile,
                0,
                0,
                "",
                "",
                List.of(),
                "",
                "");
    }

    private double found(String key) {
        return exercise.findings().stream()
                .filter(finding -> finding.key().equals(key))
                .mapToDouble(Finding::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    @Test
    void theFirstLineIsWhereTheBaselineStayedFor70Percent() {
        whole(BASELINE, 2, 12);
        exercise.phase(TRIAL, 10);
        levels(5, 5);
        assertThat(feedback.thresholdMicrovolts()).isCloseTo(9, within(0.05));
    }

    @Test
    void theLineDoesNotMoveWithinATrial() {
        whole(BASELINE, 2, 12);
        exercise.phase(TRIAL, 10);
        levels(1, 1);
        double before = feedback.thresholdMicrovolts();
        exercise.wish(new TrainingControl.Wish(TrainingControl.Kind.THRESHOLD, 3, ""), 15);
        levels(1, 1);
        assertThat(feedback.thresholdMicrovolts()).isEqualTo(before);
    }

    @Test
    void theNextTrialFollowsTheLastOneDownButNotUp() {
        whole(BASELINE, 2, 12);
        whole(TRIAL, 2, 4);
        whole(TRIAL, 8, 20);
        assertThat(feedback.thresholdMicrovolts()).isCloseTo(3.4, within(0.05));
        exercise.phase(TRIAL, 30);
        levels(8, 8);
        assertThat(feedback.thresholdMicrovolts()).isCloseTo(3.4, within(0.05));
    }

    @Test
    void theTherapistLoosensNeverAboveWhereTrainingStarted() {
        whole(BASELINE, 2, 12);
        whole(TRIAL, 2, 4);
        exercise.wish(new TrainingControl.Wish(TrainingControl.Kind.THRESHOLD, 50, ""), 15);
        exercise.phase(TRIAL, 20);
        levels(2, 4);
        assertThat(feedback.thresholdMicrovolts()).isCloseTo(9, within(0.05));
    }

    @Test
    void aChannelThatCannotBeTrustedEarnsNothing() {
        whole(BASELINE, 2, 12);
        exercise.phase(TRIAL, 10);
        feedback.muscleMicrovolts = Double.NaN;
        exercise.step(11, feedback);
        assertThat(feedback.rewarded()).isFalse();
        feedback.muscleMicrovolts = 3;
        exercise.step(12, feedback);
        assertThat(feedback.rewarded()).isTrue();
    }

    @Test
    void withoutAPercentileOfItsOwnInformationHasNoGoal() {
        whole(BASELINE, 2, 12);
        exercise.phase(withGoal(0), 10);
        levels(1, 1);
        assertThat(feedback.thresholdMicrovolts()).isNaN();
        assertThat(feedback.rewarded()).isFalse();
    }

    @Test
    void theFirstGoalComesFromTheInformationTrialButNeverAboveTheBaseline() {
        whole(BASELINE, 2, 12);
        whole(withGoal(0), 2, 6);
        exercise.phase(withGoal(50), 20);
        levels(1, 1);
        assertThat(feedback.thresholdMicrovolts()).isCloseTo(4, within(0.05));
    }

    @Test
    void aTrialThatWentWrongProposesAnEasierGoalAndLeavesItToTheTherapist() {
        whole(BASELINE, 2, 12);
        whole(TRIAL, 2, 4);
        whole(TRIAL, 2, 4);
        whole(TRIAL, 4, 8);
        exercise.phase(TRIAL, 40);
        levels(5, 5);
        assertThat(feedback.thresholdMicrovolts()).isCloseTo(3.4, within(0.05));
        assertThat(feedback.note()).contains("6.8 µV would be easier");
    }

    @Test
    void aStandingBaselineIsNoneOfSittingOnes() {
        Protocol standing = new Protocol(
                "s",
                "S",
                List.of("emg-relaxation"),
                "tension",
                "",
                6,
                0.45,
                0,
                0,
                false,
                false,
                "x",
                List.of(BASELINE, TRIAL),
                List.of(),
                "",
                Posture.STANDING);
        Map<String, Finding> sitting = Map.of("muscle_baseline_uV", Finding.kept("muscle_baseline_uV", 9, ""));
        exercise.begin(new Start(standing, new PacerCell(), Set.of(), List.of(), Remembered.of(sitting)));
        whole(BASELINE, 2, 4);
        assertThat(found("muscle_baseline_uV")).isNaN();
        assertThat(found("muscle_baseline_uV_standing")).isCloseTo(3, within(0.1));
    }

    @Test
    void progressIsToldAgainstTheFirstBaselineOfAll() {
        Finding first = Finding.kept(MuscleRelaxation.BASELINE, 10, "");
        Map<String, Finding> known = Map.of(first.key(), first);
        exercise.begin(new Start(
                PROTOCOL,
                new PacerCell(),
                Set.of(),
                List.of(),
                new Remembered(known, Map.of(first.key(), Finding.kept(first.key(), 6, "")))));
        whole(BASELINE, 5, 7);
        whole(TRIAL, 3, 13);
        assertThat(found("muscle_change_uV")).isCloseTo(-2, within(0.05));
        assertThat(found("zone_share_pct")).isCloseTo(70, within(0.5));
        assertThat(found(MuscleRelaxation.BASELINE)).isCloseTo(6, within(0.05));
    }

    @Test
    void timeToRelaxIsWhereTheLevelComesUnderTheBaselineAndStays() {
        whole(BASELINE, 4, 6);
        exercise.phase(TRIAL, 0);
        for (int i = 0; i < 1000; i++) {
            feedback.muscleMicrovolts = i < 150 ? 8 : i == 100 ? 1 : 3;
            exercise.step(i * 0.02, feedback);
        }
        exercise.phaseEnds(TRIAL, 20, true);
        assertThat(found("time_to_relax_s")).isCloseTo(3, within(0.05));
    }

    @Test
    void theLargerOfTwoSidesIsTrainedWhenChosen() {
        exercise.wish(new TrainingControl.Wish(TrainingControl.Kind.ANSWER, 0, "muscle-side: larger"), 0);
        feedback.secondMuscleMicrovolts = 7;
        whole(BASELINE, 5, 5);
        exercise.phase(TRIAL, 10);
        feedback.secondMuscleMicrovolts = 8;
        levels(1, 1);
        assertThat(feedback.rewarded()).isFalse();
        feedback.secondMuscleMicrovolts = Double.NaN;
        levels(1, 1);
        assertThat(feedback.rewarded()).isFalse();
        feedback.secondMuscleMicrovolts = 2;
        levels(1, 1);
        assertThat(feedback.rewarded()).isTrue();
    }

    @Test
    void theSideThatIsTrainedIsTheOneThatIsShown() {
        exercise.wish(new TrainingControl.Wish(TrainingControl.Kind.ANSWER, 0, "muscle-side: second"), 0);
        feedback.secondMuscleMicrovolts = 7;
        whole(BASELINE, 5, 5);
        assertThat(feedback.trainedMicrovolts()).isEqualTo(7);
    }

    @Test
    void withoutAChoiceTheFirstIsShown() {
        feedback.secondMuscleMicrovolts = 7;
        whole(BASELINE, 5, 5);
        assertThat(feedback.trainedMicrovolts()).isEqualTo(5);
    }

    @Test
    void aRepeatedTrialKeepsItsLine() {
        whole(BASELINE, 2, 12);
        whole(TRIAL, 2, 4);
        exercise.phase(TRIAL, 20);
        levels(1, 2);
        double before = feedback.thresholdMicrovolts();
        exercise.phaseEnds(TRIAL, 30, false);
        exercise.phase(TRIAL, 30);
        levels(1, 1);
        assertThat(feedback.thresholdMicrovolts()).isEqualTo(before);
    }

    /** Whatever the levels do: fixed within a trial, nothing above the start, nothing that cannot be trusted. */
    @Test
    void noTrialOfAThousandMovesItsLineOrRewardsWhatItMustNot() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            MuscleRelaxation one = new MuscleRelaxation();
            one.begin(new Start(PROTOCOL, new PacerCell()));
            Feedback shown = new Feedback(0, 0, 0);
            LevelLog rest = new LevelLog();
            one.phase(BASELINE, 0);
            for (int i = 0; i < 400; i++) {
                random(one, shown, random, i * 0.02);
                boolean trusted = shown.muscleMicrovolts > 0 && !shown.muscleAtLimit && !shown.masked;
                rest.add(trusted ? shown.muscleMicrovolts : Double.NaN);
            }
            one.phaseEnds(BASELINE, 8, true);
            double started = rest.percentile(70);
            for (int trial = 0; trial < 5; trial++) {
                Phase phase = withGoal(random.nextInt(3) == 0 ? 0 : 20 + random.nextInt(76));
                one.phase(phase, 10);
                one.step(10, shown);
                Double line = shown.thresholdMicrovolts();
                double most = 0;
                for (int i = 0; i < 400; i++) {
                    random(one, shown, random, 10);
                    assertThat(Double.valueOf(shown.thresholdMicrovolts())).isEqualTo(line);
                    if (shown.rewarded()) {
                        most = Math.max(most, shown.muscleMicrovolts());
                        assertThat(shown.masked()).isFalse();
                        assertThat(shown.muscleAtLimit()).isFalse();
                        assertThat(shown.muscleMicrovolts()).isPositive();
                    }
                }
                if (most > 0) {
                    assertThat(most).isLessThan(started);
                }
                one.phaseEnds(phase, 20, random.nextInt(4) > 0);
            }
        }
    }

    private static void random(MuscleRelaxation one, Feedback shown, Random random, double t) {
        double level = 1 + 10 * random.nextDouble();
        int fate = random.nextInt(12);
        shown.muscleMicrovolts = fate == 0 ? Double.NaN : fate == 1 ? 0 : fate == 2 ? 5000 : level;
        shown.muscleAtLimit = fate == 3;
        shown.masked = fate == 4;
        if (random.nextInt(40) == 0) {
            one.wish(new TrainingControl.Wish(TrainingControl.Kind.THRESHOLD, 30 * random.nextDouble(), ""), t);
        }
        one.step(t, shown);
    }
}
