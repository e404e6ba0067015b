package org.stillpoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.training.Question;
import org.stillpoint.training.Question.Takes;

class DraftTest {

    private static Question question(Takes takes, String none, String... choices) {
        return new Question(
                "q",
                "Which?",
                takes,
                Question.By.PATIENT,
                List.of(choices),
                List.of(),
                none,
                "",
                "",
                0,
                120,
                "°",
                List.of(),
                false,
                "kept");
    }

    private static Draft draft(Takes takes, String... choices) {
        return new Draft(question(takes, "", choices), "");
    }

    private static Draft type(Draft draft, int... digits) {
        for (int digit : digits) {
            draft.digit(digit);
        }
        return draft;
    }

    @Test
    void oneAndThenZeroAreTen() {
        assertThat(type(draft(Takes.RATING), 1, 0).number()).isEqualTo(10);
    }

    @Test
    void anotherNumberTakesThePlaceOfTheFirst() {
        assertThat(type(draft(Takes.RATING), 4, 7).number()).isEqualTo(7);
    }

    @Test
    void aRatingThatWasTakenBackIsNoAnswer() {
        Draft draft = type(draft(Takes.RATING), 4);
        draft.back();
        assertThat(draft.ready()).isFalse();
    }

    @Test
    void ofOneChoiceTheNewestCounts() {
        Draft draft = draft(Takes.ONE, "a", "b");
        draft.press(0);
        draft.press(1);
        assertThat(draft.words()).isEqualTo("b");
    }

    @Test
    void severalStandInTheOrderOfTheChoices() {
        assertThat(type(draft(Takes.SEVERAL, "neck", "left hand", "jaw"), 3, 1).words())
                .isEqualTo("neck, jaw");
    }

    @Test
    void aChoiceThatIsPressedAgainIsTakenBack() {
        assertThat(type(draft(Takes.SEVERAL, "neck", "jaw"), 1, 2, 1).words()).isEqualTo("jaw");
    }

    @Test
    void backspaceTakesTheNewestChoiceBack() {
        Draft draft = type(draft(Takes.SEVERAL, "neck", "jaw"), 2, 1);
        draft.back();
        assertThat(draft.words()).isEqualTo("jaw");
    }

    @Test
    void nothingChosenIsAnAnswerOnlyWhereItHasAName() {
        assertThat(draft(Takes.SEVERAL, "neck").ready()).isFalse();
        Draft nowhere = new Draft(question(Takes.SEVERAL, "Nowhere", "neck"), "");
        assertThat(nowhere.ready()).isTrue();
        assertThat(nowhere.words()).isEqualTo("none");
    }

    @Test
    void whatIsRememberedIsChosenToBeginWith() {
        Draft draft = new Draft(question(Takes.SEVERAL, "", "neck", "left hand", "jaw"), "left-hand, knee");
        assertThat(draft.words()).isEqualTo("left hand");
    }

    @Test
    void aNumberGrowsByItsDigitsAndMustLieInItsRange() {
        assertThat(type(draft(Takes.NUMBER), 7, 5).words()).isEqualTo("75");
        assertThat(type(draft(Takes.NUMBER), 7, 5, 0).ready()).isFalse();
    }

    @Test
    void escapeTakesEverythingBack() {
        Draft draft = type(draft(Takes.NUMBERS), 1, 0, 0);
        draft.clear();
        assertThat(draft.typed()).isEmpty();
        assertThat(draft.ready()).isFalse();
    }

    @Test
    void yesAndNoAreChoices() {
        assertThat(type(draft(Takes.YES_NO), 2).words()).isEqualTo("no");
    }

    @Test
    void freeWordsAreAnAnswerWhenThereAreAny() {
        Draft draft = draft(Takes.WORDS);
        assertThat(draft.ready()).isFalse();
        draft.type("the bus");
        assertThat(draft.ready()).isTrue();
        assertThat(draft.words()).isEqualTo("the bus");
    }
}
