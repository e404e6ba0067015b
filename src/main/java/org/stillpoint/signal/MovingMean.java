package org.stillpoint.signal;

/**
 * Mean of the newest values, exact like {@link MovingRms}: delays by half its window at every frequency.
 *
 * <p>Out: mean of what there is until the window is full; NaN for a NaN or infinite value, which is not counted. One
 * thread, no allocation in {@link #step}.
 */
public final class MovingMean {

    private final double[] older;
    private double newer;
    private int at;
    private boolean full;

    /** @throws IllegalArgumentException if the window is shorter than one sample */
    public MovingMean(int windowSamples) {
        if (windowSamples < 1) {
            throw new IllegalArgumentException("window must be at least one sample: " + windowSamples);
        }
        older = new double[windowSamples];
    }

    public double step(double value) {
        if (!(Math.abs(value) < 1e300)) {
            return Double.NaN;
        }
        newer += value;
        older[at] = value;
        at++;
        if (at == older.length) {
            for (int i = older.length - 2; i >= 0; i--) {
                older[i] += older[i + 1];
            }
            double sum = newer;
            newer = 0;
            at = 0;
            full = true;
            return sum / older.length;
        }
        return full ? (newer + older[at]) / older.length : newer / at;
    }

    public void reset() {
        at = 0;
        newer = 0;
        full = false;
    }
}
