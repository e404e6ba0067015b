package org.stillpoint.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.training.ResonanceSheet;
import org.stillpoint.training.ResonanceVerdict;
import org.stillpoint.training.ResonanceVerdict.Status;

class ResonanceSheetViewTest {

    private static String heading(Status status, double recommended, Double... set) {
        return ResonanceSheetView.heading(new ResonanceSheet(
                SheetPictures.sheet().blocks(),
                Optional.of(new ResonanceVerdict(status, List.of(set), recommended, "why"))));
    }

    @Test
    void aConfidentVerdictIsASetAndTheRateToTrainAt() {
        assertThat(heading(Status.CONFIDENT, 6, 5.5, 6.0)).isEqualTo("5.5 and 6.0 are equal: train at 6.0");
        assertThat(heading(Status.CONFIDENT, 5.5, 5.5)).isEqualTo("Train at 5.5 a minute");
    }

    @Test
    void whatIsNotSureNamesNoRateToTrainAt() {
        assertThat(heading(Status.INCONCLUSIVE, Double.NaN, 5.0, 5.5, 6.0))
                .isEqualTo("Not sure: 5.0, 5.5 and 6.0 a minute");
        assertThat(heading(Status.INCONCLUSIVE, Double.NaN)).isEqualTo("No rate stands out");
    }

    @Test
    void nothingIsSaidBeforeAllRatesHaveBeenBreathed() {
        assertThat(ResonanceSheetView.heading(
                        new ResonanceSheet(SheetPictures.sheet().blocks(), Optional.empty())))
                .isEqualTo("Resonance, so far");
    }
}
