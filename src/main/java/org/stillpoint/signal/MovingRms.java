package org.stillpoint.signal;

/**
 * Root mean square of the newest values, exact: sums are only ever added to, so that nothing drifts.
 *
 * <p>Out: NaN until the window is full; NaN for a NaN or infinite value, which is not counted. The sum is made of two
 * parts: running from the middle to the newest value, and stored from each older value to the middle. One instance a
 * channel, one thread, no allocation in {@link #step}.
 */
public final class MovingRms {

    private final double[] older;
    private double newer;
    private int at;
    private boolean full;

    /** @throws IllegalArgumentException if the window is shorter than one sample */
    public MovingRms(int windowSamples) {
        if (windowSamples < 1) {
            throw new IllegalArgumentException("window must be at least one sample: " + windowSamples);
        }
        older = new double[windowSamples];
    }

    /** RMS of the newest window; see the class for NaN. */
    public double step(double value) {
        if (!(Math.abs(value) < 1e150)) {
            return Double.NaN;
        }
        double square = value * value;
        newer += square;
        older[at] = square;
        at++;
        double rest = at < older.length ? older[at] : 0;
        if (at == older.length) {
            for (int i = older.length - 2; i >= 0; i--) {
                older[i] += older[i + 1];
            }
            double sum = newer;
            newer = 0;
            at = 0;
            full = true;
            return Math.sqrt(sum / older.length);
        }
        return full ? Math.sqrt((newer + rest) / older.length) : Double.NaN;
    }

    public void reset() {
        at = 0;
        newer = 0;
        full = false;
    }
}
