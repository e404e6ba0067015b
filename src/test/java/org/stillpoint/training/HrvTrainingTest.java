package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.metric.Metric;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.training.TrainingControl.Kind;
import org.stillpoint.training.TrainingControl.Wish;

/** The exercise on a hand-made clock with hand-made measures. */
class HrvTrainingTest {

    private static final List<Metric> METRICS = List.of(
            new Metric("swing", "Swing", "/min", Modality.ECG, Double.NaN, ""),
            new Metric("rhythm", "Rhythm", "ratio", Modality.ECG, 64, ""));
    private static final Phase WRAP = new Phase("Wrap-up", PhaseKind.WRAP_UP, 30, "end");

    private final PacerCell cell = new PacerCell();
    private final Feedback feedback = new Feedback(2, 2, 0);
    private final HrvTraining exercise = new HrvTraining();
    private double now;

    private static Phase paced(double pacerSeconds, double everySeconds) {
        return new Phase(
                "Trial",
                PhaseKind.FEEDBACK,
                360,
                "go",
                PhaseEnd.TIME,
                180,
                0,
                "",
                Double.NaN,
                Double.NaN,
                "",
                "",
                Double.NaN,
                0,
                0,
                "",
                "",
                List.of(),
                "",
                "",
                pacerSeconds,
                everySeconds,
                false);
    }

    private void begin(String protocol, Map<String, Double> remembered) {
        Map<String, Finding> found = new java.util.HashMap<>();
        remembered.forEach((key, value) -> found.put(key, Finding.kept(key, value, "")));
        exercise.begin(new Start(
                new Protocol(protocol, "H", List.of("hrv-training"), "wave", 6, 0.45, "why", List.of(WRAP)),
                cell,
                Set.of(Modality.ECG, Modality.RESP),
                METRICS,
                Remembered.of(found)));
    }

    /** Breaths of ten seconds, each followed by its swing. */
    private void live(double seconds, double swing) {
        double until = now + seconds;
        while (now < until) {
            now += 0.02;
            if (Math.floor(now / 10) > Math.floor((now - 0.02) / 10)) {
                exercise.breath(now - 11, now - 6, now - 1, 1);
            }
            exercise.step(now, feedback);
            feedback.meterValues[0] = swing;
        }
    }

    private double found(String key) {
        return exercise.findings().stream()
                .filter(finding -> finding.key().equals(key))
                .mapToDouble(Finding::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    @Test
    void itPacesAtTheRateThatWasFound() {
        begin("h", Map.of("resonance_per_min", 5.0));
        exercise.phase(paced(0, 0), now);
        live(3, 8);
        assertThat(feedback.pacing()).isTrue();
        assertThat(feedback.pacerRatePerMinute()).isEqualTo(5);
        assertThat(feedback.note()).isEmpty();
    }

    @Test
    void theRateThatTheTherapistChoseComesBeforeTheOneThatWasFound() {
        begin("h", Map.of("resonance_per_min", 5.0, "training_rate_per_min", 5.5));
        exercise.phase(paced(0, 0), now);
        live(1, 8);
        assertThat(feedback.pacerRatePerMinute()).isEqualTo(5.5);
    }

    @Test
    void withoutAFoundRateItTakesTheProtocolsAndSaysSo() {
        begin("h", Map.of());
        exercise.phase(paced(0, 0), now);
        live(1, 8);
        assertThat(feedback.pacerRatePerMinute()).isEqualTo(6);
        assertThat(feedback.note()).startsWith("No rate was found for this person yet");
    }

    @Test
    void theFadingPacerIsAwayForTheEndOfEachStretch() {
        begin("h", Map.of());
        exercise.phase(paced(60, 90), now);
        live(59, 8);
        assertThat(cell.running()).isTrue();
        live(2, 8);
        assertThat(feedback.pacing()).isFalse();
        assertThat(cell.running()).isFalse();
        assertThat(feedback.cue()).contains("by yourself");
        live(28, 8);
        assertThat(feedback.pacing()).isFalse();
        live(2, 8);
        assertThat(feedback.pacing()).isTrue();
    }

    @Test
    void aReturningPacerMeetsTheOwnInBreath() {
        begin("h", Map.of());
        exercise.phase(paced(60, 90), now);
        live(85, 8);
        exercise.breath(77, 81, 87, 1);
        live(4.5, 8);
        assertThat(feedback.pacing()).isFalse();
        now += 0.5;
        exercise.step(now + 0.02, feedback);
        assertThat(feedback.pacerPhase()).isCloseTo((now + 0.02 - 87) / 10, within(0.001));
    }

    @Test
    void aPacerOfNoSecondsIsNeverThere() {
        begin("h", Map.of());
        exercise.phase(paced(0, 90), now);
        live(95, 8);
        assertThat(cell.running()).isFalse();
        assertThat(feedback.cue()).isEmpty();
    }

    @Test
    void swingWithAndWithoutThePacerAreKeptApart() {
        begin("h", Map.of());
        exercise.phase(paced(0, 0), now);
        live(120, 12);
        exercise.phase(paced(0, 90), now);
        live(120, 7);
        assertThat(found("swing_with_pacer_per_min")).isEqualTo(12);
        assertThat(found("swing_without_pacer_per_min")).isEqualTo(7);
    }

    @Test
    void aSensorThatCameOffGivesNoFindingAndTheEndSaysSo() {
        begin("h", Map.of());
        exercise.phase(paced(0, 0), now);
        live(120, Double.NaN);
        exercise.phase(WRAP, now);
        assertThat(exercise.findings())
                .filteredOn(finding -> finding.key().equals("swing_with_pacer_per_min"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.value()).isNaN())
                .satisfies(finding -> assertThat(finding.text()).startsWith("No swing"));
    }

    @Test
    void rhythmIsAFindingAndNothingIsEverRewarded() {
        begin("h", Map.of());
        feedback.meterValues[1] = 3;
        exercise.phase(paced(0, 0), now);
        live(60, 12);
        assertThat(found("rhythm_with_pacer")).isNaN();
        live(60, 12);
        assertThat(found("rhythm_with_pacer")).isEqualTo(3);
        assertThat(feedback.rewarded()).isFalse();
        assertThat(feedback.thresholdMicrovolts()).isNaN();
    }

    @Test
    void tooFastEasesOnceAndThenThePacerRests() {
        begin("h", Map.of());
        exercise.phase(paced(0, 0), now);
        exercise.wish(new Wish(Kind.TOO_FAST, 0, ""), now);
        live(1, 8);
        assertThat(feedback.pacerRatePerMinute()).isEqualTo(7);
        exercise.wish(new Wish(Kind.TOO_FAST, 0, ""), now);
        live(1, 8);
        assertThat(cell.running()).isFalse();
        exercise.phase(paced(0, 0), now);
        live(1, 8);
        assertThat(cell.running()).isFalse();
    }

    @Test
    void aCourseEndsWithItsNextStep() {
        begin("hrv-course-4", Map.of("swing_with_pacer_per_min", 10.0));
        exercise.phase(paced(0, 90), now);
        live(120, 8);
        assertThat(found("hrv_course_step")).isNaN();
        exercise.phase(WRAP, now);
        assertThat(found("hrv_course_step")).isEqualTo(5);
    }

    @Test
    void aStepThatIsNotTheNextOneIsTold() {
        begin("hrv-course-4", Map.of("hrv_course_step", 2.0));
        exercise.phase(WRAP, now);
        live(1, 8);
        assertThat(feedback.note()).isEqualTo("Step 2 of the course is this person's next one.");
    }

    @Test
    void theWayOfThePacerIsToldBeforeItGoes() {
        begin("hrv-training", Map.of());
        exercise.phase(paced(60, 90), now);
        live(50, 8);
        assertThat(feedback.pacerSecondsLeft()).isCloseTo(10, within(0.1));
        live(20, 8);
        assertThat(feedback.pacing()).isFalse();
        assertThat(feedback.pacerSecondsLeft()).isNaN();
    }

    @Test
    void pacerThatStaysNamesNoEnd() {
        begin("hrv-training", Map.of());
        exercise.phase(paced(0, 0), now);
        live(50, 8);
        assertThat(feedback.pacing()).isTrue();
        assertThat(feedback.pacerSecondsLeft()).isNaN();
    }
}
