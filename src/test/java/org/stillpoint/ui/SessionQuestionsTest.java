package org.stillpoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.FeedbackWriter;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseEnd;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.Question;
import org.stillpoint.training.Questions;
import org.stillpoint.training.TrainingControl.Kind;
import org.stillpoint.training.TrainingControl.Wish;

class SessionQuestionsTest {

    private static final List<Phase> FRAME = List.of(
            new Phase("Rest", PhaseKind.BASELINE, 120, "Sit."),
            new Phase("Trial 1", PhaseKind.FEEDBACK, 300, "Breathe."),
            new Phase("Trial 2", PhaseKind.FEEDBACK, 300, "Breathe."),
            new Phase("Wrap-up", PhaseKind.WRAP_UP, 60, "Rest."));

    private SyntheticSession session;
    private SessionQuestions questions;

    private void open(List<Phase> phases) {
        session = new SyntheticSession(
                new Protocol("p", "P", List.of("paced-breathing"), "wave", 6, 0.45, "why", phases));
        questions = new SessionQuestions(session.live);
    }

    private void at(int phase, double elapsedSeconds) {
        at(phase, elapsedSeconds, Feedback.State.RUNNING, false);
    }

    private void at(int phase, double elapsedSeconds, Feedback.State state, boolean asking) {
        session.writer.state(state).phase(phase, elapsedSeconds, 60).asking(asking);
        questions.look(session.writer.next());
    }

    private Wish wish() {
        return FeedbackWriter.wish(session.control);
    }

    private String asked() {
        return questions.question().map(Question::id).orElse("");
    }

    private static Phase question(String id, PhaseKind kind) {
        return new Phase(
                "Q", kind, 60, "text", PhaseEnd.DONE, 0, 0, "", 0, 0, "", "", 0, 0, 0, "", id, List.of(), "", "");
    }

    private static Phase withConsent(String consent) {
        return new Phase(
                "Serial sevens",
                PhaseKind.STRESSOR,
                60,
                "text",
                PhaseEnd.TIME,
                60,
                0,
                "",
                0,
                0,
                "",
                "",
                0,
                0,
                0,
                "",
                "",
                List.of(),
                consent,
                "");
    }

    @Test
    void distressIsAskedBeforeTheFirstExerciseAndNotInIt() {
        open(FRAME);
        at(0, 1);
        assertThat(asked()).isEqualTo(Questions.DISTRESS_BEFORE);
        at(1, 1);
        assertThat(asked()).isEmpty();
    }

    @Test
    void aRestThatHasBegunIsNotDisturbedOnThePatientsSide() {
        open(FRAME);
        at(0, 10);
        assertThat(questions.forPatient()).isTrue();
        at(0, 50);
        assertThat(questions.forPatient()).isFalse();
    }

    @Test
    void distressIsAskedAgainAtTheWrapUp() {
        open(FRAME);
        at(0, 1);
        questions.rate(4);
        assertThat(wish()).isEqualTo(new Wish(Kind.RATING, 4, Questions.DISTRESS_BEFORE));
        at(1, 1);
        at(3, 1);
        assertThat(asked()).isEqualTo(Questions.DISTRESS_AFTER);
    }

    @Test
    void whatThePatientDidIsAskedAfterATrialAndKeptWithItsName() {
        open(FRAME);
        at(1, 1);
        at(2, 1);
        assertThat(asked()).isEqualTo(Questions.WHAT_HELPED);
        assertThat(questions.forPatient()).isFalse();
        questions.answer(" longer out-breath ");
        assertThat(wish()).isEqualTo(new Wish(Kind.ANSWER, 0, "what_helped: Trial 1: longer out-breath"));
        assertThat(asked()).isEmpty();
    }

    @Test
    void risenDistressStopsAndIsSaidAndWrittenDown() {
        open(FRAME);
        at(0, 1);
        questions.rate(2);
        wish();
        at(1, 1);
        at(3, 1);
        questions.rate(5);
        assertThat(questions.stopSentence()).startsWith("Stop here.");
        assertThat(questions.alarm()).startsWith("Distress 5, 2 before.");
        assertThat(wish().kind()).isEqualTo(Kind.RATING);
        assertThat(wish()).isEqualTo(new Wish(Kind.MARK, 0, "stop and breathe: distress 5, 2 before"));
    }

    @Test
    void highDistressStopsWithoutOneBefore() {
        open(FRAME);
        at(1, 1);
        at(3, 1);
        questions.rate(7);
        assertThat(questions.alarm()).startsWith("Distress 7.");
    }

    @Test
    void distressThatStaysLowStopsNothing() {
        open(FRAME);
        at(0, 1);
        questions.rate(4);
        at(1, 1);
        at(3, 1);
        questions.rate(6);
        assertThat(questions.stopSentence()).isEmpty();
    }

    @Test
    void aProtocolThatAsksForDistressItselfIsNotAskedTwice() {
        open(List.of(question("distress", PhaseKind.QUESTION), FRAME.get(1), FRAME.get(3)));
        at(0, 1);
        assertThat(asked()).isEqualTo("distress");
        questions.rate(3);
        assertThat(asked()).isEmpty();
    }

    @Test
    void aPhasesQuestionIsAskedOnceAndAgainWhenThePhaseIsRepeated() {
        open(List.of(FRAME.get(1), question("comfort", PhaseKind.REST)));
        at(1, 10);
        questions.rate(8);
        assertThat(asked()).isEmpty();
        at(1, 0);
        assertThat(asked()).isEqualTo("comfort");
    }

    @Test
    void aSkippedQuestionPhaseIsLeft() {
        open(List.of(question("tension", PhaseKind.QUESTION), FRAME.get(1)));
        at(0, 1);
        questions.skip();
        assertThat(wish().kind()).isEqualTo(Kind.SKIP_PHASE);
    }

    @Test
    void consentComesBeforeEverythingAndCanBeRefused() {
        open(List.of(FRAME.get(0), withConsent("Counting backwards for a minute?")));
        at(1, 0, Feedback.State.RUNNING, true);
        assertThat(questions.consentText()).isEqualTo("Counting backwards for a minute?");
        questions.skip();
        assertThat(wish().kind()).isEqualTo(Kind.SKIP_PHASE);
        questions.agree();
        assertThat(wish().kind()).isEqualTo(Kind.AGREE);
    }

    @Test
    void oneAndThenZeroAreTen() {
        open(FRAME);
        at(0, 1);
        questions.draft().digit(1);
        questions.draft().digit(0);
        questions.give();
        assertThat(wish().number()).isEqualTo(10);
    }

    @Test
    void nothingIsAskedOfThePatientOnHold() {
        open(FRAME);
        at(0, 1, Feedback.State.HELD, false);
        assertThat(questions.forPatient()).isFalse();
    }

    @Test
    void whatThePatientDidIsAskedAfterATrialThatItsProtocolForgets() {
        open(List.of(
                FRAME.get(0),
                FRAME.get(1),
                question(Questions.WHAT_HELPED, PhaseKind.QUESTION),
                FRAME.get(2),
                new Phase("Rest", PhaseKind.REST, 60, "Rest."),
                new Phase("Trial 3", PhaseKind.FEEDBACK, 300, "Breathe.")));
        at(1, 1);
        at(2, 1);
        assertThat(questions.about()).isEmpty();
        questions.answer("did less");
        wish();
        at(3, 1);
        assertThat(asked()).isEmpty();
        at(4, 1);
        assertThat(asked()).isEqualTo(Questions.WHAT_HELPED);
        assertThat(questions.about()).isEqualTo("Trial 2");
        assertThat(questions.forPatient()).isTrue();
    }

    @Test
    void aTaskInThePlaceOfATrialHasDistressBeforeIt() {
        open(List.of(FRAME.get(0), new Phase("Bend", PhaseKind.TRANSFER, 60, "Bend."), FRAME.get(3)));
        at(0, 1);
        assertThat(asked()).isEqualTo(Questions.DISTRESS_BEFORE);
    }

    @Test
    void aTaskThatWasAgreedToIsLeftWithSkip() {
        open(List.of(FRAME.get(0), withConsent("Shall we?"), FRAME.get(3)));
        at(1, 3);
        assertThat(questions.stressed()).isTrue();
        questions.skip();
        assertThat(wish().kind()).isEqualTo(Kind.SKIP_PHASE);
    }

    @Test
    void aQuestionThatNobodyWroteIsAskedByItsName() {
        assertThat(Questions.of("neck_stiffness").asks()).isEqualTo("Neck stiffness?");
    }
}
