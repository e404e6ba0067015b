package org.stillpoint.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.training.Protocol;
import org.stillpoint.ui.SafetyQuestion;

class SafetyViewModelTest {

    private final SafetyViewModel safety = new SafetyViewModel();

    private static Protocol of(String exercise) {
        return new Protocol("p", "P", List.of(exercise), "wave", 6, 0.45, "why", List.of());
    }

    @Test
    void nothingTickedNeedsNoWords() {
        safety.ask();
        assertThat(safety.advice().get()).isEmpty();
        assertThat(safety.yes()).isEmpty();
    }

    @Test
    void aHeartOutOfStepIsSaidKindlyAndTheHeartIsNotTrained() {
        safety.ask();
        safety.tick(SafetyQuestion.RHYTHM).set(true);
        assertThat(safety.advice().get()).startsWith("The heart’s rhythm is then no guide");
        assertThat(SafetyViewModel.objection(of("resonance"), safety.yes())).contains("choose a breathing or a muscle");
        assertThat(SafetyViewModel.objection(of("hrv-training"), safety.yes())).isNotEmpty();
        assertThat(SafetyViewModel.objection(of("emg-relaxation"), safety.yes()))
                .isEmpty();
    }

    @Test
    void otherReasonsForCareForbidNothing() {
        assertThat(SafetyViewModel.objection(of("resonance"), List.of(SafetyQuestion.PANIC)))
                .isEmpty();
    }

    @Test
    void theNextPersonBeginsWithoutTicks() {
        safety.tick(SafetyQuestion.PANIC).set(true);
        safety.ask();
        assertThat(safety.yes()).isEmpty();
    }

    @Test
    void answersAreReadBackFromTheirStoredWords() {
        List<SafetyQuestion> yes = List.of(SafetyQuestion.IMPLANT, SafetyQuestion.INSULIN);
        assertThat(SafetyQuestion.read(SafetyQuestion.stored(yes))).contains(yes);
        assertThat(SafetyQuestion.read(SafetyQuestion.stored(List.of()))).contains(List.of());
        assertThat(SafetyQuestion.read("")).isEmpty();
    }

    @Test
    void whatWasNotAskedThenIsAskedNow() {
        assertThat(SafetyQuestion.read("none")).isEmpty();
        assertThat(SafetyQuestion.read("implant,panic")).isEmpty();
    }

    @Test
    void aVeryLowMoodIsAskedAboutAndAnsweredWithCare() {
        safety.ask();
        safety.tick(SafetyQuestion.valueOf("LOW_MOOD")).set(true);
        assertThat(safety.advice().get()).contains("treating clinician");
        assertThat(SafetyViewModel.objection(of("resonance"), safety.yes())).isEmpty();
    }
}
