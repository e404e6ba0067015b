package org.stillpoint.ui.feedback;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import org.stillpoint.ui.Palette;

/**
 * The path ahead is the pacer, the point is now, the thick line behind it is the own breath; the heart follows below. Where
 * the pacer goes away for a while the path ends before it: one sees it coming.
 */
final class ScrollingWave implements WavePicture {

    private static final double NOW = 0.36;
    private static final double SECONDS_ACROSS = 25;
    private static final double TOP = 0.30;
    private static final double DEPTH = 0.27;
    private static final double HEART = 0.775;
    private static final double HEART_HALF = 0.065;

    private final TimeAxis axis = new TimeAxis();
    private final Fade[] fades = {new Fade(), new Fade(), new Fade(), new Fade(), new Fade()};
    private LinearGradient below;
    private double belowTop = Double.NaN;
    private Palette belowColors;

    @Override
    public double verbShare() {
        return NOW;
    }

    @Override
    public double figureShare() {
        return NOW;
    }

    @Override
    public double heartShare() {
        return HEART;
    }

    @Override
    public void paint(
            GraphicsContext g, Palette colors, WaveSignals signals, double width, double height, double unit) {
        double nowX = Math.round(width * NOW);
        double speed = width / SECONDS_ACROSS;
        double top = height * TOP;
        double depth = height * DEPTH;
        double now = signals.now();
        axis.set(nowX, now, speed, now - nowX / speed - 1, now);
        double alpha = g.getGlobalAlpha();
        double pacer = alpha * signals.presence().strength();

        g.setStroke(colors.muted().deriveColor(0, 1, 1, 0.22));
        g.setLineWidth(1);
        g.setLineDashes(1, 7 * Math.max(unit, 0.5));
        g.strokeLine(nowX + 0.5, height * 0.15, nowX + 0.5, height * 0.86);
        g.setLineDashes();

        if (pacer > 0) {
            g.setGlobalAlpha(pacer);
            paintAhead(g, colors, signals.presence(), nowX, speed, top, depth, width, unit);
            g.setLineWidth(Math.max(1, 1.75 * unit));
            g.setStroke(fades[2].of(colors.accent(), 0, 0, nowX * 0.6, 0.45, nowX, 0.45));
            WaveSignals.stroke(g, signals.pacer(), axis, top, depth);
            g.setGlobalAlpha(alpha);
        }
        paintBreath(g, colors, signals, nowX, top, depth, height, unit);
        signals.heart()
                .paint(
                        g,
                        colors,
                        fades[4].of(colors.heart(), 0, 0.3, nowX * 0.5, 0.95, nowX, 0.95),
                        axis,
                        height * HEART,
                        height * HEART_HALF,
                        1,
                        unit);
        if (pacer > 0) {
            g.setGlobalAlpha(pacer);
            paintNow(g, colors, signals.presence().level(), nowX, top, depth, unit);
            g.setGlobalAlpha(alpha);
        }
    }

    private void paintAhead(
            GraphicsContext g,
            Palette colors,
            PacerPresence pacer,
            double nowX,
            double speed,
            double top,
            double depth,
            double width,
            double unit) {
        double left = pacer.secondsLeft();
        boolean ends = left * speed < width - nowX;
        double end = ends ? nowX + left * speed : width;
        if (end - nowX < 2) {
            return;
        }
        g.beginPath();
        double step = 3 * Math.max(1, unit);
        for (double x = nowX; x < end + step; x += step) {
            double y = top + depth * (1 - pacer.levelIn((x - nowX) / speed));
            if (x == nowX) {
                g.moveTo(x, y);
            } else {
                g.lineTo(x, y);
            }
        }
        double usual = (width - nowX) * 0.55 + nowX;
        double knee = ends ? Math.min(usual, Math.max(nowX, end - PacerPresence.GOING_SECONDS * speed)) : usual;
        g.setLineWidth(Math.max(5, 11 * unit));
        g.setStroke(fades[0].of(colors.accent(), nowX, 0.16, knee, 0.16, end, ends ? 0 : 0.02));
        g.stroke();
        g.setLineWidth(Math.max(1.5, 3 * unit));
        g.setStroke(fades[1].of(colors.accent(), nowX, 0.95, knee, 0.95, end, ends ? 0 : 0.18));
        g.stroke();
    }

    private void paintBreath(
            GraphicsContext g,
            Palette colors,
            WaveSignals signals,
            double nowX,
            double top,
            double depth,
            double height,
            double unit) {
        double floor = top + depth + height * 0.05;
        if (top != belowTop || colors != belowColors) {
            belowTop = top;
            belowColors = colors;
            below = new LinearGradient(
                    0,
                    top,
                    0,
                    floor,
                    false,
                    CycleMethod.NO_CYCLE,
                    new Stop(0, colors.breath().deriveColor(0, 1, 1, 0.26)),
                    new Stop(1, colors.breath().deriveColor(0, 1, 1, 0)));
        }
        g.setFill(below);
        WaveSignals.fill(g, signals.breath(), axis, top, depth, floor);
        g.setLineWidth(Math.max(2.5, 6 * unit));
        g.setStroke(fades[3].of(colors.breath(), 0, 0.4, nowX * 0.45, 1, nowX, 1));
        WaveSignals.stroke(g, signals.breath(), axis, top, depth);
        if (!Double.isNaN(signals.breathNow())) {
            double radius = Math.max(2.5, 6 * unit);
            g.setFill(colors.breath());
            g.fillOval(nowX - radius, top + depth * (1 - signals.breathNow()) - radius, 2 * radius, 2 * radius);
        }
    }

    private static void paintNow(
            GraphicsContext g, Palette colors, double level, double nowX, double top, double depth, double unit) {
        double y = top + depth * (1 - level);
        double halo = (30 + 10 * level) * Math.max(unit, 0.4);
        g.setFill(colors.accent().deriveColor(0, 1, 1, 0.14));
        g.fillOval(nowX - halo, y - halo, 2 * halo, 2 * halo);
        g.setFill(colors.accent().deriveColor(0, 1, 1, 0.18));
        g.fillOval(nowX - halo * 0.72, y - halo * 0.72, 1.44 * halo, 1.44 * halo);
        double radius = 16 * Math.max(unit, 0.4);
        g.setFill(colors.accent());
        g.fillOval(nowX - radius, y - radius, 2 * radius, 2 * radius);
    }
}
