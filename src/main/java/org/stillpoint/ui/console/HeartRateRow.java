package org.stillpoint.ui.console;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import org.stillpoint.signal.Modality;
import org.stillpoint.training.Feedback;
import org.stillpoint.ui.Beats;
import org.stillpoint.ui.Palette;
import org.stillpoint.ui.Theme;
import org.stillpoint.ui.feedback.Painting;

/** Heart rate beat by beat over the last two minutes: a dot a beat, a line between, three round values at the left. */
final class HeartRateRow extends HBox {

    private static final double WINDOW_SECONDS = 120;
    private static final double BREAK_SECONDS = 3;
    private static final int CAPACITY = 512;
    private static final long PAINT_EVERY_NANOS = 100_000_000L;
    private static final double LABELS = 34;

    private final Beats beats;
    private final Palette colors;
    private final Painting painting = new Painting(this::paint);
    private final double[] times = new double[CAPACITY];
    private final double[] rates = new double[CAPACITY];
    private int newest = -1;
    private int size;
    private double now;
    private double low = Double.NaN;
    private double high = Double.NaN;
    private long nextNanos = Long.MIN_VALUE;

    HeartRateRow(Beats beats, Palette colors) {
        this.beats = beats;
        this.colors = colors;
        getStyleClass().addAll("card", "row");
        setId("row-heart-rate");
        HBox title = new HBox(8, Signs.of(Modality.ECG), Words.label("Heart rate", "t15", "semibold"));
        title.setAlignment(Pos.CENTER_LEFT);
        Label site = Words.label("beat by beat", "t12", "muted");
        site.getStyleClass().add("under-sign");
        VBox names = new VBox(2, title, site);
        names.setMinWidth(ChannelRow.NAME_WIDTH - LABELS);
        names.setPrefWidth(ChannelRow.NAME_WIDTH - LABELS);
        painting.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        painting.setAccessibleText("Heart rate, beat by beat, last two minutes");
        HBox.setHgrow(painting, Priority.ALWAYS);
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        VBox scale = new VBox(
                Words.label("beats / min", "t12", "medium"), space, Words.label("2 min, line 10 s", "t12", "muted"));
        scale.getStyleClass().add("scale-words");
        scale.setMinWidth(ChannelRow.SCALE_WIDTH);
        scale.setPrefWidth(ChannelRow.SCALE_WIDTH);
        getChildren().addAll(names, painting, scale);
        setMinHeight(72);
    }

    void frame(Feedback feedback, long frameNanos) {
        now = feedback.tSeconds();
        while (beats.next()) {
            newest = (newest + 1) % CAPACITY;
            times[newest] = beats.tSeconds();
            rates[newest] = beats.ratePerMinute();
            size = Math.min(CAPACITY, size + 1);
        }
        if (frameNanos >= nextNanos) {
            nextNanos = frameNanos + PAINT_EVERY_NANOS;
            painting.repaint();
        }
    }

    private int slot(int back) {
        return (newest - back + CAPACITY) % CAPACITY;
    }

    private void fit() {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size && now - times[slot(i)] <= WINDOW_SECONDS; i++) {
            double rate = rates[slot(i)];
            if (!Double.isNaN(rate)) {
                lowest = Math.min(lowest, rate);
                highest = Math.max(highest, rate);
            }
        }
        if (lowest > highest) {
            return;
        }
        double down = 2 * Math.floor((lowest - 1) / 2);
        double up = down + 4 * Math.ceil((highest + 1 - down) / 4);
        if (!(down >= low && up <= high && high - low <= up - down + 5)) {
            low = down;
            high = up;
        }
    }

    private void paint(GraphicsContext g, double width, double height) {
        if (width < LABELS + 20 || height < 20) {
            return;
        }
        fit();
        double left = LABELS;
        double top = 8;
        double bottom = height - 8;
        g.setStroke(colors.line());
        g.setGlobalAlpha(0.6);
        g.setLineWidth(1);
        for (double back = now % 10; back < WINDOW_SECONDS; back += 10) {
            double x = Math.round(width - back / WINDOW_SECONDS * (width - left)) - 0.5;
            g.strokeLine(x, 0, x, height);
        }
        g.setGlobalAlpha(1);
        if (Double.isNaN(low)) {
            return;
        }
        g.setFont(Theme.regular(12));
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(colors.muted());
        for (int i = 0; i <= 2; i++) {
            double value = low + (high - low) * i / 2;
            g.fillText(Long.toString(Math.round(value)), left - 10, bottom - (bottom - top) * i / 2);
        }
        paintBeats(g, width, left, top, bottom);
    }

    private void paintBeats(GraphicsContext g, double width, double left, double top, double bottom) {
        g.setStroke(colors.heart());
        g.setFill(colors.heart());
        g.setLineWidth(1.6);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineCap(StrokeLineCap.ROUND);
        g.beginPath();
        boolean pen = false;
        double lastTime = Double.NaN;
        int shown = 0;
        for (int i = 0; i < size && now - times[slot(i)] < WINDOW_SECONDS; i++) {
            double rate = rates[slot(i)];
            double x = width - 5 - (now - times[slot(i)]) / WINDOW_SECONDS * (width - left - 5);
            double y = bottom - (rate - low) / (high - low) * (bottom - top);
            if (Double.isNaN(rate)) {
                pen = false;
            } else if (pen && lastTime - times[slot(i)] < BREAK_SECONDS) {
                g.lineTo(x, y);
            } else {
                g.moveTo(x, y);
                pen = true;
            }
            lastTime = times[slot(i)];
            shown++;
        }
        g.stroke();
        double radius = shown > 100 && width < 700 ? 1.7 : 2.2;
        for (int i = 0; i < shown; i++) {
            double rate = rates[slot(i)];
            if (!Double.isNaN(rate)) {
                double x = width - 5 - (now - times[slot(i)]) / WINDOW_SECONDS * (width - left - 5);
                double y = bottom - (rate - low) / (high - low) * (bottom - top);
                double r = i == 0 ? 3 : radius;
                g.fillOval(x - r, y - r, 2 * r, 2 * r);
            }
        }
    }

    /** Beats that are remembered. */
    int size() {
        return size;
    }
}
