package org.stillpoint.ui.feedback;

import javafx.scene.canvas.GraphicsContext;
import org.stillpoint.ui.Palette;

/**
 * For reduced motion: one breath's path that stays where it is and fills up from left to right; the own breath and heart are
 * written into the same room, what is left of the breath before stands pale in front of them.
 */
final class StillWave implements WavePicture {

    private static final double LEFT = 0.14;
    private static final double WIDE = 0.72;
    private static final double TOP = 0.27;
    private static final double DEPTH = 0.29;
    private static final double HEART = 0.765;
    private static final double HEART_HALF = 0.06;
    private static final double GONE_SECONDS = 0.8;
    private static final double GAP_SECONDS = 0.35;
    private static final double PALE = 0.28;
    private static final int POINTS = 160;

    private final double freeSeconds;
    private final TimeAxis axis = new TimeAxis();

    /** @param freeSeconds across its width while no pacer is there */
    StillWave(double freeSeconds) {
        this.freeSeconds = freeSeconds;
    }

    @Override
    public double verbShare() {
        return 0.5;
    }

    @Override
    public double figureShare() {
        return LEFT + WIDE;
    }

    @Override
    public double heartShare() {
        return HEART;
    }

    @Override
    public void paint(
            GraphicsContext g, Palette colors, WaveSignals signals, double width, double height, double unit) {
        PacerPresence pacer = signals.presence();
        boolean paced = !Double.isNaN(pacer.phase());
        double seconds = paced ? 60 / pacer.ratePerMinute() : freeSeconds;
        double now = signals.now();
        double share = paced ? pacer.phase() : now / seconds - Math.floor(now / seconds);
        double left = width * LEFT;
        double wide = width * WIDE;
        double top = height * TOP;
        double depth = height * DEPTH;
        double alpha = g.getGlobalAlpha();
        if (paced) {
            g.setGlobalAlpha(alpha * pacer.strength());
            paintPath(g, colors, pacer, share, left, wide, top, depth, unit);
            g.setGlobalAlpha(alpha);
        }
        double begin = now - share * seconds;
        double speed = wide / seconds;
        before(begin, seconds, share, left, speed);
        g.setGlobalAlpha(alpha * PALE);
        paintOwn(g, colors, signals, top, depth, height, unit);
        axis.set(left, begin, speed, begin, now);
        g.setGlobalAlpha(alpha);
        paintOwn(g, colors, signals, top, depth, height, unit);
    }

    /** What the newest sweep has not yet written over. */
    private void before(double begin, double seconds, double share, double left, double speed) {
        double last = begin - seconds;
        axis.set(left, last, speed, last + share * seconds + GAP_SECONDS, begin);
    }

    private static void paintPath(
            GraphicsContext g,
            Palette colors,
            PacerPresence pacer,
            double share,
            double left,
            double wide,
            double top,
            double depth,
            double unit) {
        double floor = top + depth;
        double filledBefore = 1 - share * 60 / pacer.ratePerMinute() / GONE_SECONDS;
        if (filledBefore > 0) {
            g.setFill(colors.accent().deriveColor(0, 1, 1, 0.22 * filledBefore));
            area(g, pacer, 1, left, wide, top, depth, floor);
        }
        g.setFill(colors.accent().deriveColor(0, 1, 1, 0.22));
        area(g, pacer, share, left, wide, top, depth, floor);
        g.setStroke(colors.accent().deriveColor(0, 1, 1, 0.35));
        g.setLineWidth(Math.max(1.5, 3 * unit));
        path(g, pacer, 1, left, wide, top, depth);
        g.stroke();
        g.setStroke(colors.accent());
        g.setLineWidth(Math.max(2, 4 * unit));
        path(g, pacer, share, left, wide, top, depth);
        g.stroke();
    }

    private static void area(
            GraphicsContext g,
            PacerPresence pacer,
            double share,
            double left,
            double wide,
            double top,
            double depth,
            double floor) {
        path(g, pacer, share, left, wide, top, depth);
        g.lineTo(left + share * wide, floor);
        g.lineTo(left, floor);
        g.closePath();
        g.fill();
    }

    private static void path(
            GraphicsContext g, PacerPresence pacer, double share, double left, double wide, double top, double depth) {
        g.beginPath();
        g.moveTo(left, top + depth * (1 - pacer.levelAt(0)));
        for (int i = 1; i <= POINTS; i++) {
            double at = Math.min(share, (double) i / POINTS);
            g.lineTo(left + at * wide, top + depth * (1 - pacer.levelAt(Math.min(at, 0.999999))));
            if (at == share) {
                return;
            }
        }
    }

    private void paintOwn(
            GraphicsContext g,
            Palette colors,
            WaveSignals signals,
            double top,
            double depth,
            double height,
            double unit) {
        g.setLineWidth(Math.max(2.5, 6 * unit));
        g.setStroke(colors.breath());
        WaveSignals.stroke(g, signals.breath(), axis, top, depth);
        signals.heart().paint(g, colors, colors.heart(), axis, height * HEART, height * HEART_HALF, 1, unit);
    }
}
