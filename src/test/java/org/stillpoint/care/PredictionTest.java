package org.stillpoint.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.signal.Marker;
import org.stillpoint.training.Finding;
import org.stillpoint.training.PhaseKind;

class PredictionTest {

    private static TrialResult task(String phase, double from) {
        ZoneTime none = new ZoneTime(Double.NaN, "", Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        return new TrialResult(phase, PhaseKind.TRANSFER, from, from + 60, 0, false, List.of(), none);
    }

    private static SessionResult result(Finding... findings) {
        List<Marker> markers = List.of(
                new Marker(30, "answer", "what_helped: before all that"),
                new Marker(165, "answer", "what_helped: shoulders down"),
                new Marker(365, "answer", "what_helped: did less"));
        return SessionResult.of(markers, List.of(task("Typing", 100), task("Standing", 300)), List.of(findings));
    }

    private static final Finding EXPECTED = Finding.of("predicted_tension_1", 6, "");

    @Test
    void whatWasExpectedStandsBesideWhatWasMeasuredAndDone() {
        assertThat(Prediction.of(result(EXPECTED, Finding.of("measured_tension_1", 4.24, ""))))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.task()).isEqualTo("Typing");
                    assertThat(one.words()).isEqualTo("expected 6, measured 4.2");
                    assertThat(one.did()).isEqualTo("shoulders down");
                });
    }

    @Test
    void whatNobodyExpectedAndNothingMeasuredIsSaid() {
        Finding none = Finding.of("measured_tension_1", Double.NaN, "No scale.");
        assertThat(Prediction.of(result(none))).singleElement().satisfies(one -> {
            assertThat(one.words()).isEqualTo("nothing expected, not measured");
            assertThat(one.reason()).isEqualTo("No scale.");
        });
    }

    @Test
    void theCardTellsBothNumbersAndNoneWithoutThem() {
        String both = PatientCard.of(result(EXPECTED, Finding.of("measured_tension_1", 4, "")), null)
                .text();
        assertThat(both).contains("Tension in Typing, where 0 is rest and 10 the task before: expected 6, measured 4.");
        assertThat(PatientCard.of(result(Finding.of("measured_tension_1", 4, "")), null)
                        .text())
                .doesNotContain("Tension in Typing");
    }
}
