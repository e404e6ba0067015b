package org.stillpoint.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stillpoint.ui.MeasureLabel;

class CardChoiceTest {

    private static List<String> chosen(String... ids) {
        List<MeasureState> all = Stream.of(ids)
                .map(id -> new MeasureState(new MeasureLabel(id, id, "", "", 0), absence -> ""))
                .toList();
        return CardChoice.of(all, true).stream()
                .map(state -> state.label().id())
                .toList();
    }

    @Test
    void whatTrainingNeedsComesBeforeTheRest() {
        assertThat(chosen("heart_rate", "swing", "rmssd", "breathing_rate", "muscle@emg", "rhythm", "with_pacer"))
                .containsExactly("heart_rate", "swing", "breathing_rate", "muscle@emg", "with_pacer", "rmssd");
    }

    @Test
    void secondMuscleDoesNotPushOutThePacer() {
        assertThat(chosen("muscle@a", "muscle@b", "with_pacer")).containsExactly("muscle@a", "with_pacer", "muscle@b");
    }

    @Test
    void withoutAPacerNothingIsHeldAgainstIt() {
        List<MeasureState> all = List.of(
                new MeasureState(new MeasureLabel("with-pacer", "with the pacer", "%", "", 0), absence -> ""),
                new MeasureState(new MeasureLabel("muscle", "muscle", "µV", "", 1), absence -> ""));
        assertThat(CardChoice.of(all, false).stream().map(state -> state.label().id()))
                .containsExactly("muscle");
    }
}
