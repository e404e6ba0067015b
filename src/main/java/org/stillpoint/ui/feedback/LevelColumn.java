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
        double inner = wide - 2 * rim();
        double filled = top + high - rim() - level(share);
        g.save();
        g.beginPath();
        pill(g, x + rim(), top + rim(), inner, high - 2 * rim());
        g.clip();
        g.setFill(color.deriveColor(0, 1, 0.90 + 0.10 * calm, 1));
        double corner = Math.min(inner * 0.5, filled * 0.6);
        g.fillRoundRect(x + rim(), level(share), inner, filled + inner, corner, corner);
        g.restore();
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

    private static void pill(GraphicsContext g, double x, double y, double wide, double high) {
        double r = wide / 2;
        g.moveTo(x, y + r);
        g.arc(x + r, y + r, r, r, 180, -180);
        g.lineTo(x + wide, y + high - r);
        g.arc(x + r, y + high - r, r, r, 0, -180);
        g.closePath();
    }
}
