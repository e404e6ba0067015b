package org.stillpoint.ui.feedback;

import javafx.scene.canvas.GraphicsContext;

/**
 * A curve through points that bends but never swings past one: monotone cubic pieces. Arrays are reused.
 *
 * <p>Source: F. N. Fritsch and R. E. Carlson, SIAM J. Numer. Anal. 17 (1980) 238-246.
 */
final class SmoothCurve {

    private final double[] x;
    private final double[] y;
    private final double[] slope;
    private int size;

    SmoothCurve(int capacity) {
        x = new double[capacity];
        y = new double[capacity];
        slope = new double[capacity];
    }

    void clear() {
        size = 0;
    }

    /** Points in ascending x; one too many is left out. */
    void add(double px, double py) {
        if (size < x.length && (size == 0 || px > x[size - 1])) {
            x[size] = px;
            y[size] = py;
            size++;
        }
    }

    int size() {
        return size;
    }

    double x(int i) {
        return x[i];
    }

    double y(int i) {
        return y[i];
    }

    /** Adds the curve to the current path. */
    void trace(GraphicsContext g) {
        if (size == 0) {
            return;
        }
        tangents();
        g.moveTo(x[0], y[0]);
        for (int i = 1; i < size; i++) {
            double third = (x[i] - x[i - 1]) / 3;
            g.bezierCurveTo(
                    x[i - 1] + third,
                    y[i - 1] + slope[i - 1] * third,
                    x[i] - third,
                    y[i] - slope[i] * third,
                    x[i],
                    y[i]);
        }
    }

    private void tangents() {
        for (int i = 0; i < size; i++) {
            double left = i == 0 ? Double.NaN : (y[i] - y[i - 1]) / (x[i] - x[i - 1]);
            double right = i == size - 1 ? Double.NaN : (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
            if (Double.isNaN(left)) {
                slope[i] = Double.isNaN(right) ? 0 : right;
            } else if (Double.isNaN(right)) {
                slope[i] = left;
            } else {
                slope[i] = left * right <= 0 ? 0 : 2 * left * right / (left + right);
            }
        }
    }
}
