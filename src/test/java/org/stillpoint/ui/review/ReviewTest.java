package org.stillpoint.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.care.MeasureResult;
import org.stillpoint.ui.SyntheticSummary;

class ReviewTest {

    @Test
    void tableHasARowAMinuteWithItsPhase() {
        List<SummaryRow> rows = SummaryRow.of(SyntheticSummary.make());
        assertThat(rows).hasSize(15);
        assertThat(rows.get(4).time()).isEqualTo("4:00");
        assertThat(rows.get(4).phase()).isEqualTo("Trial 1");
    }

    @Test
    void groundNamesWindowBandAndWhatWasLeftOut() {
        MeasureResult muscle = new MeasureResult("emg", "Muscle", 3.1, "µV", "", 600, 20, 450, 1.5);
        assertThat(ResultLine.ground(muscle)).isEqualTo("over 10:00 min, 20–450 Hz, 1.5 % corrected or left out");
    }

    @Test
    void absentMeasureSaysWhy() {
        MeasureResult absent =
                new MeasureResult("rmssd", "RMSSD", Double.NaN, "ms", "needs 64 s", 0, Double.NaN, Double.NaN, 0);
        assertThat(ResultLine.ground(absent)).isEqualTo("needs 64 s");
    }
}
