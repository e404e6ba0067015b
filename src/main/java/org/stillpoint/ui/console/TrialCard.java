package org.stillpoint.ui.console;

import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.stillpoint.care.TrialTrace;
import org.stillpoint.ui.Palette;
import org.stillpoint.ui.review.TrialColumns;

/** The session so far in columns, with one sentence; a column opens its trace over the rows. */
final class TrialCard extends VBox {

    private static final long PAINT_EVERY_NANOS = 1_000_000_000L;

    /** Lower, the columns need the room. */
    private static final double SENTENCE_FROM = 100;

    private final Trials trials;
    private final TrialColumns columns;
    private final TraceCard trace;
    private final Label sentence = Words.label("", "t12", "muted");
    private int phase = -1;
    private long nextNanos = Long.MIN_VALUE;

    /** @param trace where a part's trace is shown */
    TrialCard(Trials trials, TraceCard trace, Palette colors) {
        this.trials = trials;
        this.trace = trace;
        this.columns = new TrialColumns(colors);
        setId("trials");
        getStyleClass().addAll("card", "measure", "trials");
        columns.onOpen(trace::open, trace::overlay);
        setVgrow(columns, Priority.ALWAYS);
        String unit = trials.signal().unit();
        Label title = Words.label(
                trials.signal().title() + " by trial" + (unit.isEmpty() ? "" : ", " + unit), "t13", "muted");
        title.setMinWidth(USE_PREF_SIZE);
        sentence.setId("trial-sentence");
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.setPadding(new Insets(3, 0, 2, 0));
        sentence.visibleProperty().bind(heightProperty().greaterThan(SENTENCE_FROM));
        sentence.managedProperty().bind(sentence.visibleProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(new HBox(12, title, space), columns, sentence);
    }

    void frame(int phaseIndex, long frameNanos) {
        if (frameNanos >= nextNanos || phaseIndex != phase) {
            nextNanos = frameNanos + PAINT_EVERY_NANOS;
            phase = phaseIndex;
            columns.show(trials.traces(), trials.column(phaseIndex));
            sentence.setText(TrialTrace.sentence(trials.traces()));
            trace.refresh(trials.traces());
        }
    }

    /** A key for the columns while the keyboard is there, or that closes the open trace; whether it was for them. */
    boolean key(KeyCode key) {
        if (key == KeyCode.ESCAPE && trace.isVisible()) {
            trace.close();
            return true;
        }
        return columns.key(key);
    }
}
