package org.stillpoint.ui.feedback;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.stillpoint.ui.Palette;

/**
 * A rounded column for a level, in pixels of the canvas.
 *
 * @param unit 1 on a screen of full size
 */
record LevelColumn(double x, double top, double wide, double high, double unit) {

    private static final double LEAST_SHARE = 0.012;
    private static final int POINTS = 64;

    double rim() {
        return Math.max(3, 10 * unit);
    }

    /** Where this share of the full height stands. */
    double level(double share) {
        return top + rim() + (high - 2 * rim()) * (1 - Math.max(LEAST_SHARE, Math.min(1, share)));
    }

    /**
     * Filled to a share of its height.
     *
     * @param color of the modality
     * @param calm 0 … 1: how much of the colour's full light it has
     */
    void fill(GraphicsContext g, Palette colors, Color color, double share, double calm) {
        g.setFill(colors.ink().deriveColor(0, 1, 1, 0.05));
        g.fillRoundRect(x, top, wide, high, wide, wide);
        g.setStroke(colors.ink().deriveColor(0, 1, 1, 0.10));
        g.setLineWidth(1);
        g.strokeRoundRect(x + 0.5, top + 0.5, wide - 1, high - 1, wide - 1, wide - 1);
        g.setFill(color.deriveColor(0, 1, 0.90 + 0.10 * calm, 1));
        fillUpTo(g, level(share));
    }

    /** An outline of points, for a clip that has no straight edge costs many times as much in software. */
    private void fillUpTo(GraphicsContext g, double levelY) {
        double radius = wide / 2 - rim();
        double middle = x + wide / 2;
        double bottom = top + high - rim();
        double filled = bottom - levelY;
        double corner = Math.min(radius * 0.5, filled * 0.45);
        g.beginPath();
        for (int i = 0; i <= POINTS; i++) {
            double y = outlineY(levelY, filled, i);
            g.lineTo(middle - half(y, levelY, corner, radius), y);
        }
        for (int i = POINTS; i >= 0; i--) {
            double y = outlineY(levelY, filled, i);
            g.lineTo(middle + half(y, levelY, corner, radius), y);
        }
        g.closePath();
        g.fill();
    }

    /** Points lie closer to each other where the outline bends. */
    private static double outlineY(double levelY, double filled, int i) {
        return levelY + filled * (0.5 - 0.5 * Math.cos(Math.PI * i / POINTS));
    }

    private double half(double y, double levelY, double corner, double radius) {
        double below = y - levelY;
        double pill = pill(y, radius);
        return below >= corner
                ? pill
                : Math.max(0, Math.min(pill, pill(levelY + corner, radius) - corner + bend(corner, corner - below)));
    }

    /** Half its inner width at this height. */
    private double pill(double y, double radius) {
        double end = Math.min(y - top - rim(), top + high - rim() - y);
        return end >= radius ? radius : bend(radius, radius - end);
    }

    private static double bend(double radius, double along) {
        return Math.sqrt(Math.max(0, radius * radius - along * along));
    }

    /** Its outline alone: there is nothing to be read. @param dashed whether someone should look at the sensor */
    void empty(GraphicsContext g, Palette colors, boolean dashed) {
        g.setStroke(colors.muted().deriveColor(0, 1, 1, 0.7));
        g.setLineWidth(Math.max(1.2, 2 * unit));
        g.setLineCap(StrokeLineCap.ROUND);
        if (dashed) {
            g.setLineDashes(8 * unit, 10 * unit);
        }
        g.strokeRoundRect(x, top, wide, high, wide, wide);
        g.setLineDashes();
    }
}
