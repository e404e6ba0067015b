package org.stillpoint.training;

/**
 * What the heart answered to one breath: highest less lowest heart rate, and the wave at the breath's own period beside that
 * of the breath itself.
 *
 * <p>Heart rate is 60000 / interval at the middle of the interval, where its phase is true. The breath is taken as a raised
 * cosine from the start of the in-breath to its end and back. Both are fitted by least squares with a level, a cosine and a
 * sine at the same instants, so that few or uneven beats shift neither against the other.
 */
final class BreathAnswer {

    private double swing;
    private double real;
    private double imaginary;

    private final double[] heart = new double[3];
    private final double[] chest = new double[3];
    private final double[][] normalEquations = new double[3][5];

    /** @return whether there were enough beats to tell */
    boolean read(PacedBreaths block, int breath) {
        double from = block.inhale(breath);
        double seconds = block.end(breath) - from;
        double rise = (block.exhale(breath) - from) / seconds;
        double high = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        for (double[] row : normalEquations) {
            java.util.Arrays.fill(row, 0);
        }
        int used = 0;
        for (int i = 0; i < block.beats(); i++) {
            double at = (block.beatSeconds(i) - block.rrMillis(i) / 2000 - from) / seconds;
            if (!block.normal(i) || !(at >= 0 && at <= 1)) {
                continue;
            }
            double rate = 60000 / block.rrMillis(i);
            high = Math.max(high, rate);
            low = Math.min(low, rate);
            add(at, rate, Pacer.level(at, rise));
            used++;
        }
        if (used < 4 || !solve()) {
            return false;
        }
        swing = high - low;
        // heart / chest as complex numbers, cosine - i sine
        double size = chest[1] * chest[1] + chest[2] * chest[2];
        real = (heart[1] * chest[1] + heart[2] * chest[2]) / size;
        imaginary = (heart[1] * chest[2] - heart[2] * chest[1]) / size;
        return size > 0;
    }

    private void add(double at, double rate, double level) {
        double cos = StrictMath.cos(2 * Math.PI * at);
        double sin = StrictMath.sin(2 * Math.PI * at);
        double[] terms = {1, cos, sin};
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                normalEquations[row][column] += terms[row] * terms[column];
            }
            normalEquations[row][3] += terms[row] * rate;
            normalEquations[row][4] += terms[row] * level;
        }
    }

    /** Gauss elimination; the matrix is symmetric and positive, so no pivoting is needed. */
    private boolean solve() {
        double[][] m = normalEquations;
        for (int k = 0; k < 3; k++) {
            if (!(m[k][k] > 1e-6)) {
                return false;
            }
            for (int row = k + 1; row < 3; row++) {
                double factor = m[row][k] / m[k][k];
                for (int column = k; column < 5; column++) {
                    m[row][column] -= factor * m[k][column];
                }
            }
        }
        for (int k = 2; k >= 0; k--) {
            heart[k] = m[k][3];
            chest[k] = m[k][4];
            for (int column = k + 1; column < 3; column++) {
                heart[k] -= m[k][column] * heart[column];
                chest[k] -= m[k][column] * chest[column];
            }
            heart[k] /= m[k][k];
            chest[k] /= m[k][k];
        }
        return true;
    }

    /** Highest less lowest heart rate within the breath, beats a minute. */
    double swing() {
        return swing;
    }

    /** The heart's wave over the breath's, as a complex number: its angle is how far the heart runs ahead. */
    double real() {
        return real;
    }

    double imaginary() {
        return imaginary;
    }
}
