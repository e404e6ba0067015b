package org.stillpoint.ui.console;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.stillpoint.care.TrialTrace;
import org.stillpoint.ui.Palette;
import org.stillpoint.ui.review.TrialTraceView;

/** The trace of one part of the session so far, and of another laid over it, over the rows; Escape closes. */
final class TraceCard extends VBox {

    private final TrialTraceView view;
    private TrialTrace under;
    private TrialTrace over;

    TraceCard(TrainedSignal signal, Palette colors) {
        view = new TrialTraceView(colors);
        setId("trace-card");
        getStyleClass().addAll("card", "sheet");
        Button close = new Button("Close  Esc");
        close.setId("trace-close");
        close.setAccessibleText("Close the trace, Escape");
        close.getStyleClass().add("chip");
        close.setOnAction(event -> close());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox top = new HBox(12, Words.label(signal.title() + " by trial", "t18", "semibold"), space, close);
        top.setAlignment(Pos.CENTER_LEFT);
        setVgrow(view, Priority.ALWAYS);
        getChildren()
                .addAll(
                        top,
                        view,
                        Words.label(
                                "Drag one column onto another to lay it over; with keys: ← → choose, Enter opens, C lays over.",
                                "t12",
                                "muted"));
        setVisible(false);
    }

    /** Opens the trace of a part alone. */
    void open(TrialTrace trace) {
        under = trace;
        over = null;
        show();
    }

    /** @param onto null = the one that is open */
    void overlay(TrialTrace onto, TrialTrace laid) {
        TrialTrace base = onto == null && isVisible() ? under : onto;
        if (base == null || base.part() == laid.part()) {
            open(laid);
            return;
        }
        under = base;
        over = laid;
        show();
    }

    private void show() {
        view.show(under, over);
        setVisible(true);
    }

    /** Shows the same parts as they are now. */
    void refresh(List<TrialTrace> now) {
        if (isVisible()) {
            under = newest(under, now);
            over = over == null ? null : newest(over, now);
            view.show(under, over);
        }
    }

    private static TrialTrace newest(TrialTrace before, List<TrialTrace> now) {
        return now.stream()
                .filter(each -> each.part() == before.part())
                .findFirst()
                .orElse(before);
    }

    void close() {
        setVisible(false);
        if (getScene() != null) {
            getScene().getRoot().requestFocus();
        }
    }
}
