package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.metric.PipelineSettings;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.PacerCell;

/** What is given back when a phase is skipped or repeated, or something disturbs the body. */
class EntriesTest {

    private static final Phase REST = new Phase("Rest", PhaseKind.BASELINE, 120, "sit");
    private static final Phase ALONE = new Phase("Alone", PhaseKind.ALONE_BEFORE, 120, "alone");
    private static final Phase TRIAL = new Phase("Trial", PhaseKind.FEEDBACK, 120, "go");
    private static final Phase END = new Phase("End", PhaseKind.WRAP_UP, 120, "end");

    private final TrainingControl control = new TrainingControl();
    private Feedback feedback;
    private Conductor conductor;
    private double now;

    private void begin(String exercise, Phase... phases) {
        Protocol protocol = new Protocol("one", "One", List.of(exercise), "wave", 6, 0.45, "why", List.of(phases));
        Start start = new Start(protocol, new PacerCell(), Set.of(Modality.values()), List.of(), Remembered.NOTHING);
        feedback = new FeedbackCell(0, 0, phases.length).blank();
        conductor = new Conductor(start, new Pipeline(List.of(), new PipelineSettings(50, 0.25)), control, feedback);
        conductor.tick(0);
    }

    private void live(double seconds, double cycleSeconds, double microvolts) {
        double until = now + seconds;
        double began = now;
        while (now < until - 1e-9) {
            now += 0.02;
            feedback.muscleMicrovolts = microvolts;
            feedback.breathPosition = 0.5 - 0.4 * Math.cos(2 * Math.PI * (now - began) / cycleSeconds);
            if (now - began >= cycleSeconds) {
                conductor.breath(began, began + 0.4 * cycleSeconds, began + cycleSeconds, 1);
                began += cycleSeconds;
            }
            conductor.tick(now);
        }
    }

    private double found(String key) {
        return conductor.findings().stream()
                .filter(finding -> finding.key().equals(key))
                .mapToDouble(Finding::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    @Test
    void breathsOfASkippedPhaseAreInNoMedian() {
        begin("breathing-skills", ALONE, END);
        live(60, 4, 1);
        assertThat(found("breathing_rate_alone_before_per_min")).isCloseTo(15, within(0.1));
        control.skipPhase();
        live(1, 4, 1);
        assertThat(found("breathing_rate_alone_before_per_min")).isNaN();
    }

    @Test
    void whatWasDoneOfAPhaseThatIsEndedByHandCounts() {
        begin("breathing-skills", ALONE, END);
        live(60, 4, 1);
        control.nextPhase();
        live(1, 4, 1);
        assertThat(found("breathing_rate_alone_before_per_min")).isCloseTo(15, within(0.1));
    }

    @Test
    void aRepeatedPhaseCountsOnce() {
        begin("breathing-skills", ALONE, END);
        live(100, 4, 1);
        control.repeatPhase();
        live(70, 6, 1);
        assertThat(found("breathing_rate_alone_before_per_min")).isCloseTo(10, within(0.1));
    }

    @Test
    void theOwnRateIsThatOfTheRestThatWasRepeated() {
        begin("paced-breathing", REST, END);
        live(100, 4, 1);
        control.repeatPhase();
        live(70, 6, 1);
        assertThat(found(PacedBreathing.OWN_RATE)).isCloseTo(10, within(0.1));
    }

    @Test
    void breathsWithThePacerInASkippedTrialAreNotCounted() {
        begin("hrv-training", TRIAL, END);
        live(110, 10, 1);
        assertThat(found("followed_pacer_pct")).isFinite();
        control.skipPhase();
        live(1, 10, 1);
        assertThat(found("followed_pacer_pct")).isNaN();
    }

    @Test
    void secondsOfATextThatBeginsAgainAreNotCountedTwice() {
        GuidedScript guided = new GuidedScript();
        Phase phase = new Phase(
                "Scan",
                PhaseKind.SCRIPT,
                60,
                "go",
                PhaseEnd.TIME,
                60,
                0,
                "",
                Double.NaN,
                Double.NaN,
                "",
                "",
                Double.NaN,
                0,
                0,
                "scan",
                "",
                List.of(),
                "",
                "");
        Script scan = new Script(
                "scan",
                "Scan",
                false,
                List.of(),
                List.of(new Script.Step("Here", 60, Script.Wait.TIME, "", 0, "")),
                "");
        guided.begin(new Start(
                new Protocol("g", "G", List.of("guided"), "wave", 6, 0.45, "why", List.of(phase)),
                new PacerCell(),
                Set.of(),
                List.of(),
                Remembered.NOTHING,
                java.util.Map.of("scan", scan)));
        Feedback blank = new FeedbackCell(0, 0, 1).blank();
        for (int run = 0; run < 2; run++) {
            guided.phase(phase, 0);
            for (int i = 0; i <= 1000; i++) {
                guided.step(i / 50.0, blank);
            }
            guided.phaseEnds(phase, 20, run == 1);
        }
        assertThat(guided.findings())
                .singleElement()
                .satisfies(one -> assertThat(one.value()).isEqualTo(20));
    }

    @Test
    void levelsOfTheSecondsBeforeAnEventAreGivenBack() {
        begin("emg-relaxation", new Phase("Rest", PhaseKind.BASELINE, 20, "sit"), END);
        live(10, 4, 5);
        live(3, 4, 1);
        control.event("cough");
        live(2, 4, 1);
        live(6, 4, 5);
        assertThat(found("muscle_baseline_p10_uV")).isEqualTo(5);
    }

    @Test
    void aBreathThatWasFoundJustBeforeAnEventIsGivenBack() {
        begin("breathing-skills", ALONE, END);
        live(41, 4, 1);
        assertThat(found("breathing_rate_alone_before_per_min")).isFinite();
        control.event("cough");
        live(0.1, 4, 1);
        assertThat(found("breathing_rate_alone_before_per_min")).isNaN();
    }

    @Test
    void aLogThatRanOverItsOldestEntriesKeepsThoseThatWereNotGivenBack() {
        MeasureLog log = new MeasureLog(1);
        for (int i = 0; i < 5000; i++) {
            log.at(i);
            log.add(i < 4990 ? 1 : 9);
        }
        log.takeBackSince(4990);
        assertThat(log.count()).isEqualTo(4086);
        for (int i = 0; i < 4095; i++) {
            log.add(2);
        }
        assertThat(log.count()).isEqualTo(4096);
        assertThat(log.median()).isEqualTo(2);
    }

    @Test
    void lettingGoThatWasJudgedJustBeforeAnEventCountsAsHidden() {
        ReleaseLog log = new ReleaseLog();
        log.at(10);
        log.add("hand", new LettingGo(), 1, 0.4);
        log.takeBackSince(7);
        assertThat(log.count()).isZero();
        assertThat(log.findings(1))
                .singleElement()
                .satisfies(one -> assertThat(one.text()).contains("hid"));
    }

    @Test
    void levelsJustBeforeADisturbanceAreNeitherRestNorWork() {
        RestShare share = new RestShare();
        for (int i = 0; i <= 50 * 50; i++) {
            share.at(i / 50.0);
            share.add(true, i <= 45 * 50);
        }
        assertThat(share.wholePercent()).isLessThan(95);
        share.takeBackSince(45.01);
        assertThat(share.wholePercent()).isEqualTo(100);
    }
}
