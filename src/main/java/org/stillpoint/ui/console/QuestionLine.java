package org.stillpoint.ui.console;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.stillpoint.training.Question;
import org.stillpoint.training.Question.Takes;
import org.stillpoint.ui.AnswerKeys;
import org.stillpoint.ui.SessionQuestions;

/**
 * The question that is asked, for the therapist to answer, their own or in the patient's place, drawn from the question's
 * data. What is chosen can be changed until Next gives it. The key Q brings the keyboard here and Escape takes it away
 * again; only between the two are digits an answer and no marks. Seen while there is a question.
 */
final class QuestionLine extends VBox {

    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");

    private final SessionQuestions questions;
    private final Label words = Words.label("", "t15", "medium");
    private final List<Button> chips = new ArrayList<>();
    private final List<Button> walk = new ArrayList<>();
    private final TextField answer = new TextField();
    private Question question;
    private Button next;
    private String shown = "";

    QuestionLine(SessionQuestions questions) {
        this.questions = questions;
        setId("question-line");
        getStyleClass().addAll("note-line", "question-line");
        setAlignment(Pos.CENTER_LEFT);
        words.setId("question-words");
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinWidth(160);
        answer.setId("question-answer");
        answer.setOnAction(event -> {
            if (questions.answer(answer.getText())) {
                answer.clear();
                if (question.takes() != Takes.NUMBERS) {
                    leave();
                }
            }
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
        question = questions.question().orElse(null);
        String name = question == null ? "" : question.id() + questions.about();
        if (!name.equals(shown)) {
            boolean had = isFocused() || chips.stream().anyMatch(Button::isFocused) || answer.isFocused();
            shown = name;
            fill();
            if (had) {
                leave();
            }
        }
        setVisible(room && question != null);
        setManaged(room && question != null);
        if (question != null) {
            refresh();
        }
    }

    private void refresh() {
        String about = questions.about();
        String asked = (about.isEmpty() ? "" : about + ": ") + questions.words();
        if (!asked.equals(words.getText())) {
            words.setText(asked);
            setAccessibleText(asked);
        }
        boolean rates = question.takes() == Takes.RATING;
        for (int i = 0; i < chips.size(); i++) {
            boolean on =
                    rates ? questions.draft().number() == i : questions.draft().chosen(i);
            chips.get(i).pseudoClassStateChanged(PICKED, on);
            String spoken = chips.get(i).getText() + (on ? ", chosen" : "");
            if (!spoken.equals(chips.get(i).getAccessibleText())) {
                chips.get(i).setAccessibleText(spoken);
            }
        }
        if (next != null) {
            next.setDisable(!questions.draft().ready());
            next.setText((questions.draft().none() ? question.none() : "Next") + "  ↵");
        }
    }

    private void fill() {
        chips.clear();
        walk.clear();
        next = null;
        getChildren().clear();
        if (question == null) {
            return;
        }
        HBox first = new HBox(8, Words.label("Q", "key-cap"), words);
        first.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(first);
        switch (question.takes()) {
            case RATING -> rating(first);
            case ONE, SEVERAL, YES_NO -> choices(first);
            case STOP -> {
                Button stop = chip("question-stop", question.asks(), questions::give);
                stop.getStyleClass().add("stop-chip");
                first.getChildren().add(stop);
                walk.add(stop);
            }
            default -> field(first);
        }
        if (question.takes() != Takes.STOP) {
            next = chip("question-next", "Next  ↵", questions::give);
            next.getStyleClass().add("next-chip");
            if (question.takes() == Takes.RATING || question.takes().chooses()) {
                first.getChildren().add(next);
                walk.add(next);
            } else {
                next = null;
            }
            Button skip = chip("question-skip", questions.stressed() ? "Stop the task" : "Skip", questions::skip);
            skip.getStyleClass().add("quiet-chip");
            first.getChildren().add(skip);
            walk.add(skip);
        }
    }

    private void rating(HBox line) {
        line.getChildren().add(Words.label(question.low(), "t12", "muted"));
        for (int i = 0; i <= Question.MOST; i++) {
            int number = i;
            Button key = chip(
                    "question-" + i,
                    Integer.toString(i),
                    () -> questions.draft().pick(number));
            key.getStyleClass().add("number-chip");
            chips.add(key);
        }
        line.getChildren().addAll(chips);
        line.getChildren().add(Words.label(question.high(), "t12", "muted"));
        walk.addAll(chips);
    }

    private void choices(HBox line) {
        if (question.ownWords()) {
            field(line);
        }
        FlowPane rows = new FlowPane(6, 6);
        for (int i = 0; i < question.choices().size(); i++) {
            int choice = i;
            chips.add(choice(
                    "question-choice-" + (i + 1),
                    questions.label(question, i),
                    () -> questions.draft().press(choice)));
        }
        rows.getChildren().addAll(chips);
        getChildren().add(rows);
        walk.addAll(chips);
    }

    private void field(HBox line) {
        answer.clear();
        answer.setPrefColumnCount(question.takes() == Takes.NUMBER ? 8 : 22);
        answer.setPromptText(
                switch (question.takes()) {
                    case NUMBER -> "Enter gives";
                    case NUMBERS -> "Each result, then Enter";
                    default -> "In other words, then Enter";
                });
        answer.setAccessibleText(question.asks());
        line.getChildren().add(answer);
        if (question.takes() == Takes.NUMBER) {
            String range = Math.round(question.from()) + " to " + Math.round(question.to()) + " " + question.unit();
            line.getChildren().add(Words.label(range, "t12", "muted"));
        }
    }

    private static Button choice(String id, String text, Runnable action) {
        Button choice = chip(id, text, action);
        choice.getStyleClass().add("choice-chip");
        return choice;
    }

    private static Button chip(String id, String text, Runnable action) {
        Button chip = new Button(text);
        chip.setId(id);
        chip.setAccessibleText(text);
        chip.getStyleClass().add("chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setFocusTraversable(false);
        chip.setOnAction(event -> action.run());
        return chip;
    }

    /** Takes the keyboard, when there is a question. */
    void take() {
        if (!isVisible()) {
            return;
        }
        boolean types = question.takes() == Takes.NUMBER
                || question.takes() == Takes.NUMBERS
                || question.takes() == Takes.WORDS;
        if (types) {
            answer.requestFocus();
        } else {
            requestFocus();
        }
    }

    private void leave() {
        if (getScene() != null) {
            getScene().getRoot().requestFocus();
        }
    }

    /** A key while the keyboard is here; whether it was for the question. */
    boolean key(KeyCode key) {
        boolean here = isVisible() && (isFocused() || walk.stream().anyMatch(Button::isFocused));
        if (!here) {
            return false;
        }
        if (key == KeyCode.ESCAPE) {
            questions.draft().clear();
            leave();
            return true;
        }
        boolean taken = AnswerKeys.press(questions, key, walk);
        if (questions.question().map(Question::id).orElse("").isEmpty()) {
            leave();
        }
        return taken;
    }
}
