package org.stillpoint.ui.console;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Over the traces while the session is held: signals go on, and three ways to go on. */
final class HoldCard extends StackPane {

    HoldCard(SessionViewModel model) {
        setId("hold-card");
        Region veil = new Region();
        veil.getStyleClass().add("hold-veil");
        Label title = Words.label("On hold", "t24", "semibold");
        Label time = Words.bound(model.heldFor(), "held-for", "t24", "muted");
        time.setMinWidth(USE_PREF_SIZE);
        HBox top = new HBox(12, title, time);
        top.setAlignment(Pos.BASELINE_LEFT);
        Label words = Words.label(
                "Signals go on. The clock of the phase, the pacer and the measures rest; the patient reads “rest”.",
                "t13",
                "muted");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        ActionButton resume = new ActionButton("continue", "Continue", "space", model::holdOrContinue);
        resume.getStyleClass().add("primary");
        ActionButton repeat = new ActionButton("repeat-phase", "Repeat the phase", "R", model::repeatPhase);
        ActionButton skip = new ActionButton("skip-phase", "Skip to the next", "X", model::skip);
        HBox buttons = new HBox(8, resume, repeat, skip);
        VBox card = new VBox(12, top, words, buttons);
        VBox.setMargin(buttons, new Insets(8, 0, 0, 0));
        card.getStyleClass().addAll("card", "hold-card");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        card.setPrefWidth(560);
        getChildren().addAll(veil, card);
        visibleProperty().bind(model.held());
        managedProperty().bind(model.held());
    }
}
