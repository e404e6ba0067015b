package org.stillpoint.training;

import java.util.Arrays;

/**
 * Values of one measure in one part of a session, for their median; keeps the newest 4096. NaN is left out. One thread,
 * preallocated.
 */
final class MeasureLog {

    private static final int CAPACITY = 4096;

    private final double[] values = new double[CAPACITY];
    private final double[] sorted = new double[CAPACITY];
    private final int least;
    private int count;
    private int next;

    /** @param least with fewer values there is no median */
    MeasureLog(int least) {
        this.least = least;
    }

    void add(double value) {
        if (value == value) {
            values[next] = value;
            next = (next + 1) % CAPACITY;
            count = Math.min(count + 1, CAPACITY);
        }
    }

    void clear() {
        count = 0;
        next = 0;
    }

    int count() {
        return count;
    }

    /** NaN with fewer values than are needed. */
    double median() {
        if (count < least) {
            return Double.NaN;
        }
        System.arraycopy(values, 0, sorted, 0, count);
        Arrays.sort(sorted, 0, count);
        return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
    }
}
