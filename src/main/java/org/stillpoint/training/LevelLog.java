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

    /** Mean; NaN with less than five seconds of levels. */
    double mean() {
        if (count < AT_LEAST) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += levels[i];
        }
        return sum / count;
    }

    /** Standard deviation; NaN with less than five seconds of levels. */
    double deviation() {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (levels[i] - mean) * (levels[i] - mean);
        }
        return Math.sqrt(sum / (count - 1));
    }

    /** Share of the levels under a line, 0 … 1; NaN with less than five seconds of levels. */
    double shareUnder(double line) {
        if (count < AT_LEAST || line != line) {
            return Double.NaN;
        }
        int under = 0;
        for (int i = 0; i < count; i++) {
            under += levels[i] < line ? 1 : 0;
        }
        return (double) under / count;
    }

    /** Takes over what another log holds. */
    void copyFrom(LevelLog other) {
        System.arraycopy(other.levels, 0, levels, 0, other.count);
        count = other.count;
        next = other.next;
    }
}
