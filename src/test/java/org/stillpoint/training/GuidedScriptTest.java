package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.training.Script.Step;
import org.stillpoint.training.Script.Wait;

class GuidedScriptTest {

    private static final Phase PHASE = new Phase(
            "Scan",
            PhaseKind.SCRIPT,
            600,
            "listen",
            PhaseEnd.DONE,
            1,
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
    private static final Script SCAN = new Script(
            "scan",
            "Scan",
            true,
            List.of(),
            List.of(
                    new Step("Settle.", 3, Wait.TIME, "", 2, ""),
                    new Step("Hands.", 4, Wait.TIME, "hand", 0, "/sounds/hands.wav"),
                    new Step("Back.", 6, Wait.TIME, "", 0, "")),
            "The text goes on without its sound.");

    private final GuidedScript exercise = new GuidedScript();
    private final Feedback feedback = new Feedback(0, 0, 1);
    private final List<String> said = new ArrayList<>();
    private double now;

    private void begin(Remembered remembered) {
        Protocol protocol = new Protocol("p", "P", List.of("guided"), "black", 6, 0.45, "x", List.of(PHASE));
        exercise.begin(new Start(protocol, new PacerCell(), Set.of(), List.of(), remembered, Map.of("scan", SCAN)));
        exercise.phase(PHASE, 0);
    }

    private void run(double seconds) {
        for (double until = now + seconds; now < until && !exercise.done(); now += 0.02) {
            exercise.step(now, feedback);
            String line = feedback.cue() + feedback.audio();
            if (said.isEmpty() || !said.get(said.size() - 1).equals(line)) {
                said.add(line);
            }
        }
    }

    @Test
    void theWordsComeInTheirTimeWithTheirSound() {
        begin(Remembered.NOTHING);
        run(60);
        assertThat(said)
                .containsExactly("Settle.", "Hands./sounds/hands.wav", "Back./sounds/hands.wav", "/sounds/hands.wav");
        assertThat(now).isCloseTo(15, within(0.1));
    }

    @Test
    void theSoundRingsOutOverStepsThatNameNone() {
        begin(Remembered.NOTHING);
        run(11);
        assertThat(feedback.audioSeconds()).isCloseTo(6, within(0.1));
    }

    @Test
    void theSoundKeepsItsPlaceThroughAHold() {
        begin(Remembered.NOTHING);
        run(7);
        double before = feedback.audioSeconds();
        now += 120;
        exercise.resume(now);
        run(1);
        assertThat(feedback.audioSeconds()).isCloseTo(before + 1, within(0.05));
    }

    @Test
    void theSoundEndsWithItsPhase() {
        begin(Remembered.NOTHING);
        run(7);
        exercise.phaseEnds(PHASE, now, true);
        exercise.step(now, feedback);
        assertThat(feedback.audio()).isEmpty();
    }

    @Test
    void aSoundThatIsMissingIsSaidOnce() {
        begin(Remembered.NOTHING);
        exercise.step(0, feedback);
        assertThat(feedback.note()).isEqualTo("The text goes on without its sound.");
        feedback.note = "";
        exercise.step(0.02, feedback);
        assertThat(feedback.note()).isEmpty();
    }

    @Test
    void heldTimeIsNotPlayed() {
        begin(Remembered.NOTHING);
        run(2);
        exercise.hold(now);
        now += 100;
        exercise.resume(now);
        run(60);
        assertThat(now).isCloseTo(115, within(0.1));
    }

    @Test
    void groupsThatHurtAreLeftOut() {
        Finding skipped = Finding.kept(MuscleGroups.SKIPPED, Double.NaN, "hand");
        Map<String, Finding> known = Map.of(skipped.key(), skipped);
        begin(new Remembered(known, known));
        run(60);
        assertThat(said).containsExactly("Settle.", "Back.", "");
    }
}
