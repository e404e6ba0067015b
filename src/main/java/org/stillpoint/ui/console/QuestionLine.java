package org.stillpoint.ui.console;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.stillpoint.ui.Question;
import org.stillpoint.ui.SessionQuestions;

/**
 * The question that the patient is asked, for the therapist to answer in the patient's place: a press gives the answer; the
 * key Q brings the keyboard here, digits or arrows choose, Enter gives, Escape leaves. Seen while there is a question.
 */
final class QuestionLine extends HBox {

    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");

    private final SessionQuestions questions;
    private final List<Button> numbers = new ArrayList<>();
    private final TextField answer = new TextField();
    private String shown = "";

    QuestionLine(SessionQuestions questions) {
        this.questions = questions;
        setId("question-line");
        getStyleClass().addAll("note-line", "question-line");
        setAlignment(Pos.CENTER_LEFT);
        answer.setId("question-answer");
        answer.setAccessibleText("What the patient says");
        HBox.setHgrow(answer, Priority.ALWAYS);
        answer.setOnAction(event -> {
            questions.answer(answer.getText());
            leave();
        });
        answer.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave();
                event.consume();
            }
        });
        setVisible(false);
        setManaged(false);
    }

    /** @param room whether there is room for it: one line at a time */
    void frame(boolean room) {
        Question now = questions.question().orElse(null);
        String name = now == null ? "" : now.id() + questions.about();
        if (!name.equals(shown)) {
            boolean had = isFocusWithin();
            shown = name;
            fill(now);
            if (had) {
                leave();
            }
        }
        setVisible(room && now != null);
        setManaged(room && now != null);
        for (int i = 0; i < numbers.size(); i++) {
            numbers.get(i).pseudoClassStateChanged(PICKED, i == questions.picked());
        }
    }

    private void fill(Question now) {
        numbers.clear();
        getChildren().clear();
        if (now == null) {
            return;
        }
        setFocusTraversable(now.number());
        setAccessibleText(now.words());
        if (now.number()) {
            numbers(now);
        } else {
            words(now);
        }
        Button skip = chip("question-skip", "Skip", questions::skip);
        skip.getStyleClass().add("quiet-chip");
        getChildren().add(skip);
    }

    private void numbers(Question now) {
        Label cap = Words.label("Q", "key-cap");
        Label words = Words.label(now.words(), "t15", "medium");
        words.setId("question-words");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(cap, words, space, Words.label(now.low(), "t12", "muted"));
        for (int i = 0; i <= Question.MOST; i++) {
            int number = i;
            Button key = chip("question-" + i, Integer.toString(i), () -> questions.rate(number));
            key.getStyleClass().add("number-chip");
            key.setFocusTraversable(false);
            numbers.add(key);
            getChildren().add(key);
        }
        getChildren().add(Words.label(now.high(), "t12", "muted"));
    }

    private void words(Question now) {
        String about = questions.about();
        answer.clear();
        answer.setPromptText((about.isEmpty() ? "" : about + ": ") + now.words() + "  Q");
        getChildren().add(answer);
        for (int i = 0; i < now.choices().size(); i++) {
            String choice = now.choices().get(i);
            getChildren().add(chip("question-choice-" + (i + 1), choice, () -> questions.answer(choice)));
        }
    }

    private static Button chip(String id, String text, Runnable action) {
        Button chip = new Button(text);
        chip.setId(id);
        chip.setAccessibleText(text);
        chip.getStyleClass().add("chip");
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setOnAction(event -> action.run());
        return chip;
    }

    /** Takes the keyboard, when there is a question. */
    void take() {
        if (isVisible()) {
            if (numbers.isEmpty()) {
                answer.requestFocus();
            } else {
                requestFocus();
            }
        }
    }

    private void leave() {
        if (getScene() != null) {
            getScene().getRoot().requestFocus();
        }
    }

    /** A key while the keyboard is here; whether it was for the question. */
    boolean key(KeyCode key) {
        if (!isFocused() || numbers.isEmpty()) {
            return false;
        }
        switch (key) {
            case LEFT -> questions.pick(questions.picked() - 1);
            case RIGHT -> questions.pick(questions.picked() + 1);
            case ENTER -> {
                questions.givePicked();
                leave();
            }
            case ESCAPE -> leave();
            default -> {
                if (!key.isDigitKey()) {
                    return false;
                }
                questions.digit(key.getCode() - KeyCode.DIGIT0.getCode());
            }
        }
        return true;
    }
}
