package org.stillpoint.signal;

/**
 * A natural cubic spline through a few hundred points, read on an even grid. All memory is taken at construction.
 *
 * <p>In: points with rising times; one that does not rise is not taken. The same numbers as {@link Resampled#spline}. One
 * thread; {@link #read} allocates nothing.
 */
public final class SplineGrid {

    private final double[] t;
    private final double[] y;
    private final double[] bend;
    private final double[] right;
    private int count;

    /** @throws IllegalArgumentException if there is no room for three points */
    public SplineGrid(int mostPoints) {
        if (mostPoints < 3) {
            throw new IllegalArgumentException("a spline needs room for three points: " + mostPoints);
        }
        t = new double[mostPoints];
        y = new double[mostPoints];
        bend = new double[mostPoints];
        right = new double[mostPoints];
    }

    public void clear() {
        count = 0;
    }

    /** Takes a point; not taken when it is not finite, does not rise or finds no room. */
    public void add(double time, double value) {
        boolean rises = count == 0 || time > t[count - 1];
        if (count < t.length && rises && Double.isFinite(time) && Double.isFinite(value)) {
            t[count] = time;
            y[count++] = value;
        }
    }

    public int count() {
        return count;
    }

    /** Time of the first point; NaN without one. */
    public double first() {
        return count == 0 ? Double.NaN : t[0];
    }

    /** Time of the last point; NaN without one. */
    public double last() {
        return count == 0 ? Double.NaN : t[count - 1];
    }

    /**
     * Reads {@code out.length} values, the last of them at {@link #last}.
     *
     * @param step distance of the values
     * @return whether the points reach so far back; otherwise {@code out} is untouched
     */
    public boolean read(double step, double[] out) {
        double from = last() - (out.length - 1) * step;
        if (count < 3 || t[0] > from) {
            return false;
        }
        bends();
        int i = 0;
        for (int k = 0; k < out.length; k++) {
            double at = last() - (out.length - 1 - k) * step;
            while (i < count - 2 && at > t[i + 1]) {
                i++;
            }
            double h = t[i + 1] - t[i];
            double a = (t[i + 1] - at) / h;
            double b = (at - t[i]) / h;
            out[k] = a * y[i] + b * y[i + 1] + ((a * a * a - a) * bend[i] + (b * b * b - b) * bend[i + 1]) * h * h / 6;
        }
        return true;
    }

    /** Second derivatives, zero at both ends. */
    private void bends() {
        bend[0] = 0;
        right[0] = 0;
        for (int i = 1; i < count - 1; i++) {
            double before = t[i] - t[i - 1];
            double after = t[i + 1] - t[i];
            double share = before / (before + after);
            double p = share * bend[i - 1] + 2;
            double curve = (y[i + 1] - y[i]) / after - (y[i] - y[i - 1]) / before;
            bend[i] = (share - 1) / p;
            right[i] = (6 * curve / (before + after) - share * right[i - 1]) / p;
        }
        bend[count - 1] = 0;
        for (int i = count - 2; i > 0; i--) {
            bend[i] = bend[i] * bend[i + 1] + right[i];
        }
        bend[0] = 0;
    }
}
