package org.stillpoint.training;

import java.util.Arrays;

/**
 * One measure over one phase, as means of five seconds each, at most forty minutes of them. NaN is left out; five seconds
 * with nothing in them are absent. One thread; preallocated.
 */
final class Stretch {

    static final double BIN_SECONDS = 5;

    private static final int CAPACITY = (int) (40 * 60 / BIN_SECONDS);

    private final double[] sums = new double[CAPACITY];
    private final int[] counts = new int[CAPACITY];
    private int bins;

    void add(double elapsedSeconds, double value) {
        int bin = (int) (elapsedSeconds / BIN_SECONDS);
        if (bin >= 0 && bin < CAPACITY) {
            bins = Math.max(bins, bin + 1);
            if (value == value) {
                sums[bin] += value;
                counts[bin]++;
            }
        }
    }

    /** What was added since this time is not trusted; of a bin that began before it, nothing is. */
    void forget(double elapsedSeconds) {
        for (int bin = Math.max(0, (int) (elapsedSeconds / BIN_SECONDS)); bin < bins; bin++) {
            sums[bin] = 0;
            counts[bin] = 0;
        }
    }

    /** Bins so far, absent ones counted. */
    int bins() {
        return bins;
    }

    /** Mean of the bins in [from, to) that hold something; NaN when less than half of them do. */
    double mean(int from, int to) {
        double sum = 0;
        int used = 0;
        for (int i = Math.max(0, from); i < Math.min(bins, to); i++) {
            if (counts[i] > 0) {
                sum += sums[i] / counts[i];
                used++;
            }
        }
        return to > from && 2 * used >= to - from ? sum / used : Double.NaN;
    }

    /** Means of so many bins each, absent ones left out; a rest that is shorter is not counted. */
    double[] blocks(int binsEach) {
        double[] blocks = new double[bins / binsEach];
        int found = 0;
        for (int b = 0; b < blocks.length; b++) {
            double mean = mean(b * binsEach, (b + 1) * binsEach);
            if (mean == mean) {
                blocks[found++] = mean;
            }
        }
        return Arrays.copyOf(blocks, found);
    }
}
