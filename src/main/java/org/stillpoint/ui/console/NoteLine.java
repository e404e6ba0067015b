package org.stillpoint.ui.console;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A mark with a note: write and press Enter, or take one of the nine that have a key. Escape closes it. */
final class NoteLine extends HBox {

    private final TextField note = new TextField();
    private final SessionViewModel model;

    NoteLine(SessionViewModel model) {
        this.model = model;
        setId("note-line");
        getStyleClass().add("note-line");
        setAlignment(Pos.CENTER_LEFT);
        note.setId("note");
        note.setPromptText("What happened? Enter marks it");
        note.setAccessibleText("Note for the mark");
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setOnAction(event -> {
            model.mark(note.getText());
            close();
        });
        note.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        getChildren().add(note);
        for (int key = 1; key <= model.markLabels().size(); key++) {
            int number = key;
            Button quick = new Button(key + "  " + model.markLabels().get(key - 1));
            quick.setId("quick-mark-" + key);
            quick.getStyleClass().add("chip");
            quick.setAccessibleText("Mark " + model.markLabels().get(key - 1) + ", key " + key);
            quick.setMinWidth(USE_PREF_SIZE);
            quick.setOnAction(event -> {
                model.quickMark(number);
                close();
            });
            getChildren().add(quick);
        }
        setVisible(false);
        setManaged(false);
    }

    void toggle() {
        if (isVisible()) {
            close();
        } else {
            note.clear();
            setVisible(true);
            setManaged(true);
            note.requestFocus();
        }
    }

    /** Closes it, if it is open. */
    void close() {
        if (!isVisible()) {
            return;
        }
        setVisible(false);
        setManaged(false);
        if (getScene() != null) {
            getScene().getRoot().requestFocus();
        }
    }
}
