package org.stillpoint.ui.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stillpoint.signal.Quality;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.FeedbackCell;
import org.stillpoint.training.FeedbackWriter;

class MuscleReadingTest {

    private final FeedbackWriter writer = new FeedbackWriter(new FeedbackCell(0, 1, 16));

    private MuscleReading of(double microvolts, Quality quality, boolean atLimit) {
        Feedback newest = writer.muscle(microvolts, 3, false)
                .quality(0, quality)
                .atLimit(atLimit)
                .publish();
        return MuscleReading.of(newest, 0);
    }

    @Test
    void levelIsThere() {
        assertThat(of(4, Quality.GOOD, false)).isEqualTo(MuscleReading.THERE);
    }

    @Test
    void muscleUnderTheSensorsLimitIsNoFault() {
        assertThat(of(Double.NaN, Quality.GOOD, true)).isEqualTo(MuscleReading.AT_LIMIT);
        assertThat(of(Double.NaN, Quality.SENSOR_LIMIT, false).words()).isEqualTo("the sensor cannot show less");
    }

    @Test
    void electrodeThatIsOffNeedsALook() {
        assertThat(of(Double.NaN, Quality.OFF, false).words()).isEqualTo("the sensor needs a look");
    }

    @Test
    void settlingSignalAsksForAMoment() {
        assertThat(of(Double.NaN, Quality.SETTLING, false)).isEqualTo(MuscleReading.SETTLING);
    }
}
