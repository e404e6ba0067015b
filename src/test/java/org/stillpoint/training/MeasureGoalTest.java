package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.metric.Metric;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.PacerCell;

class MeasureGoalTest {

    private static final Phase BASELINE = new Phase("Rest", PhaseKind.BASELINE, 60, "rest");
    private static final Phase TRIAL = new Phase("Trial", PhaseKind.FEEDBACK, 60, "let it");
    private static final List<Metric> METRICS = List.of(
            new Metric("temperature@skin", "Finger", "°C", Modality.TEMP, 2, ""),
            new Metric("conductance@palm", "Palm", "µS", Modality.EDA, 2, ""),
            new Metric("breathing_rate", "Breathing rate", "/min", Modality.RESP, Double.NaN, ""));

    private final Feedback feedback = new Feedback(3, 0, 0);

    private MeasureGoal begun(MeasureGoal goal) {
        Protocol protocol =
                new Protocol("x", "x", List.of(goal.id()), "tension", 6, 0.45, "x", List.of(BASELINE, TRIAL));
        goal.begin(new Start(protocol, new PacerCell(), Set.of(), METRICS, Remembered.NOTHING));
        return goal;
    }

    private void whole(MeasureGoal goal, Phase phase, int meter, double from, double to) {
        goal.phase(phase, 0);
        levels(goal, meter, from, to);
        goal.phaseEnds(phase, 10, true);
    }

    private void levels(MeasureGoal goal, int meter, double from, double to) {
        for (int i = 0; i < 500; i++) {
            feedback.meterValues[meter] = from + (to - from) * i / 499;
            goal.step(i * 0.02, feedback);
        }
    }

    @Test
    void handsAreToGrowWarmerThanWhereTheBaselineWasFor70Percent() {
        MeasureGoal goal = begun(MeasureGoal.warmHands());
        whole(goal, BASELINE, 0, 30, 31);
        goal.phase(TRIAL, 10);
        levels(goal, 0, 30.2, 30.2);
        assertThat(feedback.goalLine()).isCloseTo(30.3, within(0.01));
        assertThat(feedback.goalRises()).isTrue();
        assertThat(feedback.rewarded()).isFalse();
        levels(goal, 0, 30.4, 30.4);
        assertThat(feedback.rewarded()).isTrue();
    }

    @Test
    void theLineOfWhatRisesOnlyRisesAndIsNeverEasierThanTheStart() {
        MeasureGoal goal = begun(MeasureGoal.warmHands());
        whole(goal, BASELINE, 0, 30, 31);
        whole(goal, TRIAL, 0, 32, 33);
        whole(goal, TRIAL, 0, 29, 30);
        assertThat(feedback.goalLine()).isCloseTo(32.3, within(0.01));
        goal.wish(new TrainingControl.Wish(TrainingControl.Kind.THRESHOLD, 20, ""), 0);
        goal.phase(TRIAL, 40);
        levels(goal, 0, 29, 29);
        assertThat(feedback.goalLine()).isCloseTo(30.3, within(0.01));
    }

    @Test
    void skinIsToGrowCalmerBelowItsLine() {
        MeasureGoal goal = begun(MeasureGoal.calmSkin());
        whole(goal, BASELINE, 1, 4, 5);
        goal.phase(TRIAL, 10);
        levels(goal, 1, 4.8, 4.6);
        assertThat(feedback.goalLine()).isCloseTo(4.7, within(0.01));
        assertThat(feedback.rewarded()).isTrue();
    }

    @Test
    void anAbsentMeasureEarnsNothing() {
        MeasureGoal goal = begun(MeasureGoal.slowerBreath());
        whole(goal, BASELINE, 2, 14, 16);
        goal.phase(TRIAL, 10);
        levels(goal, 2, 8, 8);
        assertThat(feedback.rewarded()).isTrue();
        levels(goal, 2, Double.NaN, Double.NaN);
        assertThat(feedback.rewarded()).isFalse();
        feedback.masked = true;
        levels(goal, 2, 8, 8);
        assertThat(feedback.rewarded()).isFalse();
    }

    @Test
    void progressIsToldAgainstTheFirstBaseline() {
        MeasureGoal goal = begun(MeasureGoal.warmHands());
        whole(goal, BASELINE, 0, 30, 31);
        whole(goal, TRIAL, 0, 32, 33);
        assertThat(goal.findings())
                .filteredOn(finding -> finding.key().equals("hand_temperature_degC_change"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.value()).isCloseTo(2, within(0.01)));
    }

    @Test
    void whichMeasureIsTrainedIsToldInItsTrialsAlone() {
        MeasureGoal goal = begun(MeasureGoal.calmSkin());
        whole(goal, BASELINE, 1, 4, 5);
        assertThat(feedback.goalMeter()).isEqualTo(-1);
        goal.phase(TRIAL, 10);
        levels(goal, 1, 4.8, 4.6);
        assertThat(feedback.goalMeter()).isEqualTo(1);
    }
}
