package org.stillpoint.ui.review;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stillpoint.care.TrialTrace;
import org.stillpoint.ui.Palette;

/** A session's parts in columns, one sentence, and below the trace of the one that was opened. JavaFX thread only. */
final class TrialsPage extends VBox {

    private static final double COLUMNS_HIGH = 220;

    private final TrialTraceView trace;
    private TrialTrace under;

    TrialsPage(List<TrialTrace> parts, Palette colors) {
        super(8);
        setId("trials-page");
        TrialTrace first = parts.get(0);
        Label title = label(
                first.measure() + " by trial" + (first.unit().isEmpty() ? "" : ", " + first.unit()), "t13", "semibold");
        TrialColumns columns = new TrialColumns(colors);
        columns.setMinHeight(120);
        columns.setPrefHeight(COLUMNS_HIGH);
        columns.setMaxHeight(COLUMNS_HIGH);
        columns.onOpen(this::open, this::overlay);
        columns.show(parts, -1);
        columns.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (columns.key(event.getCode())) {
                event.consume();
            }
        });
        Label sentence = label(TrialTrace.sentence(parts), "t15");
        sentence.setId("trial-sentence");
        Label hint = label(
                "Press a column for its trace, drag one onto another to lay it over; with keys: ← → choose, Enter opens,"
                        + " C lays over.",
                "t12",
                "muted");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        trace = new TrialTraceView(colors);
        setVgrow(trace, Priority.ALWAYS);
        getChildren().addAll(title, columns, sentence, hint, trace);
        parts.stream().filter(TrialTrace::there).reduce((a, b) -> b).ifPresent(this::open);
    }

    private static Label label(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }

    private void open(TrialTrace part) {
        under = part;
        trace.show(part, null);
    }

    /** @param onto null = the one that is open */
    private void overlay(TrialTrace onto, TrialTrace laid) {
        TrialTrace base = onto == null ? under : onto;
        if (base == null || base.part() == laid.part()) {
            open(laid);
        } else {
            under = base;
            trace.show(base, laid);
        }
    }
}
