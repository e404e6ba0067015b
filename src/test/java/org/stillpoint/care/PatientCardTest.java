package org.stillpoint.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.signal.Marker;
import org.stillpoint.training.Finding;
import org.stillpoint.training.PhaseKind;

class PatientCardTest {

    private static TrialResult trial(String phase, PhaseKind kind, double microvolts, double zonePercent) {
        Spread spread = new Spread(microvolts, Double.NaN, Double.NaN, 60, 100, "");
        return new TrialResult(
                phase,
                kind,
                0,
                120,
                kind.showsFeedback() ? 120 : 0,
                false,
                List.of(new TrialMeasure("muscle@emg", "Muscle", "µV", spread, spread, Spread.NONE)),
                new ZoneTime(5, "the first baseline", zonePercent, zonePercent, Double.NaN, Double.NaN));
    }

    private static SessionResult result(double after, List<Finding> findings, Marker... markers) {
        return SessionResult.of(
                List.of(markers),
                List.of(
                        trial("Alone, before", PhaseKind.ALONE_BEFORE, 6, 20),
                        trial("Trial 1", PhaseKind.FEEDBACK, 4, 80),
                        trial("Alone, after", PhaseKind.ALONE_AFTER, after, 50)),
                findings);
    }

    private static String card(SessionResult result) {
        return PatientCard.of(result, null).text();
    }

    @Test
    void aSofterMuscleAtTheEndIsToldWithItsNumbers() {
        assertThat(card(result(4, List.of())))
                .contains("softer at the end than before training: 4.0 µV, before 6.0 µV");
    }

    @Test
    void aSmallDifferenceIsNotTold() {
        assertThat(card(result(5.7, List.of()))).doesNotContain("softer at the end");
    }

    @Test
    void anAbsentNumberLeavesItsSentenceOut() {
        assertThat(card(result(Double.NaN, List.of()))).doesNotContain("NaN", "softer at the end");
    }

    @Test
    void theRateToPractiseIsTheOneThatWasFound() {
        List<Finding> findings = List.of(
                Finding.kept("resonance_per_min", 5.5, ""),
                Finding.kept("resonance_set", Double.NaN, "5.5, 6.0"),
                Finding.kept("comfortable_rate_per_min", 7, ""));
        assertThat(card(result(4, findings)))
                .contains("Breathe 5.5 times a minute", "5.5, 6.0. Take the one that is most comfortable")
                .doesNotContain("Breathe 7");
    }

    @Test
    void afterTooFastNoRateIsAskedFor() {
        List<Finding> findings = List.of(Finding.kept("resonance_per_min", 5.5, ""));
        assertThat(card(result(4, findings, new Marker(70, "too-fast", ""))))
                .contains("at a rate that is easy")
                .doesNotContain("5.5 times");
    }

    @Test
    void aFlareDayAsksForLessAndComparesNothing() {
        String card = card(result(9, List.of(), new Marker(1, "flare", "")));
        assertThat(card)
                .contains("A short session is a whole session", "half the time", "only where it does not hurt")
                .doesNotContain("softer at the end", "When it is easy", "fail");
    }

    @Test
    void everyCardSaysWhenToStop() {
        assertThat(PatientCard.of(SessionResult.NONE, null).scale())
                .anyMatch(line -> line.startsWith("Stop, and breathe as you like"));
    }

    @Test
    void noCardPromisesOrNamesADisease() {
        for (double after : new double[] {2, 6, 12, Double.NaN}) {
            for (String marker : List.of("flare", "too-fast", "note")) {
                assertThat(card(result(after, List.of(), new Marker(1, marker, ""))))
                        .doesNotContainIgnoringCase("cure")
                        .doesNotContainIgnoringCase("heal")
                        .doesNotContainIgnoringCase("treat")
                        .doesNotContainIgnoringCase("will ")
                        .doesNotContainIgnoringCase("disorder")
                        .doesNotContainIgnoringCase("score");
            }
        }
    }
}
