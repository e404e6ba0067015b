package org.stillpoint.ui.patient;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A large key of the patient's window: a word, and beside it the key of the keyboard that does the same. */
final class QuestionKey {

    private QuestionKey() {}

    /** @param cap the key of the keyboard; empty = none */
    static Button of(String id, String text, String cap, Runnable action, String... styles) {
        Label word = new Label(text);
        word.getStyleClass().add("question-word");
        HBox content = new HBox(word);
        if (!cap.isEmpty()) {
            Label letter = new Label(cap);
            letter.getStyleClass().add("question-cap");
            content.getChildren().add(letter);
        }
        content.getStyleClass().add("question-key-content");
        content.setAlignment(Pos.CENTER);
        Button key = bare(id, action, styles);
        key.setGraphic(content);
        key.setAccessibleText(spoken(text, cap));
        return key;
    }

    private static String spoken(String text, String cap) {
        return cap.isEmpty() ? text : text + ", key " + cap;
    }

    /** Other words on a key of {@link #of}. */
    static void say(Button key, String text, String cap) {
        Label word = (Label) ((HBox) key.getGraphic()).getChildren().get(0);
        if (!word.getText().equals(text)) {
            word.setText(text);
            key.setAccessibleText(spoken(text, cap));
        }
    }

    /** A key with nothing on it yet. It takes no focus from a press, so that Enter goes on meaning the answer. */
    static Button bare(String id, Runnable action, String... styles) {
        Button key = new Button();
        key.setId(id);
        key.getStyleClass().add("question-key");
        key.getStyleClass().addAll(styles);
        key.setFocusTraversable(false);
        key.setOnAction(event -> action.run());
        return key;
    }
}
