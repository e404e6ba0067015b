package org.stillpoint.ui.console;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.stillpoint.ui.SafetyQuestion;

/** The safety questions, asked once before a person's first use. */
final class SafetyCard extends VBox {

    SafetyCard(ConsoleViewModel console) {
        SafetyViewModel safety = console.safety();
        setId("safety");
        getStyleClass().addAll("card", "idle-card");
        VBox ticks = new VBox();
        for (SafetyQuestion question : SafetyQuestion.values()) {
            CheckBox tick = new CheckBox(question.words());
            tick.setId("safety-" + question.id());
            tick.getStyleClass().add("safety-tick");
            tick.setMinHeight(44);
            tick.selectedProperty().bindBidirectional(safety.tick(question));
            ticks.getChildren().add(tick);
        }
        Label advice = Words.bound(safety.advice(), "safety-advice", "t13", "attention");
        advice.setWrapText(true);
        advice.setMinHeight(USE_PREF_SIZE);
        advice.visibleProperty().bind(advice.textProperty().isNotEmpty());
        advice.managedProperty().bind(advice.visibleProperty());
        ActionButton go = new ActionButton("safety-go-on", "Go on", "", console::safetyAnswered);
        go.getStyleClass().add("primary");
        ActionButton back = new ActionButton("safety-back", "Back", "", safety::close);
        Label why = Words.label(
                "Asked once, and kept with the person. Nothing ticked means none of these.", "t13", "muted");
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        new VBox(
                                4,
                                Words.label("Before the first time: does any of these apply?", "t18", "semibold"),
                                why),
                        ticks,
                        advice,
                        new HBox(8, go, back));
        visibleProperty().bind(safety.open());
        managedProperty().bind(safety.open());
    }
}
