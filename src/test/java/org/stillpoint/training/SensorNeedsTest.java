package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.signal.Modality;

class SensorNeedsTest {

    private static Protocol protocol(PhaseKind kind, String... exercises) {
        return new Protocol(
                "p", "P", List.of(exercises), "wave", 6, 0.45, "why", List.of(new Phase("A", kind, 60, "go")));
    }

    @Test
    void aPacerAloneNeedsNothing() {
        Protocol paced = protocol(PhaseKind.PACER_ONLY, "paced-breathing");
        assertThat(SensorNeeds.none(paced)).isTrue();
        assertThat(SensorNeeds.missing(paced, Set.of())).isEmpty();
    }

    @Test
    void whatShowsTheOwnBreathRunsWithoutASensorAndLosesIt() {
        Protocol shown = protocol(PhaseKind.FEEDBACK, "paced-breathing");
        assertThat(SensorNeeds.none(shown)).isFalse();
        assertThat(SensorNeeds.runsWithout(shown)).isTrue();
        assertThat(SensorNeeds.missing(shown, Set.of())).contains("breathing belt", "the pacer leads alone");
    }

    @Test
    void onlyWhatIsNotWornIsMissing() {
        Protocol heart = protocol(PhaseKind.FEEDBACK, "hrv-training");
        assertThat(SensorNeeds.missing(heart, Set.of(Modality.PPG))).startsWith("Needs a breathing belt;");
        assertThat(SensorNeeds.missing(heart, Set.of(Modality.PPG, Modality.RESP2)))
                .isEmpty();
    }

    @Test
    void theFirstNamedExerciseSaysWhatIsLeft() {
        Protocol both = protocol(PhaseKind.SCRIPT, "pmr", "emg-relaxation");
        assertThat(SensorNeeds.missing(both, Set.of()))
                .isEqualTo("Needs a muscle sensor; without, the text leads by time and no letting go is judged.");
    }

    @Test
    void everyExerciseThatNeedsASensorSaysWhatItDoesWithout() {
        assertThat(Exercises.all())
                .filteredOn(exercise -> !exercise.needs().isEmpty())
                .extracting(Exercise::without)
                .doesNotContain("it leads and measures nothing")
                .allSatisfy(words -> assertThat(words).matches("[a-z].*[a-z]"));
    }
}
