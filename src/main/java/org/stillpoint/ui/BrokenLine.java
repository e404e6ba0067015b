package org.stillpoint.ui;

import javafx.scene.canvas.GraphicsContext;

/** The path of a curve that breaks where it has no value. JavaFX thread; allocates nothing. */
public final class BrokenLine {

    private BrokenLine() {}

    /**
     * The next point of the path that was begun.
     *
     * @param drawn whether the point before is one of the curve
     * @param y NaN = none here
     * @return whether this one is
     */
    public static boolean point(GraphicsContext g, boolean drawn, double x, double y) {
        if (Double.isNaN(y)) {
            return false;
        }
        if (drawn) {
            g.lineTo(x, y);
        } else {
            g.moveTo(x, y);
        }
        return true;
    }
}
