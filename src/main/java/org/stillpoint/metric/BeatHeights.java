package org.stillpoint.metric;

import org.stillpoint.signal.MovingQuantile;
import org.stillpoint.signal.SplineGrid;

/**
 * How high the waves of the last beats were, on an even grid of four values a second. A height over half away from the median
 * of nine is left out; five seconds without one break the grid. No allocation after construction.
 */
final class BeatHeights {

    private static final double MOST_OFF = 0.5;
    private static final double BRIDGED_SECONDS = 5;

    private final double[] times = new double[512];
    private final double[] heights = new double[512];
    private final MovingQuantile usual = new MovingQuantile(9);
    private final SplineGrid spline = new SplineGrid(512);
    private final double seconds;
    private int count;

    BeatHeights(int samples) {
        // a little more than the grid, so that the spline's free end lies outside
        seconds = samples / HeartGrid.RATE_HZ + 6;
    }

    void add(double tSeconds, double height) {
        boolean rises = count == 0 || tSeconds > times[(count - 1) % times.length];
        if (!(height > 0) || Double.isInfinite(height) || !Double.isFinite(tSeconds) || !rises) {
            return;
        }
        usual.add(height);
        if (Math.abs(height - usual.median()) <= MOST_OFF * usual.median()) {
            times[count % times.length] = tSeconds;
            heights[count++ % heights.length] = height;
        }
    }

    /** Fills {@code out}, the last value at the newest height; false where there are none for so long. */
    boolean read(double[] out) {
        spline.clear();
        if (count == 0) {
            return false;
        }
        double newest = times[(count - 1) % times.length];
        for (int i = Math.max(0, count - times.length); i < count; i++) {
            double at = times[i % times.length];
            if (newest - at > seconds) {
                continue;
            }
            if (at - spline.last() > BRIDGED_SECONDS) {
                spline.clear();
            }
            spline.add(at, heights[i % heights.length]);
        }
        return spline.read(1 / HeartGrid.RATE_HZ, out);
    }

    void clear() {
        count = 0;
        usual.clear();
        spline.clear();
    }
}
