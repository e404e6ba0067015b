package org.stillpoint.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.training.ReleaseCurves;

class ReleaseOverlayViewTest {

    private static ReleaseCurves curves(double... releaseSeconds) {
        List<Double> values = Collections.nCopies(ReleaseCurves.VALUES, 3.0);
        return new ReleaseCurves(
                Arrays.stream(releaseSeconds)
                        .mapToObj(seconds -> new ReleaseCurves.Curve("shoulders", values, seconds))
                        .toList(),
                values,
                List.of(),
                2);
    }

    @Test
    void theMiddleOfTheTimesIsTold() {
        assertThat(ReleaseOverlayView.heading(curves(2.1, 9, 3.2))).isEqualTo("Let go in 3.2 s");
    }

    @Test
    void triesWithoutLettingGoAreNotHidden() {
        assertThat(ReleaseOverlayView.heading(curves(2.1, Double.NaN))).isEqualTo("Let go in 2.1 s, 1 of 2 times");
        assertThat(ReleaseOverlayView.heading(curves(Double.NaN))).isEqualTo("Not let go yet");
    }

    @Test
    void beforeTheFirstTryThereIsNoNumber() {
        assertThat(ReleaseOverlayView.heading(ReleaseCurves.NONE)).isEqualTo("Letting go");
    }
}
