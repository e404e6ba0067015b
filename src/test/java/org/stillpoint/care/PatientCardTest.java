package org.stillpoint.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.signal.Marker;
import org.stillpoint.training.Finding;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;

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

    private static String card(SessionResult result, String exercise) {
        return PatientCard.of(result, new Protocol("p", "P", List.of(exercise), "wave", 6, 0.45, "why", List.of()))
                .text();
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
    void anOpenAssessmentIsNobodysFaultAndAsksForAnEasyRate() {
        assertThat(card(result(4, List.of(Finding.of("resonance_status", Double.NaN, "inconclusive"))), "resonance"))
                .contains("No single rate stood out", "nobody's fault", "an easy rate near six a minute");
    }

    @Test
    void theTrainedRateIsThatOfTheHeartCurve() {
        assertThat(card(result(4, List.of(Finding.of("trained_rate_per_min", 5.5, ""))), "hrv-training"))
                .contains("Breathe 5.5 times a minute");
    }

    @Test
    void aComfortableRateIsAskedForToTheHalfAbove() {
        assertThat(card(result(4, List.of(Finding.kept("comfortable_rate_per_min", 7.2, ""))), "paced-breathing"))
                .contains("Breathe 7.5 times a minute");
    }

    @Test
    void aRateThatIsNotSlowIsNotPrescribed() {
        assertThat(card(result(4, List.of(Finding.kept("comfortable_rate_per_min", 13, ""))), "paced-breathing"))
                .contains("at a rate that is easy")
                .doesNotContain("13");
    }

    @Test
    void aMuscleThatStayedTenseIsToldWithoutBlame() {
        List<Finding> findings =
                List.of(Finding.of("releases_judged", 10, ""), Finding.of("releases_not_let_go", 8, ""));
        assertThat(card(result(6.2, findings), "pmr"))
                .contains("Nothing has to be forced", "much the same at the end", "Tense a muscle a little")
                .doesNotContain("fail", "8 of 10");
    }

    @Test
    void aTenserMuscleAtTheEndIsToldAndExplainsItselfModestly() {
        assertThat(card(result(8, List.of()), "emg-relaxation"))
                .contains("a little tenser at the end", "one session says little");
    }

    @Test
    void whatWasTooFastIsToldAsTheUseOfTheButton() {
        assertThat(card(result(4, List.of(), new Marker(70, "too-fast", ""))))
                .contains("It was too fast for you at one point, and you said so");
    }

    @Test
    void whereNothingWasMeasuredThePracticeCounts() {
        TrialResult trial = new TrialResult(
                "Breathe", PhaseKind.PACER_ONLY, 0, 300, 0, true, List.of(), ZoneTime.none("no muscle"));
        SessionResult result = SessionResult.of(List.of(), List.of(trial), List.of());
        assertThat(card(result, "paced-breathing"))
                .contains("You practised for 5 min", "Nothing was measured today. The practice counts all the same.")
                .doesNotContain("NaN");
    }

    @Test
    void theAnswerAfterATrialIsToldWithoutItsTitleAndOnce() {
        Marker[] markers = {
            new Marker(1, "phase", "Rest 1"),
            new Marker(2, "answer", "what_helped: Trial 1: shoulders down"),
            new Marker(3, "answer", "what_helped: soft jaw, shoulders down"),
            new Marker(4, "answer", "what_helped: Trial 1: nothing special")
        };
        assertThat(card(result(4, List.of(), markers)))
                .contains("What you did today: shoulders down; soft jaw. Try it again.");
    }

    private static TrialResult swinging(String phase, PhaseKind kind, double beats) {
        Spread swing = new Spread(beats, Double.NaN, Double.NaN, 60, 100, "");
        return new TrialResult(
                phase,
                kind,
                0,
                300,
                0,
                kind.paces(),
                List.of(new TrialMeasure("swing", "Swing", "/min", swing, swing, Spread.NONE)),
                ZoneTime.none("no muscle"));
    }

    @Test
    void aPacerThatWasStoppedIsNotHeldAgainstTheHeart() {
        List<TrialResult> trials =
                List.of(swinging("Baseline", PhaseKind.BASELINE, 3), swinging("Trial 1", PhaseKind.FEEDBACK, 9));
        Marker press = new Marker(70, "too-fast", "");
        assertThat(card(SessionResult.of(List.of(press), trials, List.of()), "paced-breathing"))
                .contains("Your heart moved with your breath");
        assertThat(card(SessionResult.of(List.of(press, press), trials, List.of()), "paced-breathing"))
                .doesNotContain("Your heart moved with your breath");
    }

    @Test
    void aLongerOutBreathThatWasComfortableGoesHome() {
        List<Finding> findings = List.of(Finding.kept("comfortable_inhale_share", 0.4, ""));
        assertThat(card(result(4, findings), "breathing-skills")).contains("a little longer than the in-breath");
    }

    @Test
    void workWithoutGuardingTakesBreaksHome() {
        assertThat(card(result(4, List.of()), "guarding")).contains("take a short break before it gets hard");
    }

    @Test
    void whatMadeUneasyIsNotTakenHome() {
        Marker[] markers = {new Marker(0, "rating", "distress_before 2"), new Marker(500, "rating", "distress_after 6")
        };
        assertThat(card(result(4, List.of()), "guided")).contains("Go through it again in your mind");
        assertThat(card(result(4, List.of(), markers), "guided"))
                .contains("Sit quietly")
                .doesNotContain("Go through it again");
    }

    @Test
    void whereNoMuscleWasTrainedNoMuscleShowsTheWay() {
        assertThat(card(result(4, List.of()), "guided")).doesNotContain("how quiet the muscle is");
        assertThat(card(result(4, List.of()), "pmr")).contains("how quiet the muscle is");
    }

    @Test
    void aRiseOfUneaseAsksForNothingHarder() {
        Marker[] markers = {new Marker(0, "rating", "distress_before 2"), new Marker(500, "rating", "distress_after 6")
        };
        assertThat(card(result(4, List.of(), markers)))
                .contains("less at ease at the end")
                .doesNotContain("When it is easy");
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
