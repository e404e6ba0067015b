package org.stillpoint.ui.console;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A number with a key at each side that makes it less or more. */
final class Stepper {

    /** One side. @param sign what stands on the key, @param words what it does */
    record Step(String sign, String words, Runnable action) {}

    private Stepper() {}

    static HBox of(String id, ObservableValue<String> value, String unit, Step less, Step more) {
        Label number = Words.bound(value, id, "t15", "semibold");
        number.setMinWidth(Region.USE_PREF_SIZE);
        Label small = Words.label(unit, "t12", "muted");
        small.setMinWidth(Region.USE_PREF_SIZE);
        HBox middle = new HBox(5, number, small);
        middle.setAlignment(Pos.BASELINE_CENTER);
        middle.setMaxHeight(Region.USE_PREF_SIZE);
        HBox stepper = new HBox(button(id + "-down", less), middle, button(id + "-up", more));
        stepper.setAlignment(Pos.CENTER);
        stepper.getStyleClass().add("stepper");
        return stepper;
    }

    private static Button button(String id, Step step) {
        Button button = new Button(step.sign());
        button.setId(id);
        button.setAccessibleText(step.words());
        button.getStyleClass().add("step");
        button.setOnAction(event -> step.action().run());
        return button;
    }
}
