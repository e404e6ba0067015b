package org.stillpoint.ui.feedback;

import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import org.stillpoint.training.Feedback;
import org.stillpoint.ui.Palette;
import org.stillpoint.ui.Theme;

/**
 * A rounded column as high as the muscle works, and a line to sink below when there is a goal.
 *
 * <p>A muscle that cannot be read is an empty column and a sentence, never a low one: dashed when the sensor needs a look,
 * with its line when the muscle is softer than the sensor can show. The scale is linear from
 * zero; it gives way slowly when the muscle goes beyond it, and the line moves with it.
 */
final class TensionDisplay implements FeedbackDisplay {

    private static final double SCALE_AT_LEAST_MICROVOLTS = 8;

    private final DisplayLook look;
    private final Painting painting = new Painting(this::paint);
    private final FrameTime frameTime = new FrameTime();
    private String sentence = "";
    private double now;
    private double microvolts = Double.NaN;
    private double threshold = Double.NaN;
    private boolean rewarded;
    private MuscleReading reading = MuscleReading.NEEDS_A_LOOK;
    private double calm;
    private double scale = SCALE_AT_LEAST_MICROVOLTS;
    private double recentPeak;

    TensionDisplay(DisplayLook look) {
        this.look = look;
    }

    @Override
    public Node node() {
        return painting;
    }

    @Override
    public void say(String newSentence) {
        sentence = newSentence;
    }

    @Override
    public void show(Feedback newest, boolean ownSignals, long frameNanos) {
        double before = now;
        now = frameTime.at(newest.tSeconds(), frameNanos);
        double elapsed = Math.max(0, Math.min(0.1, now - before));
        double value = ownSignals ? newest.muscleMicrovolts() : Double.NaN;
        reading = MuscleReading.of(newest, look.muscleLine());
        microvolts = Double.isNaN(microvolts) || Double.isNaN(value)
                ? value
                : microvolts + (1 - Math.exp(-elapsed / 0.06)) * (value - microvolts);
        threshold = newest.thresholdMicrovolts();
        rewarded = newest.rewarded() && !newest.softer() && !Double.isNaN(value);
        calm += (1 - Math.exp(-elapsed / 0.3)) * ((rewarded ? 1 : 0) - calm);
        followScale(value, elapsed);
        painting.repaint();
    }

    private void followScale(double value, double elapsed) {
        recentPeak *= Math.exp(-elapsed / 30);
        if (value > recentPeak) {
            recentPeak = value;
        }
        double wanted = Math.max(SCALE_AT_LEAST_MICROVOLTS, 1.15 * recentPeak);
        if (!Double.isNaN(threshold)) {
            wanted = Math.max(wanted, 2.4 * threshold);
        }
        scale += (1 - Math.exp(-elapsed / (wanted > scale ? 0.3 : 6))) * (wanted - scale);
    }

    private void paint(GraphicsContext g, double width, double height) {
        Palette colors = look.palette();
        double unit = Math.min(width / 560, height / 810);
        boolean small = unit < 0.5;
        double columnWidth = 176 * unit;
        double x = width / 2 - columnWidth / 2;
        double top = top(height, small);
        double bottom = small && Double.isNaN(microvolts) ? height - 48 : bottom(height, small);
        boolean readable = !Double.isNaN(microvolts);
        MuscleColumn column = new MuscleColumn(x, top, columnWidth, bottom - top, unit);

        if (readable) {
            column.fill(g, colors, microvolts / scale, calm);
        } else {
            column.empty(g, colors, reading != MuscleReading.AT_LIMIT);
        }
        if ((readable || reading == MuscleReading.AT_LIMIT) && !Double.isNaN(threshold)) {
            paintGoal(g, colors, width, top, bottom, columnWidth, unit);
        }
        paintWords(g, colors, width, height, readable, unit, small);
    }

    private static double top(double height, boolean small) {
        return height * (small ? 0.10 : 0.135);
    }

    private static double bottom(double height, boolean small) {
        return height * (small ? 0.90 : 0.775);
    }

    private void paintGoal(
            GraphicsContext g, Palette colors, double width, double top, double bottom, double wide, double unit) {
        double rim = Math.max(3, 10 * unit);
        double y = top + rim + (bottom - top - 2 * rim) * (1 - Math.min(1, threshold / scale));
        double reach = wide / 2 + Math.max(12, 56 * unit);
        g.setStroke(colors.ground());
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineWidth(Math.max(4, 8 * unit));
        g.strokeLine(width / 2 - wide / 2 + rim, y, width / 2 + wide / 2 - rim, y);
        Color line = colors.ink().interpolate(colors.good(), calm);
        g.setStroke(line);
        g.setLineWidth(Math.max(1.5, 2.5 * unit));
        g.strokeLine(width / 2 - reach, y, width / 2 + reach, y);
        double room = width / 2 - reach - 36 * unit;
        if (room > 200 * Math.max(unit, 0.65)) {
            g.setFont(Theme.regular(Math.max(13, 20 * unit)));
            g.setFill(colors.muted().interpolate(colors.good(), calm));
            g.setTextAlign(TextAlignment.LEFT);
            g.setTextBaseline(VPos.CENTER);
            g.fillText(
                    rewarded ? "rest there" : microvolts != microvolts ? "" : "let it sink below this line",
                    width / 2 + reach + 20 * unit,
                    y);
        }
    }

    private void paintWords(
            GraphicsContext g,
            Palette colors,
            double width,
            double height,
            boolean readable,
            double unit,
            boolean small) {
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.BASELINE);
        if (!readable) {
            g.setFont(Theme.medium(Math.max(13, 24 * unit)));
            g.setFill(colors.ink());
            if (small) {
                g.setFont(Theme.regular(12));
                g.fillText(reading.firstLine(), width / 2, height - 26, width - 8);
                g.fillText(reading.secondLine(), width / 2, height - 10, width - 8);
            } else {
                g.fillText(reading.words(), width / 2, height * 0.865, width - 32);
            }
            return;
        }
        if (small) {
            return;
        }
        String site = look.muscleSite().isEmpty() ? "let it sink" : look.muscleSite();
        if (look.numbers()) {
            site += String.format(Locale.ROOT, "  ·  %.1f µV", microvolts);
        }
        g.setFont(Theme.medium(Math.max(14, 26 * unit)));
        g.setFill(colors.ink());
        g.fillText(site, width / 2, height * 0.865, width - 32);
        g.setFont(Theme.regular(Math.max(13, 18 * unit)));
        g.setFill(colors.muted());
        g.fillText(sentence, width / 2, height * 0.865 + 38 * unit, width - 32);
    }
}
