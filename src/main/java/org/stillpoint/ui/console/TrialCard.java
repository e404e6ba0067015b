package org.stillpoint.ui.console;

import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.stillpoint.ui.Palette;
import org.stillpoint.ui.Theme;

/** The session in columns: a dot at the middle, a bar from the 10th to the 90th percentile, hollow where gated. */
final class TrialCard extends VBox {

    private static final long PAINT_EVERY_NANOS = 1_000_000_000L;
    private static final double SCALE_WIDTH = 26;
    private static final double WORDS_HIGH = 16;

    private final Trials trials;
    private final Palette colors;
    private final Canvas canvas = new Canvas();
    private int phase;
    private long nextNanos = Long.MIN_VALUE;

    TrialCard(Trials trials, Palette colors) {
        this.trials = trials;
        this.colors = colors;
        setId("trials");
        getStyleClass().addAll("card", "measure", "trials");
        Pane pane = new Pane(canvas) {
            @Override
            protected void layoutChildren() {
                canvas.setWidth(Math.floor(getWidth()));
                canvas.setHeight(Math.floor(getHeight()));
                paint();
            }
        };
        pane.setMinSize(0, 0);
        pane.setPrefSize(0, 0);
        pane.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        pane.setAccessibleText(trials.title() + ": middle and spread of each part of the session");
        setVgrow(pane, Priority.ALWAYS);
        getChildren().addAll(Words.label(trials.title(), "t13", "muted"), pane);
    }

    void frame(int phaseIndex, long frameNanos) {
        if (frameNanos >= nextNanos || phaseIndex != phase) {
            nextNanos = frameNanos + PAINT_EVERY_NANOS;
            phase = phaseIndex;
            paint();
        }
    }

    private void paint() {
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        List<Trials.Column> columns = trials.columns();
        if (width < 60 || height < 30 || columns.isEmpty()) {
            return;
        }
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        double top = 5;
        double bottom = height - WORDS_HIGH - 5;
        double high = 0;
        for (Trials.Column column : columns) {
            high = column.there() ? Math.max(high, column.percentile(90)) : high;
        }
        high = high > 0 ? round(high) : Double.NaN;
        g.setFont(Theme.regular(12));
        g.setTextBaseline(VPos.BASELINE);
        g.setStroke(colors.line());
        g.setLineWidth(1);
        g.strokeLine(SCALE_WIDTH, Math.round(bottom) + 0.5, width, Math.round(bottom) + 0.5);
        if (!Double.isNaN(high)) {
            g.setTextAlign(TextAlignment.RIGHT);
            g.setFill(colors.muted());
            g.setTextBaseline(VPos.CENTER);
            g.fillText(figure(high), SCALE_WIDTH - 7, top + 2);
            g.fillText("0", SCALE_WIDTH - 7, bottom);
        }
        double each = (width - SCALE_WIDTH) / columns.size();
        for (int i = 0; i < columns.size(); i++) {
            paint(g, columns.get(i), SCALE_WIDTH + each * (i + 0.5), each, top, bottom, high);
        }
    }

    private void paint(
            GraphicsContext g, Trials.Column column, double x, double each, double top, double bottom, double high) {
        boolean now = column.phase() == phase;
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.BASELINE);
        g.setFont(now ? Theme.semiBold(12) : Theme.regular(12));
        g.setFill(now ? colors.ink() : colors.muted());
        if (each >= 34 || column.word().length() < 3) {
            g.fillText(column.word(), x, canvas.getHeight() - 3);
        }
        if (!column.there()) {
            return;
        }
        Color color = trials.muscle() ? colors.muscle() : colors.heart();
        double scale = (bottom - top) / high;
        double y90 = bottom - column.percentile(90) * scale;
        double y10 = bottom - column.percentile(10) * scale;
        double y = bottom - column.percentile(50) * scale;
        double half = 4;
        if (column.gated()) {
            g.setStroke(color.deriveColor(0, 1, 1, 0.5));
            g.setLineWidth(1);
            g.strokeRoundRect(x - half, y90, 2 * half, Math.max(2, y10 - y90), 4, 4);
            g.setFill(colors.surface());
            g.fillOval(x - 4.5, y - 4.5, 9, 9);
            g.setStroke(color);
            g.setLineWidth(1.6);
            g.strokeOval(x - 4, y - 4, 8, 8);
        } else {
            g.setFill(color.deriveColor(0, 1, 1, 0.25));
            g.fillRoundRect(x - half, y90, 2 * half, Math.max(2, y10 - y90), 4, 4);
            g.setFill(color);
            g.fillOval(x - 4.5, y - 4.5, 9, 9);
        }
    }

    /** The next of 1, 2, 5, 10 … at or above. */
    private static double round(double value) {
        double ten = Math.pow(10, Math.floor(Math.log10(value)));
        double times = value / ten;
        return ten * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 3 ? 3 : times <= 5 ? 5 : 10);
    }

    private static String figure(double value) {
        return value >= 1 ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
