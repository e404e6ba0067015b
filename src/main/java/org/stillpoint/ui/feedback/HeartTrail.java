package org.stillpoint.ui.feedback;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.stillpoint.ui.Beats;
import org.stillpoint.ui.Palette;

/** The own heart rate from beat to beat: a dot for each beat and one curve through them, on a scale of its own. */
final class HeartTrail {

    private static final double SPAN_AT_LEAST = 8;
    private static final double FOLLOW = 0.02;
    private static final double STALE_SECONDS = 2.5;

    private final Trail beats = new Trail(64);
    private final SmoothCurve curve = new SmoothCurve(64);
    private double middle = Double.NaN;
    private double span = SPAN_AT_LEAST;

    /** @param own false: beats are passed over */
    void follow(Beats newest, boolean own, double now, double shownSeconds) {
        while (newest.next()) {
            beats.add(newest.tSeconds(), own ? newest.ratePerMinute() : Double.NaN);
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < beats.size() && now - beats.time(i) < shownSeconds; i++) {
            if (!Double.isNaN(beats.value(i))) {
                low = Math.min(low, beats.value(i));
                high = Math.max(high, beats.value(i));
            }
        }
        if (low > high) {
            return;
        }
        double mid = (high + low) / 2;
        middle = Double.isNaN(middle) ? mid : middle + FOLLOW * (mid - middle);
        span += FOLLOW * (Math.max(SPAN_AT_LEAST, high - low) - span);
    }

    /**
     * Paints the beats that lie on the axis.
     *
     * @param centre y of the middle of its scale
     * @param half of its height
     * @param size 1 = as below a breath's path
     */
    void paint(
            GraphicsContext g,
            Palette colors,
            Paint stroke,
            TimeAxis axis,
            double centre,
            double half,
            double size,
            double unit) {
        curve.clear();
        for (int i = beats.size() - 1; i >= 0; i--) {
            double t = beats.time(i);
            if (t >= axis.from() && t <= axis.to() && !Double.isNaN(beats.value(i))) {
                curve.add(axis.x(t), centre - (beats.value(i) - middle) / (span / 2) * half);
            }
        }
        if (curve.size() == 0) {
            return;
        }
        g.setLineWidth(Math.max(1.5, 3 * size * unit));
        g.setStroke(stroke);
        g.beginPath();
        curve.trace(g);
        g.stroke();
        double radius = Math.max(2, 4.5 * size * unit);
        g.setFill(stroke);
        for (int i = 0; i < curve.size(); i++) {
            g.fillOval(curve.x(i) - radius, curve.y(i) - radius, 2 * radius, 2 * radius);
        }
    }

    /** The newest rate as a figure; nothing when the newest beat is an old one. */
    void figure(GraphicsContext g, Palette colors, Font font, double x, double y, double now) {
        if (beats.size() > 0 && !Double.isNaN(beats.value(0)) && now - beats.time(0) < STALE_SECONDS) {
            g.setFont(font);
            g.setFill(colors.heart());
            g.setTextAlign(TextAlignment.LEFT);
            g.setTextBaseline(VPos.CENTER);
            g.fillText(Math.round(beats.value(0)) + " /min", x, y);
        }
    }
}
