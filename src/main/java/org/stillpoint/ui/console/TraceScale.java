package org.stillpoint.ui.console;

import java.util.Arrays;

/**
 * Which values fit between the lower and the upper edge of a trace. Grows at once, shrinks only after a whole window in
 * which less than half was used, so that the picture stays put. One thread; allocates nothing in {@link #take}.
 */
final class TraceScale {

    private static final int BUCKETS = 12;

    private final boolean aroundZero;
    private final double smallestSpan;
    private final double bucketSeconds;
    private final double[] lows = new double[BUCKETS];
    private final double[] highs = new double[BUCKETS];
    private int bucket;
    private double bucketStart = Double.NaN;
    private double low = Double.NaN;
    private double high = Double.NaN;

    /**
     * @param aroundZero zero stays in the middle
     * @param smallestSpan the view is never narrower than this
     * @param windowSeconds how long is looked back
     */
    TraceScale(boolean aroundZero, double smallestSpan, double windowSeconds) {
        this.aroundZero = aroundZero;
        this.smallestSpan = smallestSpan;
        this.bucketSeconds = windowSeconds / (BUCKETS - 1);
        Arrays.fill(lows, Double.POSITIVE_INFINITY);
        Arrays.fill(highs, Double.NEGATIVE_INFINITY);
    }

    /** Takes one value into account; NaN is none. */
    void take(double tSeconds, double value) {
        if (Double.isNaN(bucketStart) || tSeconds < bucketStart) {
            bucketStart = tSeconds;
        }
        while (tSeconds - bucketStart >= bucketSeconds) {
            bucketStart += bucketSeconds;
            bucket = (bucket + 1) % BUCKETS;
            lows[bucket] = Double.POSITIVE_INFINITY;
            highs[bucket] = Double.NEGATIVE_INFINITY;
        }
        if (value < lows[bucket]) {
            lows[bucket] = value;
        }
        if (value > highs[bucket]) {
            highs[bucket] = value;
        }
    }

    /** Lowest value of the window; infinite when there was none. */
    double lowest() {
        double lowest = Double.POSITIVE_INFINITY;
        for (double value : lows) {
            lowest = Math.min(lowest, value);
        }
        return lowest;
    }

    /** Highest value of the window. */
    double highest() {
        double highest = Double.NEGATIVE_INFINITY;
        for (double value : highs) {
            highest = Math.max(highest, value);
        }
        return highest;
    }

    /** Fits the view to what was taken; true when it changed. */
    boolean fit() {
        double lowest = lowest();
        double highest = highest();
        if (lowest > highest) {
            return false;
        }
        if (aroundZero) {
            highest = Math.max(Math.abs(lowest), Math.abs(highest));
            lowest = -highest;
        }
        double span = Math.max(smallestSpan, highest - lowest);
        boolean fits = low <= lowest && highest <= high;
        boolean roomy = span < 0.5 * (high - low) && high - low > 1.2 * smallestSpan;
        if (fits && !roomy) {
            return false;
        }
        double middle = (highest + lowest) / 2;
        low = middle - 0.58 * span;
        high = middle + 0.58 * span;
        return true;
    }

    /** Value at the lower edge; NaN until {@link #fit} saw values. */
    double low() {
        return low;
    }

    /** Value at the upper edge. */
    double high() {
        return high;
    }

    /** A round length (1, 2 or 5 times a power of ten) of at most {@code share} of the view. */
    double bar(double share) {
        double room = (high - low) * share;
        double ten = Math.pow(10, Math.floor(Math.log10(room)));
        double times = room / ten;
        return ten * (times >= 5 ? 5 : times >= 2 ? 2 : 1);
    }
}
