package org.stillpoint.ui.console;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A measure: its name and mark, a large number with a small unit, the ground it rests on. */
final class MeasureCard extends VBox {

    MeasureCard(MeasureState state) {
        getStyleClass().addAll("card", "measure");
        setId("measure-" + state.label().id());
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        StackPane mark = new StackPane(Signs.of(state.mark().get()));
        HBox top = new HBox(Words.label(state.title(), "t13", "muted"), space, mark);
        top.setAlignment(Pos.CENTER_LEFT);
        Label number = Words.bound(state.number(), "value-" + state.label().id(), "t32", "semibold");
        number.setMinWidth(USE_PREF_SIZE);
        number.getStyleClass().add("muted");
        Label unit = Words.bound(state.unit(), "unit-" + state.label().id(), "t15", "muted");
        unit.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(6, number, unit);
        line.setAlignment(Pos.BASELINE_LEFT);
        Label ground = Words.bound(state.ground(), "ground-" + state.label().id(), "t12", "muted");
        getChildren().addAll(top, line, ground);
        Tooltip why = new Tooltip();
        why.textProperty().bind(state.ground().map(words -> state.title() + ": " + words));
        Tooltip.install(this, why);
        state.mark().addListener((property, before, now) -> {
            mark.getChildren().setAll(Signs.of(now));
            number.getStyleClass().remove("muted");
            if (now == Mark.DASH) {
                number.getStyleClass().add("muted");
            }
        });
        accessibleTextProperty()
                .bind(state.number()
                        .map(text -> state.title() + " " + text + " "
                                + state.unit().get() + ", " + state.ground().get()));
    }
}
