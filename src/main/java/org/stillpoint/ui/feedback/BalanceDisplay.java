package org.stillpoint.ui.feedback;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import org.stillpoint.training.Feedback;
import org.stillpoint.ui.Palette;

/**
 * Two columns, as high as the muscle of each side works, and one line between their levels: it lies level when both work
 * the same. One scale for both, from zero. A side that cannot be read is an empty column that says so, and
 * then there is no line.
 */
final class BalanceDisplay implements FeedbackDisplay {

    private static final double SMOOTH_SECONDS = 0.12;
    private static final String ONE = "cannot be read now";
    private static final String NEITHER = "the sensors need a look";

    private final DisplayLook look;
    private final Painting painting = new Painting(this::paint);
    private final FrameTime frameTime = new FrameTime();
    private final GivingScale scale = new GivingScale(TensionDisplay.LEAST_MICROVOLTS);
    private final Lettering lettering = new Lettering();
    private double now;
    private double left = Double.NaN;
    private double right = Double.NaN;
    private boolean paused;

    BalanceDisplay(DisplayLook look) {
        this.look = look;
    }

    @Override
    public Node node() {
        return painting;
    }

    @Override
    public void show(Feedback newest, boolean ownSignals, long frameNanos) {
        double before = now;
        now = frameTime.at(newest.tSeconds(), frameNanos);
        double elapsed = Math.max(0, Math.min(0.1, now - before));
        paused = newest.masked();
        boolean own = ownSignals && !paused;
        double first = own ? newest.muscleMicrovolts() : Double.NaN;
        double second = own ? newest.secondMuscleMicrovolts() : Double.NaN;
        boolean swapped =
                look.muscleSite().contains("right") || look.secondSite().contains("left");
        left = follow(left, swapped ? second : first, elapsed);
        right = follow(right, swapped ? first : second, elapsed);
        scale.follow(left > right || right != right ? left : right, Double.NaN, elapsed);
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
        double top = height * (small ? 0.07 : 0.09);
        double high = height * (small ? 0.64 : 0.62);
        LevelColumn leftColumn = new LevelColumn(width / 2 - apart - wide, top, wide, high, unit);
        LevelColumn rightColumn = new LevelColumn(width / 2 + apart, top, wide, high, unit);
        paintSide(g, colors, leftColumn, left);
        paintSide(g, colors, rightColumn, right);
        boolean both = left == left && right == right;
        if (both) {
            g.setStroke(colors.ink());
            g.setLineCap(StrokeLineCap.ROUND);
            g.setLineWidth(Math.max(1.5, 3 * unit));
            g.strokeLine(
                    width / 2 - apart + 10 * unit,
                    leftColumn.level(scale.share(left)),
                    width / 2 + apart - 10 * unit,
                    rightColumn.level(scale.share(right)));
        }
        Lettering type = lettering.at(unit);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.BASELINE);
        g.setFont(small ? type.small() : type.title());
        g.setFill(colors.ink());
        double y = top + high + (small ? 16 : 66 * unit);
        double side = apart + wide / 2;
        g.fillText("left", width / 2 - side, y);
        g.fillText("right", width / 2 + side, y);
        if (!both && !small) {
            g.setFont(type.side());
            g.setFill(colors.muted());
            boolean neither = left != left && right != right;
            double x = neither ? 0 : left != left ? -side : side;
            String why = paused ? Reading.PAUSED.words() : neither ? NEITHER : ONE;
            g.fillText(why, width / 2 + x, y + 40 * unit);
        }
    }

    private void paintSide(GraphicsContext g, Palette colors, LevelColumn column, double microvolts) {
        if (Double.isNaN(microvolts)) {
            column.empty(g, colors, !paused);
        } else {
            column.fill(g, colors, colors.muscle(), scale.share(microvolts), 1);
        }
    }
}
