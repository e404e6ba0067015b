package org.stillpoint.metric;

import org.stillpoint.signal.MovingQuantile;

/** Frequencies of the windows of one steady contraction, one a second. No allocation after construction. */
final class ContractionRun {

    private static final double STEADY = 2;

    private final double[] frequencies;
    private final MovingQuantile levels;
    private int count;

    ContractionRun(int most) {
        frequencies = new double[most];
        levels = new MovingQuantile(most);
    }

    /** Takes a window; one twice as strong as usual, or half, begins a new run. */
    void add(double frequencyHz, double rms) {
        if (!Double.isFinite(frequencyHz)) {
            clear();
            return;
        }
        double usual = levels.median();
        if (rms > STEADY * usual || rms < usual / STEADY) {
            clear();
        }
        levels.add(rms);
        frequencies[count++ % frequencies.length] = frequencyHz;
    }

    int count() {
        return Math.min(count, frequencies.length);
    }

    private double newest(int back) {
        return frequencies[(count - 1 - back) % frequencies.length];
    }

    /** Mean of the newest windows. */
    double mean(int windows) {
        double sum = 0;
        for (int i = 0; i < windows; i++) {
            sum += newest(i);
        }
        return sum / windows;
    }

    /** Slope of the least-squares line, Hz a window. */
    double slope() {
        int n = count();
        double middle = (n - 1) / 2.0;
        double up = 0;
        double down = 0;
        for (int i = 0; i < n; i++) {
            up += (middle - i) * newest(i);
            down += (middle - i) * (middle - i);
        }
        return up / down;
    }

    void clear() {
        count = 0;
        levels.clear();
    }
}
