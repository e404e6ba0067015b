package org.stillpoint.training;

import java.util.Arrays;

/** Levels of one phase at 50 a second, for its percentiles; keeps the newest 40 minutes. One thread, preallocated. */
final class LevelLog {

    private static final int CAPACITY = 40 * 60 * 50;
    private static final int AT_LEAST = 5 * 50;

    private final double[] levels = new double[CAPACITY];
    private final double[] sorted = new double[CAPACITY];
    private int count;
    private int next;

    void clear() {
        count = 0;
        next = 0;
    }

    /** NaN is left out. */
    void add(double level) {
        if (level == level) {
            levels[next] = level;
            next = (next + 1) % CAPACITY;
            count = Math.min(count + 1, CAPACITY);
        }
    }

    /** Nearest-rank percentile; NaN with less than five seconds of levels. */
    double percentile(double percent) {
        if (count < AT_LEAST) {
            return Double.NaN;
        }
        System.arraycopy(levels, 0, sorted, 0, count);
        Arrays.sort(sorted, 0, count);
        return sorted[(int) Math.ceil(percent / 100 * count) - 1];
    }
}
