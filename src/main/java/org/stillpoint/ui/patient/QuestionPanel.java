package org.stillpoint.ui.patient;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.stillpoint.training.Question;
import org.stillpoint.training.Question.Takes;
import org.stillpoint.ui.AnswerKeys;
import org.stillpoint.ui.SessionQuestions;

/**
 * What is asked of the patient, with large keys, drawn from the question's data: yes or leave out, a number, words to choose
 * from, digits, one key that stops. What is chosen can be changed until "Next" gives it. A task that was agreed to keeps its
 * way out in sight. JavaFX thread only.
 */
final class QuestionPanel extends VBox {

    private static final double ROOM = 0.96;

    private final SessionQuestions questions;
    private final Label words = new Label();
    private final VBox body = new VBox();
    private final List<Button> walk = new ArrayList<>();
    private AnswerBoard board;
    private Button next;
    private String shown = "";

    QuestionPanel(SessionQuestions questions) {
        this.questions = questions;
        setId("patient-question");
        getStyleClass().add("patient-question");
        setAlignment(Pos.CENTER);
        words.setId("patient-question-words");
        words.getStyleClass().add("question-words");
        words.setWrapText(true);
        words.setTextAlignment(TextAlignment.CENTER);
        words.setAlignment(Pos.CENTER);
        words.setMinHeight(USE_PREF_SIZE);
        body.setAlignment(Pos.CENTER);
        body.getStyleClass().add("question-keys");
        body.setMaxWidth(USE_PREF_SIZE);
        getChildren().addAll(words, body);
        setVisible(false);
    }

    /** Shows what is asked now; @return whether anything is. */
    boolean show(double width, double height) {
        boolean asked = questions.forPatient() || questions.stressed();
        setVisible(asked);
        words.setMaxWidth(Math.max(200, width * 0.72));
        if (!asked) {
            shown = "";
            return false;
        }
        String now = kind();
        if (!now.equals(shown)) {
            shown = now;
            fill();
        }
        say(questions.consent() ? questions.consentText() : questions.words());
        if (board != null) {
            board.refresh();
        }
        if (next != null) {
            boolean none = questions.draft().none();
            String give = none ? questions.question().orElseThrow().none() : "Next";
            QuestionKey.say(next, give, "Enter");
            next.setDisable(!questions.draft().ready());
        }
        fit(width, height);
        return true;
    }

    /** In a small window, as the console's mirror is, all of it is smaller rather than cut. */
    private void fit(double width, double height) {
        double share = Math.min(1, Math.min(ROOM * height / minHeight(width), ROOM * width / minWidth(height)));
        if (share > 0 && Math.abs(share - getScaleX()) > 0.01) {
            setScaleX(share);
            setScaleY(share);
        }
    }

    private String kind() {
        return questions.consent()
                ? "consent " + questions.consentText()
                : questions.question().map(Question::id).orElse("task") + questions.stressed();
    }

    private void say(String text) {
        if (!text.equals(words.getText())) {
            words.setText(text);
            setAccessibleText(text);
        }
    }

    private void fill() {
        walk.clear();
        body.getChildren().clear();
        board = null;
        next = null;
        if (questions.consent()) {
            add(both(
                    QuestionKey.of("patient-agree", "Yes, go on", "A", questions::agree, "question-yes"),
                    QuestionKey.of("patient-skip", "Leave it out", "S", questions::skip)));
            return;
        }
        Question question = questions.question().orElse(null);
        if (question != null) {
            board = new AnswerBoard(questions, question);
            walk.addAll(board.keys());
            body.getChildren().add(board);
        }
        if (questions.stressed()) {
            add(both(QuestionKey.of("patient-skip", "Stop here", "S", questions::skip, "question-quiet")));
        } else if (question != null && question.takes() != Takes.STOP) {
            Button skip = QuestionKey.of("patient-skip", "not now", "S", questions::skip, "question-quiet");
            if (question.takes() == Takes.NUMBER || question.takes() == Takes.NUMBERS) {
                add(both(skip));
            } else {
                next = QuestionKey.of("patient-next", "Next", "Enter", questions::give, "question-yes");
                add(both(next, skip));
            }
        }
    }

    private static HBox both(Button... keys) {
        HBox row = new HBox(keys);
        row.getStyleClass().add("question-row");
        row.setAlignment(Pos.CENTER);
        return row;
    }

    private void add(HBox row) {
        body.getChildren().add(row);
        row.getChildren().forEach(key -> walk.add((Button) key));
    }

    /** A key of the patient's keyboard; @return whether it was for the question. */
    boolean key(KeyCode code) {
        if (!isVisible()) {
            return false;
        }
        if (code == KeyCode.S) {
            questions.skip();
            return true;
        }
        if (questions.consent()) {
            if (code == KeyCode.A) {
                questions.agree();
            }
            return code == KeyCode.A;
        }
        return questions.forPatient() && AnswerKeys.press(questions, code, walk);
    }
}
