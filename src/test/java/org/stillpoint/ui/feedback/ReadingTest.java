package org.stillpoint.ui.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stillpoint.metric.Absence;
import org.stillpoint.signal.Quality;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.FeedbackCell;
import org.stillpoint.training.FeedbackWriter;

class ReadingTest {

    private final FeedbackWriter writer = new FeedbackWriter(new FeedbackCell(0, 1, 16));

    private Reading of(double microvolts, Quality quality, boolean atLimit) {
        Feedback newest = writer.muscle(microvolts, 3, false)
                .quality(0, quality)
                .atLimit(atLimit)
                .publish();
        return Reading.of(newest, 0);
    }

    @Test
    void levelIsThere() {
        assertThat(of(4, Quality.GOOD, false)).isEqualTo(Reading.THERE);
    }

    @Test
    void muscleUnderTheSensorsLimitIsNoFault() {
        assertThat(of(Double.NaN, Quality.GOOD, true)).isEqualTo(Reading.AT_LIMIT);
        assertThat(of(Double.NaN, Quality.SENSOR_LIMIT, false).words()).isEqualTo("the sensor cannot show less");
    }

    @Test
    void electrodeThatIsOffNeedsALook() {
        assertThat(of(Double.NaN, Quality.OFF, false).words()).isEqualTo("the sensor needs a look");
    }

    @Test
    void settlingSignalAsksForAMoment() {
        assertThat(of(Double.NaN, Quality.SETTLING, false)).isEqualTo(Reading.SETTLING);
    }

    @Test
    void theSensorOfTheTrainedMuscleIsTheOneThatNeedsALook() {
        FeedbackWriter two = new FeedbackWriter(new FeedbackCell(0, 2, 16));
        two.muscle(4, 3, false).secondMuscle(Double.NaN).quality(0, Quality.GOOD);
        two.quality(1, Quality.OFF).trainsSecond(1);
        assertThat(Reading.of(two.publish(), 0)).isEqualTo(Reading.NEEDS_A_LOOK);
    }

    private Reading goal(double value, Absence absence, Quality quality) {
        FeedbackWriter one = new FeedbackWriter(new FeedbackCell(1, 1, 0));
        Feedback newest = one.goal(0, value, 9, false, false)
                .meter(0, value, absence.ordinal(), 0)
                .quality(0, quality)
                .publish();
        return Reading.ofGoal(newest, 0);
    }

    @Test
    void measureThatIsStillGatheredSaysSo() {
        assertThat(goal(Double.NaN, Absence.NOT_ENOUGH_YET, Quality.GOOD)).isEqualTo(Reading.GATHERING);
    }

    @Test
    void measureOfASensorThatIsOffAsksForALook() {
        assertThat(goal(Double.NaN, Absence.NOT_ENOUGH_YET, Quality.OFF)).isEqualTo(Reading.NEEDS_A_LOOK);
    }

    @Test
    void measureWithoutASensorSaysThatThereIsNone() {
        assertThat(goal(Double.NaN, Absence.NO_SENSOR, Quality.GOOD)).isEqualTo(Reading.NO_SENSOR);
    }

    @Test
    void coughIsAPauseAndNotAValue() {
        FeedbackWriter one = new FeedbackWriter(new FeedbackCell(1, 1, 0));
        Feedback newest = one.goal(0, 31, 32, true, false).masked(true).publish();
        assertThat(Reading.ofGoal(newest, 0)).isEqualTo(Reading.PAUSED);
    }
}
