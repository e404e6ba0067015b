package org.stillpoint.ui.feedback;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import org.stillpoint.training.Feedback;
import org.stillpoint.ui.Palette;
import org.stillpoint.ui.Theme;

/**
 * Two columns, as high as the muscle of each side works, and one line between their levels: it lies level when both work
 * the same. One scale for both, from zero. A side that cannot be read is an empty column, and then there is no line.
 */
final class BalanceDisplay implements FeedbackDisplay {

    private static final double SCALE_AT_LEAST_MICROVOLTS = 8;
    private static final double SMOOTH_SECONDS = 0.12;

    private final DisplayLook look;
    private final Painting painting = new Painting(this::paint);
    private final FrameTime frameTime = new FrameTime();
    private String sentence = "";
    private double now;
    private double left = Double.NaN;
    private double right = Double.NaN;
    private double scale = SCALE_AT_LEAST_MICROVOLTS;
    private double recentPeak;

    BalanceDisplay(DisplayLook look) {
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
        double first = ownSignals ? newest.muscleMicrovolts() : Double.NaN;
        double second = ownSignals ? newest.secondMuscleMicrovolts() : Double.NaN;
        boolean swapped =
                look.muscleSite().contains("right") || look.secondSite().contains("left");
        left = follow(left, swapped ? second : first, elapsed);
        right = follow(right, swapped ? first : second, elapsed);
        recentPeak *= Math.exp(-elapsed / 30);
        recentPeak = Math.max(recentPeak, Math.max(left == left ? left : 0, right == right ? right : 0));
        double wanted = Math.max(SCALE_AT_LEAST_MICROVOLTS, 1.15 * recentPeak);
        scale += (1 - Math.exp(-elapsed / (wanted > scale ? 0.3 : 6))) * (wanted - scale);
        painting.repaint();
    }

    private static double follow(double shown, double value, double elapsed) {
        return Double.isNaN(shown) || Double.isNaN(value)
                ? value
                : shown + (1 - Math.exp(-elapsed / SMOOTH_SECONDS)) * (value - shown);
    }

    private void paint(GraphicsContext g, double width, double height) {
        Palette colors = look.palette();
        double unit = Math.min(width / 720, height / 810);
        boolean small = unit < 0.5;
        double wide = 150 * unit;
        double apart = 130 * unit;
        double top = height * (small ? 0.08 : 0.135);
        double high = height * (small ? 0.80 : 0.64);
        MuscleColumn leftColumn = new MuscleColumn(width / 2 - apart - wide, top, wide, high, unit);
        MuscleColumn rightColumn = new MuscleColumn(width / 2 + apart, top, wide, high, unit);
        paintSide(g, colors, leftColumn, left);
        paintSide(g, colors, rightColumn, right);
        if (left == left && right == right) {
            g.setStroke(colors.ink());
            g.setLineCap(StrokeLineCap.ROUND);
            g.setLineWidth(Math.max(1.5, 3 * unit));
            g.strokeLine(
                    width / 2 - apart + 10 * unit,
                    leftColumn.level(left / scale),
                    width / 2 + apart - 10 * unit,
                    rightColumn.level(right / scale));
        }
        paintWords(g, colors, width, height, apart + wide / 2, unit, small);
    }

    private void paintSide(GraphicsContext g, Palette colors, MuscleColumn column, double microvolts) {
        if (Double.isNaN(microvolts)) {
            column.empty(g, colors, true);
        } else {
            column.fill(g, colors, microvolts / scale, 1);
        }
    }

    private void paintWords(
            GraphicsContext g, Palette colors, double width, double height, double side, double unit, boolean small) {
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.BASELINE);
        g.setFont(Theme.medium(small ? 12 : 24 * unit));
        g.setFill(colors.ink());
        double y = small ? height - 8 : height * 0.845;
        g.fillText("left", width / 2 - side, y);
        g.fillText("right", width / 2 + side, y);
        boolean both = left == left && right == right;
        if (!small) {
            g.setFont(Theme.regular(Math.max(13, 18 * unit)));
            g.setFill(colors.muted());
            g.fillText(
                    both ? sentence : "a side that is empty cannot be read now",
                    width / 2,
                    height * 0.845 + 46 * unit,
                    width - 32);
        }
    }
}
