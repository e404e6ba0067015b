package org.stillpoint.ui.console;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The keys of a running session, each with its key cap; "End session" far right and quiet. */
final class BottomBar extends HBox {

    BottomBar(SessionViewModel model, SessionActions actions) {
        setId("bottom-bar");
        getStyleClass().add("bottom-bar");
        setAlignment(Pos.CENTER_LEFT);
        ActionButton hold = new ActionButton("hold", "Hold", "space", model::holdOrContinue);
        hold.getStyleClass().add("primary");
        model.held().addListener((property, before, now) -> hold.text(now ? "Continue" : "Hold"));
        ActionButton next = new ActionButton("next", "Next", "→", model::next);
        ActionButton minute = new ActionButton("one-more-minute", "+1 min", "+", model::oneMoreMinute);
        ActionButton mark = new ActionButton("mark", "Mark", "M  1–9", actions::noteLine);
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
        HBox rate = Stepper.of(
                "pacer-rate",
                model.pacer().rateText(),
                "/min",
                new Stepper.Step("↓", "Pacer slower, arrow down", model.pacer()::slower),
                new Stepper.Step("↑", "Pacer faster, arrow up", model.pacer()::faster));
        ActionButton console = new ActionButton("console-back", "Console", "O", actions::oneScreen);
        console.visibleProperty().bind(model.oneScreen());
        console.managedProperty().bind(model.oneScreen());
        ActionButton time = new ActionButton("time", "Time", "T", actions::timeLine);
        ActionButton end = new ActionButton("end-session", "End session", "", actions::end);
        end.getStyleClass().add("outlined");
        time.visibleProperty().bind(model.oneScreen().not());
        time.managedProperty().bind(time.visibleProperty());
        ActionButton skip = new ActionButton("skip", "Skip", "X", model::skip);
        ActionButton repeat = new ActionButton("repeat", "Repeat", "R", model::repeatPhase);
        getChildren().addAll(hold, next, skip, repeat, minute, time, console, mark, veil, tooFast, space);
        if (model.hasSheet()) {
            // Where there is a sheet the pacer's rate is not for the therapist to change: its place is free.
            getChildren().add(new ActionButton("sheet", "Sheet", "G", actions::sheet));
        } else if (model.hasPacer()) {
            getChildren().add(rate);
        }
        getChildren().add(end);
        HBox.setMargin(end, new Insets(0, 0, 0, 12));
    }
}
