package org.stillpoint.ui.console;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.stillpoint.ui.SessionQuestions;

/** Over the traces while a phase waits for the patient's yes; either side may give it. */
final class ConsentCard extends StackPane {

    private final SessionQuestions questions;
    private final Label words = Words.label("", "t15");

    ConsentCard(SessionQuestions questions) {
        this.questions = questions;
        setId("consent-card");
        Region veil = new Region();
        veil.getStyleClass().add("hold-veil");
        words.setId("consent-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        Label why = Words.label(
                "The phase begins when the patient agrees, here or on the patient’s window.", "t13", "muted");
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        ActionButton agree = new ActionButton("agree", "The patient agrees", "A", questions::agree);
        agree.getStyleClass().add("primary");
        ActionButton skip = new ActionButton("leave-out", "Leave it out", "→", questions::skip);
        HBox buttons = new HBox(8, agree, skip);
        VBox card = new VBox(12, Words.label("Does the patient want this?", "t24", "semibold"), words, why, buttons);
        VBox.setMargin(buttons, new javafx.geometry.Insets(8, 0, 0, 0));
        card.getStyleClass().addAll("card", "hold-card");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        card.setPrefWidth(560);
        getChildren().addAll(veil, card);
        setVisible(false);
        setManaged(false);
    }

    void frame() {
        boolean asked = questions.consent();
        if (asked != isVisible()) {
            setVisible(asked);
            setManaged(asked);
        }
        if (asked && !words.getText().equals(questions.consentText())) {
            words.setText(questions.consentText());
        }
    }

    /** Whether this key was for the consent. */
    boolean key(KeyCode key) {
        if (!questions.consent()) {
            return false;
        }
        if (key == KeyCode.A) {
            questions.agree();
        } else if (key == KeyCode.RIGHT) {
            questions.skip();
        }
        return key == KeyCode.A || key == KeyCode.RIGHT;
    }
}
