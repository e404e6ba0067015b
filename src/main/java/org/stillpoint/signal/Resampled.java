package org.stillpoint.signal;

/** Beat intervals on an even grid, and what is taken off before a spectrum: all by value, nothing is kept. */
public final class Resampled {

    private Resampled() {}

    /**
     * A natural cubic spline through the points, read at 0, step, 2 step … up to the last time.
     *
     * @param t rising times, the first one 0
     * @throws IllegalArgumentException if there are fewer than three points or a time does not rise
     */
    public static double[] spline(double[] t, double[] y, double step) {
        int n = t.length;
        if (n < 3 || y.length != n) {
            throw new IllegalArgumentException("a spline needs three points: " + n);
        }
        double[] bend = bends(t, y);
        int count = (int) Math.floor(t[n - 1] / step + 1e-12) + 1;
        double[] out = new double[count];
        int i = 0;
        for (int k = 0; k < count; k++) {
            double at = k * step;
            while (i < n - 2 && at > t[i + 1]) {
                i++;
            }
            double h = t[i + 1] - t[i];
            double a = (t[i + 1] - at) / h;
            double b = (at - t[i]) / h;
            out[k] = a * y[i] + b * y[i + 1] + ((a * a * a - a) * bend[i] + (b * b * b - b) * bend[i + 1]) * h * h / 6;
        }
        return out;
    }

    /** Second derivatives, zero at both ends. */
    private static double[] bends(double[] t, double[] y) {
        int n = t.length;
        double[] bend = new double[n];
        double[] right = new double[n];
        for (int i = 1; i < n; i++) {
            if (!(t[i] > t[i - 1])) {
                throw new IllegalArgumentException("times must rise: " + t[i - 1] + ", " + t[i]);
            }
        }
        for (int i = 1; i < n - 1; i++) {
            double before = t[i] - t[i - 1];
            double after = t[i + 1] - t[i];
            double share = before / (before + after);
            double p = share * bend[i - 1] + 2;
            double curve = (y[i + 1] - y[i]) / after - (y[i] - y[i - 1]) / before;
            bend[i] = (share - 1) / p;
            right[i] = (6 * curve / (before + after) - share * right[i - 1]) / p;
        }
        bend[n - 1] = 0;
        for (int i = n - 2; i >= 0; i--) {
            bend[i] = i == 0 ? 0 : bend[i] * bend[i + 1] + right[i];
        }
        return bend;
    }

    /** Less its least-squares straight line. */
    public static double[] withoutLine(double[] x) {
        int n = x.length;
        double middle = (n - 1) / 2.0;
        double mean = 0;
        double up = 0;
        double down = 0;
        for (int i = 0; i < n; i++) {
            mean += x[i] / n;
            up += (i - middle) * x[i];
            down += (i - middle) * (i - middle);
        }
        double slope = down > 0 ? up / down : 0;
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = x[i] - mean - slope * (i - middle);
        }
        return out;
    }

    /**
     * Less its smooth trend: x - (I + lambda^2 D'D)^-1 x, D second differences.
     *
     * <p>Source: Tarvainen, Ranta-aho and Karjalainen, IEEE Trans. Biomed. Eng. 49 (2002) 172-175. Solved as a band of five
     * by Cholesky's method.
     */
    public static double[] withoutSmoothTrend(double[] x, double lambda) {
        int n = x.length;
        double[] main = new double[n];
        double[] one = new double[n];
        double[] two = new double[n];
        for (int i = 0; i < n; i++) {
            main[i] = 1;
        }
        double weight = lambda * lambda;
        for (int i = 0; i + 2 < n; i++) {
            main[i] += weight;
            main[i + 1] += 4 * weight;
            main[i + 2] += weight;
            one[i] -= 2 * weight;
            one[i + 1] -= 2 * weight;
            two[i] += weight;
        }
        double[] solved = x.clone();
        for (int i = 0; i < n; i++) {
            if (i + 1 < n) {
                double share = one[i] / main[i];
                main[i + 1] -= share * one[i];
                one[i + 1] -= i + 2 < n ? share * two[i] : 0;
                solved[i + 1] -= share * solved[i];
            }
            if (i + 2 < n) {
                double share = two[i] / main[i];
                main[i + 2] -= share * two[i];
                solved[i + 2] -= share * solved[i];
            }
        }
        double[] out = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double rest = solved[i];
            rest -= i + 1 < n ? one[i] * solved[i + 1] : 0;
            rest -= i + 2 < n ? two[i] * solved[i + 2] : 0;
            solved[i] = rest / main[i];
            out[i] = x[i] - solved[i];
        }
        return out;
    }
}
