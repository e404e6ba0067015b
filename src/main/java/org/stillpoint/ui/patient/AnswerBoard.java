package org.stillpoint.ui.patient;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.stillpoint.training.Question;
import org.stillpoint.ui.Draft;
import org.stillpoint.ui.SessionQuestions;

/** The large keys of one question, drawn from what kind of answer it takes. JavaFX thread only. */
final class AnswerBoard extends VBox {

    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
    private static final int A_ROW = 4;
    private static final int WITH_DIGIT = 9;

    private final SessionQuestions questions;
    private final Question question;
    private final List<Button> keys = new ArrayList<>();
    private final Label typed = new Label();

    AnswerBoard(SessionQuestions questions, Question question) {
        this.questions = questions;
        this.question = question;
        getStyleClass().add("question-rows");
        setAlignment(Pos.CENTER);
        switch (question.takes()) {
            case RATING -> rating();
            case ONE, SEVERAL, YES_NO -> choices();
            case NUMBER, NUMBERS -> digits();
            case STOP ->
                getChildren()
                        .add(keep(QuestionKey.of(
                                "patient-stop", question.asks(), "Enter", questions::give, "question-stop")));
            case WORDS -> words();
        }
    }

    /** The keys, in the order in which Tab walks them. */
    List<Button> keys() {
        return keys;
    }

    private Button keep(Button key) {
        keys.add(key);
        return key;
    }

    private static HBox row() {
        HBox row = new HBox();
        row.getStyleClass().add("question-row");
        row.setAlignment(Pos.CENTER);
        return row;
    }

    private void rating() {
        HBox row = row();
        for (int i = 0; i <= Question.MOST; i++) {
            int number = i;
            Button key = QuestionKey.bare(
                    "patient-number-" + i, () -> questions.draft().pick(number), "question-number");
            key.setText(Integer.toString(i));
            row.getChildren().add(keep(key));
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(row, new HBox(end(question.low()), space, end(question.high())));
    }

    private static Label end(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("question-end");
        return label;
    }

    private void choices() {
        HBox row = null;
        boolean many = question.choices().size() > WITH_DIGIT;
        for (int i = 0; i < question.choices().size(); i++) {
            if (i % A_ROW == 0) {
                row = row();
                getChildren().add(row);
            }
            int choice = i;
            String cap = i < WITH_DIGIT ? Integer.toString(i + 1) : "";
            Button key = QuestionKey.of(
                    "patient-choice-" + (i + 1),
                    questions.label(question, i),
                    cap,
                    () -> questions.draft().press(choice));
            if (many) {
                key.getStyleClass().add("question-one-of-many");
            }
            row.getChildren().add(keep(key));
        }
    }

    private void digits() {
        typed.setId("patient-typed");
        typed.getStyleClass().add("question-typed");
        Label unit = end(question.unit());
        HBox number = new HBox(8, typed, unit);
        number.setAlignment(Pos.BASELINE_CENTER);
        getChildren().add(number);
        for (int first = 1; first <= 7; first += 3) {
            HBox row = row();
            for (int digit = first; digit < first + 3; digit++) {
                row.getChildren().add(digit(digit));
            }
            getChildren().add(row);
        }
        Button back = QuestionKey.bare("patient-back", () -> questions.draft().back(), "question-digit");
        back.setText("⌫");
        back.setAccessibleText("Take the last digit back, key Backspace");
        Button give = QuestionKey.bare("patient-next", questions::give, "question-digit", "question-yes");
        give.setText("Enter");
        give.setAccessibleText("Give the number, key Enter");
        HBox last = row();
        last.getChildren().addAll(keep(back), digit(0), keep(give));
        getChildren().add(last);
    }

    private Button digit(int digit) {
        Button key = QuestionKey.bare(
                "patient-digit-" + digit, () -> questions.draft().digit(digit), "question-digit");
        key.setText(Integer.toString(digit));
        key.setAccessibleText(Integer.toString(digit));
        return keep(key);
    }

    private void words() {
        TextField field = new TextField();
        field.setId("patient-words-field");
        field.getStyleClass().add("question-field");
        field.setAccessibleText(question.asks());
        field.textProperty()
                .addListener((property, before, now) -> questions.draft().type(now));
        field.setOnAction(event -> questions.give());
        getChildren().add(field);
    }

    /** Shows what is chosen or typed. */
    void refresh() {
        Draft draft = questions.draft();
        boolean rates = question.takes() == Question.Takes.RATING;
        if (rates || question.takes().chooses()) {
            for (int i = 0; i < keys.size(); i++) {
                boolean on = rates ? draft.number() == i : draft.chosen(i);
                keys.get(i).pseudoClassStateChanged(PICKED, on);
                tell(keys.get(i), spoken(i, rates) + (on ? ", chosen" : ""));
            }
        }
        // keeps its height while it is empty
        typed.setText(draft.typed().isEmpty() ? " " : draft.typed());
    }

    private static void tell(Button key, String words) {
        if (!words.equals(key.getAccessibleText())) {
            key.setAccessibleText(words);
        }
    }

    private String spoken(int key, boolean rates) {
        if (!rates) {
            return questions.label(question, key) + (key < WITH_DIGIT ? ", key " + (key + 1) : "");
        }
        String meaning = key == 0 ? question.low() : key == Question.MOST ? question.high() : "";
        return meaning.isEmpty() ? Integer.toString(key) : key + ", " + meaning;
    }
}
