package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.signal.Quality;
import org.stillpoint.signal.RrVerdict;
import org.stillpoint.training.TrainingControl.Kind;
import org.stillpoint.training.TrainingControl.Wish;

/** The exercise on a hand-made clock, with a person who follows the pacer to the letter. */
class ResonanceAssessmentTest {

    private static final Phase REST = new Phase("Rest", PhaseKind.REST, 30, "rest");
    private static final Phase WRAP = new Phase("Wrap-up", PhaseKind.WRAP_UP, 30, "end");

    private final PacerCell cell = new PacerCell();
    private final Feedback feedback = new Feedback(0, 2, 0);
    private final ResonanceAssessment exercise = new ResonanceAssessment();
    private double now;
    private double nextBeat = 0.8;
    private double cycleStart = Double.NaN;

    private static Phase block(String title, double rate) {
        return new Phase(
                title,
                PhaseKind.PACER_ONLY,
                300,
                "go",
                PhaseEnd.DONE,
                90,
                0,
                "resonance",
                rate,
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
                "");
    }

    private void begin(Set<Modality> sensors, Remembered remembered, Phase... phases) {
        Protocol protocol = new Protocol("r", "R", List.of("resonance"), "wave", 6, 0.45, "why", List.of(phases));
        exercise.begin(new Start(protocol, cell, sensors, List.of(), remembered));
    }

    private void begin(Phase... phases) {
        begin(Set.of(Modality.ECG, Modality.RESP), Remembered.NOTHING, phases);
    }

    private void enter(Phase phase) {
        exercise.phase(phase, now);
        cycleStart = now;
    }

    /** Beats of a heart that swings with the pacer, and whole breaths of the pacer. */
    private void live(double seconds) {
        double until = now + seconds;
        while (now < until && !exercise.done()) {
            now += 0.02;
            double cycle = 60 / feedback.pacerRatePerMinute;
            if (now >= nextBeat) {
                double rr = 900 + 80 * Math.cos(2 * Math.PI * (now - cycleStart) / cycle);
                exercise.beat(now, rr, RrVerdict.NORMAL);
                nextBeat = now + rr / 1000;
            }
            if (now - cycleStart >= cycle + 1) {
                exercise.breath(cycleStart, cycleStart + 0.45 * cycle, cycleStart + cycle, 1);
                cycleStart += cycle;
            }
            exercise.step(now, feedback);
        }
    }

    private double found(String key) {
        return exercise.findings().stream()
                .filter(finding -> finding.key().equals(key))
                .mapToDouble(Finding::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    private String said(String key) {
        return exercise.findings().stream()
                .filter(finding -> finding.key().equals(key))
                .map(Finding::text)
                .findFirst()
                .orElse("");
    }

    @Test
    void aBlockPacesAtTheRateOfItsPhase() {
        Phase block = block("a", 5);
        begin(block);
        feedback.pacerRatePerMinute = 5;
        enter(block);
        live(6);
        assertThat(feedback.pacing()).isTrue();
        assertThat(cell.ratePerMinute()).isEqualTo(5);
        assertThat(feedback.pacerPhase()).isCloseTo(0.5, within(0.01));
    }

    @Test
    void breathsMuchDeeperThanAtRestAreAskedToBeSofter() {
        Phase block = block("a", 6);
        Phase rest = new Phase("Baseline", PhaseKind.BASELINE, 60, "rest");
        begin(rest, block);
        exercise.phase(rest, now);
        for (int i = 0; i < 12; i++) {
            exercise.breath(now, now + 2, now + 5, 1);
            now += 5;
        }
        exercise.phaseEnds(rest, now, true);
        exercise.phase(block, now);
        for (int i = 0; i < 5; i++) {
            exercise.breath(now, now + 4, now + 10, 1.8);
            now += 10;
        }
        exercise.step(now, feedback);
        assertThat(feedback.softer()).isTrue();
        assertThat(feedback.cue()).isEqualTo(OwnBreath.SOFTER);
    }

    @Test
    void aBlockIsDoneWithFourteenBreathsAfterTheFirstHalfMinute() {
        Phase block = block("a", 6);
        begin(block);
        feedback.pacerRatePerMinute = 6;
        enter(block);
        live(600);
        assertThat(now).isBetween(170.0, 173.0);
    }

    @Test
    void restsAreNotPaced() {
        begin(REST, block("a", 6));
        enter(REST);
        exercise.step(1, feedback);
        assertThat(feedback.pacing()).isFalse();
    }

    @Test
    void theRateOfABlockCannotBeChanged() {
        Phase block = block("a", 6);
        begin(block);
        feedback.pacerRatePerMinute = 6;
        enter(block);
        live(1);
        exercise.wish(new Wish(Kind.PACER_RATE, 9, ""), now);
        live(1);
        assertThat(feedback.pacerRatePerMinute()).isEqualTo(6);
    }

    @Test
    void comfortCountsForTheBlockBefore() {
        Phase block = block("a", 6);
        begin(block, REST);
        feedback.pacerRatePerMinute = 6;
        enter(block);
        live(600);
        exercise.phaseEnds(block, now, true);
        enter(REST);
        exercise.wish(new Wish(Kind.RATING, 7, "comfort"), now);
        exercise.wish(new Wish(Kind.RATING, 2, "something-else"), now);
        assertThat(said("resonance_block_1")).contains("comfort 7");
    }

    @Test
    void aSkippedBlockLeavesNothing() {
        Phase block = block("a", 6);
        begin(block, REST);
        feedback.pacerRatePerMinute = 6;
        enter(block);
        live(600);
        exercise.phaseEnds(block, now, false);
        assertThat(exercise.findings()).isEmpty();
    }

    @Test
    void tooFastEndsTheBlockAndTheSecondTimeAllPacing() {
        Phase first = block("a", 6);
        Phase second = block("b", 5);
        Phase third = block("c", 4.5);
        begin(first, second, third, WRAP);
        feedback.pacerRatePerMinute = 6;
        for (Phase phase : List.of(first, second, third)) {
            enter(phase);
            exercise.wish(new Wish(Kind.TOO_FAST, 0, ""), now);
            assertThat(exercise.done()).isTrue();
            exercise.phaseEnds(phase, now, true);
        }
        enter(WRAP);
        assertThat(said("resonance_status")).isEqualTo("failed");
        assertThat(said("resonance_reason")).contains("felt wrong");
    }

    @Test
    void breathsRightAfterAHoldDoNotCount() {
        Phase block = block("a", 6);
        begin(block);
        feedback.pacerRatePerMinute = 6;
        enter(block);
        live(60);
        exercise.hold(now);
        assertThat(cell.running()).isFalse();
        now += 100;
        nextBeat = now;
        exercise.resume(now);
        cycleStart = now;
        live(600);
        // two or three breaths before, 20 s to find in again, twelve more
        assertThat(now).isBetween(290.0, 302.0);
    }

    @Test
    void blocksWithoutARateGoAroundTheRememberedOne() {
        Phase[] blocks = {block("a", Double.NaN), block("b", Double.NaN), block("c", Double.NaN), block("d", Double.NaN)
        };
        begin(
                Set.of(Modality.ECG, Modality.RESP),
                Remembered.of(Map.of("resonance_per_min", Finding.kept("resonance_per_min", 6, ""))),
                blocks);
        double[] rates = new double[4];
        for (int i = 0; i < 4; i++) {
            enter(blocks[i]);
            exercise.step(now, feedback);
            rates[i] = feedback.pacerRatePerMinute();
            exercise.phaseEnds(blocks[i], now, true);
        }
        assertThat(rates).containsExactly(6, 7, 5, 6);
    }

    @Test
    void withoutAHeartSensorItLeadsForAMinuteEachAndFails() {
        Phase block = block("a", 6);
        begin(Set.of(Modality.RESP), Remembered.NOTHING, block, WRAP);
        feedback.pacerRatePerMinute = 6;
        enter(block);
        live(600);
        assertThat(now).isCloseTo(60, within(0.1));
        exercise.phaseEnds(block, now, true);
        assertThat(said("resonance_status")).isEqualTo("failed");
        assertThat(said("resonance_reason")).contains("no heart sensor");
        assertThat(found("resonance_per_min")).isNaN();
    }

    @Test
    void withoutABeltTheBlocksEndAndTheVerdictSaysThatNobodyCanTell() {
        Phase block = block("a", 6);
        begin(Set.of(Modality.ECG), Remembered.NOTHING, block, WRAP);
        feedback.pacerRatePerMinute = 6;
        enter(block);
        now += 0.02;
        double until = 600;
        while (now < until && !exercise.done()) {
            now += 0.02;
            if (now >= nextBeat) {
                exercise.beat(now, 900, RrVerdict.NORMAL);
                nextBeat = now + 0.9;
            }
            exercise.step(now, feedback);
        }
        assertThat(now).isLessThan(180);
        exercise.phaseEnds(block, now, true);
        assertThat(said("resonance_reason")).contains("Without a belt");
    }

    @Test
    void movementIsCountedFromTheQualityOfAnySensor() {
        Phase block = block("a", 6);
        begin(block, WRAP);
        feedback.pacerRatePerMinute = 6;
        enter(block);
        feedback.lineQualities[1] = Quality.MOVING.ordinal();
        live(600);
        exercise.phaseEnds(block, now, true);
        assertThat(said("resonance_block_1")).contains("movement in 100 % of the time");
    }

    @Test
    void aBlockAllocatesNothingWhileItRuns() {
        Phase block = block("a", 6);
        begin(block);
        feedback.pacerRatePerMinute = 6;
        enter(block);
        live(60);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        before = threads.getThreadAllocatedBytes(thread);
        live(80);
        assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(2000);
    }

    @Test
    void comfortOfASkippedBlockIsNotThatOfTheBlockBefore() {
        Phase first = block("a", 6);
        Phase second = block("b", 5);
        begin(first, second);
        feedback.pacerRatePerMinute = 6;
        enter(first);
        live(600);
        exercise.phaseEnds(first, now, true);
        enter(second);
        exercise.phaseEnds(second, now, false);
        exercise.wish(new Wish(Kind.RATING, 2, "comfort"), now);
        assertThat(said("resonance_block_1")).doesNotContain("comfort");
    }

    @Test
    void aBreathJustBeforeADisturbanceIsNotCounted() {
        Phase block = block("a", 6);
        begin(block);
        feedback.pacerRatePerMinute = 6;
        enter(block);
        live(600);
        assertThat(exercise.done()).isTrue();
        exercise.disturbed(now - 20);
        assertThat(exercise.done()).isFalse();
    }
}
