package org.stillpoint.metric;

/**
 * One frequency of a window of even values: its phase at the window's start and its share of the power. A straight line is
 * taken off, a periodic Hann window laid over. The wave is turned on from value to value by one complex product, which over
 * a window of a few hundred is exact to some 1e-14. No allocation after construction.
 */
final class OneWave {

    private final double[] window;
    private final Turn turn = new Turn();
    private double phase = Double.NaN;
    private double share = Double.NaN;

    OneWave(int samples) {
        window = new double[samples];
        for (int k = 0; k < samples; k++) {
            window[k] = 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * k / samples);
        }
    }

    /** @param cyclesPerSample the frequency, 0 … 0.5 */
    void run(double[] x, double cyclesPerSample) {
        int n = window.length;
        double middle = (n - 1) / 2.0;
        double mean = 0;
        double up = 0;
        double down = 0;
        for (int i = 0; i < n; i++) {
            mean += x[i] / n;
            up += (i - middle) * x[i];
            down += (i - middle) * (i - middle);
        }
        double slope = up / down;
        turn.to(cyclesPerSample);
        double cosine = turn.cosine();
        double sine = turn.sine();
        double along = 1;
        double across = 0;
        double re = 0;
        double im = 0;
        double weights = 0;
        double power = 0;
        for (int i = 0; i < n; i++) {
            double value = x[i] - mean - slope * (i - middle);
            re += window[i] * value * along;
            im -= window[i] * value * across;
            double turned = along * cosine - across * sine;
            across = across * cosine + along * sine;
            along = turned;
            weights += window[i];
            power += window[i] * value * value;
        }
        phase = StrictMath.atan2(im, re);
        // a wave of height a adds a weights / 2 to the sum and a^2 / 2 to the mean square
        share = power > 0 ? 2 * (re * re + im * im) / (weights * power) : 0;
    }

    /** Radians: of a cosine at the first value. */
    double phase() {
        return phase;
    }

    /** Share of the window's power, 0 … 1. */
    double share() {
        return share;
    }
}
