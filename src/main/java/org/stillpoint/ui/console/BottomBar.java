package org.stillpoint.ui.console;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The keys of a running session, each with its key cap; "End session" far right and quiet. */
final class BottomBar extends HBox {

    BottomBar(SessionViewModel model, SessionActions actions) {
        getStyleClass().add("bottom-bar");
        setAlignment(Pos.CENTER_LEFT);
        ActionButton hold = new ActionButton("hold", "Hold", "space", model::holdOrContinue);
        hold.getStyleClass().add("primary");
        model.held().addListener((property, before, now) -> hold.text(now ? "Continue" : "Hold"));
        ActionButton next = new ActionButton("next", "Next", "→", model::next);
        ActionButton minute = new ActionButton("one-more-minute", "+1 min", "+", model::oneMoreMinute);
        ActionButton mark = new ActionButton("mark", "Mark", "M", actions::noteLine);
        ActionButton veil = new ActionButton(
                "veil", "Veil", "V", () -> model.veil(!model.veiled().get()));
        model.veiled().addListener((property, before, now) -> {
            veil.text(now ? "Unveil" : "Veil");
            veil.getStyleClass().remove("on");
            if (now) {
                veil.getStyleClass().add("on");
            }
        });
        ActionButton tooFast = new ActionButton("too-fast", "Too fast, dizzy", "E", model::tooFast);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox rate = stepper(
                "pacer-rate", model.pacerRate(), "/min", "Pacer slower", model::slower, "Pacer faster", model::faster);
        HBox ratio = stepper(
                "pacer-ratio",
                model.pacerRatio(),
                "in : out",
                "Longer out-breath",
                model::longerOut,
                "Longer in-breath",
                model::longerIn);
        ActionButton end = new ActionButton("end-session", "End session", "", actions::end);
        end.getStyleClass().add("outlined");
        getChildren().addAll(hold, next, minute, mark, veil, tooFast, space, rate, ratio, end);
        HBox.setMargin(end, new Insets(0, 0, 0, 12));
    }

    private static HBox stepper(
            String id,
            ObservableValue<String> value,
            String unit,
            String downWords,
            Runnable down,
            String upWords,
            Runnable up) {
        Button minus = step(id + "-down", "−", downWords, down);
        Button plus = step(id + "-up", "+", upWords, up);
        Label number = Words.bound(value, id, "t15", "semibold");
        number.setMinWidth(USE_PREF_SIZE);
        Label small = Words.label(unit, "t12", "muted");
        small.setMinWidth(USE_PREF_SIZE);
        HBox middle = new HBox(5, number, small);
        middle.setAlignment(Pos.BASELINE_CENTER);
        middle.setMaxHeight(USE_PREF_SIZE);
        HBox stepper = new HBox(minus, middle, plus);
        stepper.setAlignment(Pos.CENTER);
        stepper.getStyleClass().add("stepper");
        return stepper;
    }

    private static Button step(String id, String sign, String words, Runnable action) {
        Button button = new Button(sign);
        button.setId(id);
        button.setAccessibleText(words);
        button.getStyleClass().add("step");
        button.setOnAction(event -> action.run());
        return button;
    }
}
