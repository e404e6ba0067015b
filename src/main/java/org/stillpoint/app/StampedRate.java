package org.stillpoint.app;

import java.util.Arrays;

/**
 * What the times of a table's first rows say of its sampling.
 *
 * <p>Most steps near the usual one: the rate is one over their mean, so that neither rounded times (3, 3, 2 ms) nor lost
 * rows falsify it. Rows that come in bunches with one time each: rows by time over stretches of a hundred. A rate within
 * a ten-thousandth of a whole number is that number.
 *
 * @param rateHz samples a second; NaN when the times do not rise
 * @param looseSamples how far a time may lie from its place before it is a gap or a step back, in samples
 * @param bunchSamples how many rows may share one time
 */
record StampedRate(double rateHz, double looseSamples, double bunchSamples) {

    private static final int STRETCH = 100;

    static StampedRate of(double[] t, int rows) {
        double[] finite = Arrays.stream(t, 0, rows).filter(Double::isFinite).toArray();
        double[] steps = new double[Math.max(0, finite.length - 1)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = finite[i + 1] - finite[i];
        }
        double[] sorted = steps.clone();
        Arrays.sort(sorted);
        double usual = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        double sum = 0;
        double squares = 0;
        double forward = 0;
        int near = 0;
        for (double step : steps) {
            forward += step > 0 && step < 50 * usual ? step : 0;
            if (step > 0.5 * usual && step < 1.5 * usual) {
                sum += step;
                squares += step * step;
                near++;
            }
        }
        double mean = sum / near;
        double covered = mean * steps.length / forward;
        if (usual > 0 && covered > 0.4 && covered < 1.05) {
            double spread = Math.sqrt(Math.max(0, squares / near - mean * mean)) / mean;
            return new StampedRate(whole(1 / mean), Math.min(1.5, Math.max(0.75, 0.5 + 4 * spread)), 1);
        }
        return bunched(finite, sorted);
    }

    private static StampedRate bunched(double[] t, double[] sortedSteps) {
        int n = t.length / STRETCH;
        double[] stretches = new double[n];
        for (int i = 0; i < n; i++) {
            stretches[i] = t[Math.min(t.length - 1, (i + 1) * STRETCH)] - t[i * STRETCH];
        }
        double[] sorted = stretches.clone();
        Arrays.sort(sorted);
        double usual = n == 0 ? Double.NaN : sorted[n / 2];
        if (!(usual > 0)) {
            return new StampedRate(Double.NaN, Double.NaN, Double.NaN);
        }
        double rate = whole(STRETCH / usual);
        double bunch = sortedSteps[(int) (0.99 * (sortedSteps.length - 1))] * rate;
        return new StampedRate(rate, 2 * Math.max(1, bunch), Math.max(1, bunch));
    }

    private static double whole(double rate) {
        double near = Math.rint(rate);
        return near > 0 && Math.abs(rate - near) < 1e-4 * near ? near : rate;
    }
}
