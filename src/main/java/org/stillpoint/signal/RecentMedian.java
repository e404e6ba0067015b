package org.stillpoint.signal;

import java.util.Arrays;

/** Median, or any quantile, of the newest few values. No allocation after construction; one thread. */
final class RecentMedian {

    private final double[] ring;
    private final double[] sorted;
    private int at;
    private int count;

    RecentMedian(int size) {
        ring = new double[size];
        sorted = new double[size];
    }

    /** Takes a value in, the oldest out. */
    void add(double value) {
        if (count == ring.length) {
            int out = Arrays.binarySearch(sorted, 0, count, ring[at]);
            System.arraycopy(sorted, out + 1, sorted, out, count - out - 1);
            count--;
        }
        int in = Arrays.binarySearch(sorted, 0, count, value);
        in = in < 0 ? -in - 1 : in;
        System.arraycopy(sorted, in, sorted, in + 1, count - in);
        sorted[in] = value;
        count++;
        ring[at] = value;
        at = (at + 1) % ring.length;
    }

    /** The value that a share of all lie under, between neighbours by a straight line; NaN when empty. */
    double quantile(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        double place = share * (count - 1);
        int below = (int) place;
        double low = sorted[below];
        return below + 1 < count ? low + (place - below) * (sorted[below + 1] - low) : low;
    }

    double median() {
        return quantile(0.5);
    }

    int count() {
        return count;
    }

    /** Multiplies all by a positive factor. */
    void scale(double factor) {
        for (int i = 0; i < count; i++) {
            sorted[i] *= factor;
        }
        for (int i = 0; i < ring.length; i++) {
            ring[i] *= factor;
        }
    }

    void clear() {
        count = 0;
        at = 0;
    }
}
