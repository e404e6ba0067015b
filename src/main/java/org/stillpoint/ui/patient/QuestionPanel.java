package org.stillpoint.ui.patient;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.stillpoint.ui.Question;
import org.stillpoint.ui.SessionQuestions;

/**
 * One question with large keys: 0 to 10, words to choose from, or yes and skip. A press gives the answer; on the keyboard
 * digits or arrows choose and Enter gives. JavaFX thread only.
 */
final class QuestionPanel extends VBox {

    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");

    private static final int CHOICES_A_ROW = 4;

    private final SessionQuestions questions;
    private final Label words = new Label();
    private final VBox keys = new VBox();
    private final List<Button> numbers = new ArrayList<>();
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
        keys.setAlignment(Pos.CENTER);
        keys.getStyleClass().add("question-keys");
        keys.setMaxWidth(USE_PREF_SIZE);
        getChildren().addAll(words, keys);
        setVisible(false);
    }

    /** Shows what is asked now; @return whether anything is. */
    boolean show(double width) {
        boolean asked = questions.forPatient();
        setVisible(asked);
        words.setMaxWidth(Math.max(200, width * 0.72));
        if (!asked) {
            shown = "";
            return false;
        }
        String now = questions.consent()
                ? questions.consentText()
                : questions.question().orElseThrow().id();
        if (!now.equals(shown)) {
            shown = now;
            fill();
        }
        for (int i = 0; i < numbers.size(); i++) {
            numbers.get(i).pseudoClassStateChanged(PICKED, i == questions.picked());
        }
        return true;
    }

    private void fill() {
        numbers.clear();
        keys.getChildren().clear();
        if (questions.consent()) {
            words.setText(questions.consentText());
            HBox both = new HBox(
                    key("patient-agree", "Yes, go on", "A", questions::agree, "question-yes"),
                    key("patient-skip", "Leave it out", "S", questions::skip));
            both.getStyleClass().add("question-row");
            both.setAlignment(Pos.CENTER);
            keys.getChildren().add(both);
            return;
        }
        Question question = questions.question().orElseThrow();
        words.setText(question.words());
        keys.getChildren().add(question.number() ? numbers(question) : choices(question));
        keys.getChildren().add(key("patient-skip", "not now", "S", questions::skip, "question-quiet"));
    }

    private VBox numbers(Question question) {
        HBox row = new HBox();
        row.getStyleClass().add("question-row");
        row.setAlignment(Pos.CENTER);
        for (int i = 0; i <= Question.MOST; i++) {
            int number = i;
            Button key = new Button(Integer.toString(i));
            key.setId("patient-number-" + i);
            key.setAccessibleText(i + meaning(i, question));
            key.getStyleClass().addAll("question-key", "question-number");
            key.setFocusTraversable(false);
            key.setOnAction(event -> questions.rate(number));
            numbers.add(key);
            row.getChildren().add(key);
        }
        Label low = end(question.low());
        Label high = end(question.high());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        VBox both = new VBox(row, new HBox(low, space, high));
        both.getStyleClass().add("question-rows");
        return both;
    }

    private static String meaning(int number, Question question) {
        return number == 0 ? ", " + question.low() : number == Question.MOST ? ", " + question.high() : "";
    }

    private static Label end(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("question-end");
        return label;
    }

    private VBox choices(Question question) {
        VBox rows = new VBox();
        rows.getStyleClass().add("question-rows");
        HBox row = null;
        for (int i = 0; i < question.choices().size(); i++) {
            if (i % CHOICES_A_ROW == 0) {
                row = new HBox();
                row.getStyleClass().add("question-row");
                row.setAlignment(Pos.CENTER);
                rows.getChildren().add(row);
            }
            String choice = question.choices().get(i);
            String cap = Integer.toString(i + 1);
            row.getChildren().add(key("patient-choice-" + cap, choice, cap, () -> questions.answer(choice)));
        }
        return rows;
    }

    private static Button key(String id, String text, String cap, Runnable action, String... styles) {
        Label word = new Label(text);
        word.getStyleClass().add("question-word");
        Label letter = new Label(cap);
        letter.getStyleClass().add("question-cap");
        HBox content = new HBox(word, letter);
        content.getStyleClass().add("question-key-content");
        content.setAlignment(Pos.CENTER);
        Button key = new Button();
        key.setGraphic(content);
        key.setId(id);
        key.setAccessibleText(text + ", key " + cap);
        key.getStyleClass().add("question-key");
        key.getStyleClass().addAll(styles);
        key.setFocusTraversable(false);
        key.setOnAction(event -> action.run());
        return key;
    }

    /** A key of the patient's keyboard; @return whether it was for the question. */
    boolean key(KeyCode code) {
        if (!questions.forPatient()) {
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
        Question question = questions.question().orElseThrow();
        int digit = digit(code);
        if (!question.number()) {
            if (digit >= 1 && digit <= question.choices().size()) {
                questions.answer(question.choices().get(digit - 1));
            }
            return digit >= 0;
        }
        switch (code) {
            case LEFT -> questions.pick(questions.picked() - 1);
            case RIGHT -> questions.pick(questions.picked() + 1);
            case ENTER -> questions.givePicked();
            default -> {
                if (digit >= 0) {
                    questions.digit(digit);
                }
                return digit >= 0;
            }
        }
        return true;
    }

    private static int digit(KeyCode code) {
        return code.isDigitKey()
                ? code.getCode() - KeyCode.DIGIT0.getCode()
                : code.isKeypadKey() && code.getName().matches("Numpad \\d")
                        ? code.getCode() - KeyCode.NUMPAD0.getCode()
                        : -1;
    }
}
