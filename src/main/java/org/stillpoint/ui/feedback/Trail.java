package org.stillpoint.ui.feedback;

/** The last points of a curve, newest first when read; preallocated. */
final class Trail {

    private final double[] times;
    private final double[] values;
    private int newest = -1;
    private int size;

    Trail(int capacity) {
        times = new double[capacity];
        values = new double[capacity];
    }

    /** A point; one that is not later than the newest starts the trail afresh. */
    void add(double tSeconds, double value) {
        if (size > 0 && tSeconds < times[newest]) {
            size = 0;
        }
        newest = (newest + 1) % times.length;
        times[newest] = tSeconds;
        values[newest] = value;
        size = Math.min(size + 1, times.length);
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** @param back 0 = newest */
    double time(int back) {
        return times[slot(back)];
    }

    double value(int back) {
        return values[slot(back)];
    }

    private int slot(int back) {
        return (newest - back + times.length) % times.length;
    }
}
