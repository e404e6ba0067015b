package org.stillpoint.store;

import java.util.Arrays;

/**
 * When each sample of a recorded device was taken, in seconds since the session's start: straight lines between points
 * some second apart, each smoothed by a line through its neighbours.
 *
 * <p>The points are what the device's clock said live. Its first seconds, when the fit was still young, are laid on the
 * line of the seconds after them; at a break of more than 50 ms a new piece begins. Ascending. One thread.
 */
public final class TimeMap {

    private static final int YOUNG = 4;
    private static final int NEIGHBOURS = 15;
    private static final double BREAK_SECONDS = 0.05;
    /** Samples never come closer than this share of their period, however the points step back. */
    private static final double LEAST_SHARE = 0.1;

    private final double[] indices;
    private final double[] seconds;
    private final double nominalRateHz;
    private int near;

    /**
     * @param indices ascending
     * @param seconds of those samples
     * @param nominalRateHz used where there are fewer than two points
     */
    TimeMap(double[] indices, double[] seconds, double nominalRateHz) {
        this.indices = indices;
        this.nominalRateHz = nominalRateHz;
        this.seconds = smooth(indices, seconds, nominalRateHz);
    }

    private static double[] smooth(double[] indices, double[] raw, double rateHz) {
        double[] smoothed = raw.clone();
        int from = 0;
        for (int i = 1; i <= raw.length; i++) {
            boolean breaks = i < raw.length
                    && Math.abs(raw[i] - raw[i - 1] - (indices[i] - indices[i - 1]) / rateHz) > BREAK_SECONDS;
            if (i == raw.length || breaks) {
                smoothPiece(indices, raw, from, i, smoothed);
                from = i;
            }
        }
        for (int i = 1; i < smoothed.length; i++) {
            double least = smoothed[i - 1] + LEAST_SHARE * (indices[i] - indices[i - 1]) / rateHz;
            smoothed[i] = Math.max(smoothed[i], least);
        }
        return smoothed;
    }

    private static void smoothPiece(double[] indices, double[] raw, int from, int to, double[] smoothed) {
        int settled = to - from >= 3 * YOUNG ? from + YOUNG : from;
        for (int i = from; i < to; i++) {
            int low = Math.max(settled, Math.min(i - NEIGHBOURS, to - YOUNG));
            int high = Math.min(to, Math.max(i, settled) + NEIGHBOURS + 1);
            if (high - low >= YOUNG) {
                smoothed[i] = onLine(indices, raw, low, high, indices[i]);
            }
        }
    }

    /** Value at {@code x} of the straight line of least squares through some points. */
    private static double onLine(double[] xs, double[] ys, int low, int high, double x) {
        double meanX = 0;
        double meanY = 0;
        for (int i = low; i < high; i++) {
            meanX += xs[i];
            meanY += ys[i];
        }
        meanX /= high - low;
        meanY /= high - low;
        double covariance = 0;
        double variance = 0;
        for (int i = low; i < high; i++) {
            covariance += (xs[i] - meanX) * (ys[i] - meanY);
            variance += (xs[i] - meanX) * (xs[i] - meanX);
        }
        return meanY + covariance / variance * (x - meanX);
    }

    /** Time of a sample, in seconds since the session's start. */
    public double seconds(double index) {
        if (indices.length < 2) {
            return indices.length == 0 ? index / nominalRateHz : seconds[0] + (index - indices[0]) / nominalRateHz;
        }
        if (index < indices[near] || index >= indices[near + 1]) {
            int found = Arrays.binarySearch(indices, index);
            near = Math.max(0, Math.min(indices.length - 2, found >= 0 ? found : -found - 2));
        }
        double slope = (seconds[near + 1] - seconds[near]) / (indices[near + 1] - indices[near]);
        return seconds[near] + (index - indices[near]) * slope;
    }
}
