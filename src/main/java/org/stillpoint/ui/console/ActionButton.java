package org.stillpoint.ui.console;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A button of the bottom bar: what it does, and the key that does it too. */
final class ActionButton extends Button {

    private final Label word;

    ActionButton(String id, String text, String key, Runnable action) {
        setId(id);
        word = Words.label(text, "action-word");
        word.setMinWidth(USE_PREF_SIZE);
        HBox content = new HBox(word);
        if (!key.isEmpty()) {
            Label cap = Words.label(key, "action-key");
            cap.setMinWidth(USE_PREF_SIZE);
            content.getChildren().add(cap);
        }
        content.getStyleClass().add("action-content");
        content.setAlignment(Pos.CENTER);
        setGraphic(content);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().add("action");
        setFocusTraversable(true);
        say(text, key);
        setOnAction(event -> action.run());
    }

    void text(String text) {
        word.setText(text);
        say(text, "");
    }

    private void say(String text, String key) {
        setAccessibleText(key.isEmpty() ? text : text + ", key " + key);
    }
}
