package org.stillpoint.training;

import java.util.Arrays;

/**
 * Values of one measure in one part of a session, for their median; keeps the newest 4096. NaN is left out. One thread,
 * preallocated.
 */
final class MeasureLog implements Entries {

    private static final int CAPACITY = 4096;

    private final double[] values = new double[CAPACITY];
    private final double[] sorted = new double[CAPACITY];
    private final int least;
    private final EntryTimes entries = new EntryTimes();
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
            entries.added();
        }
    }

    void clear() {
        count = 0;
        next = 0;
        entries.clear();
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

    @Override
    public void at(double tSeconds) {
        entries.at(tSeconds);
    }

    @Override
    public void phaseBegins() {
        entries.phaseBegins();
    }

    @Override
    public void takeBack() {
        forget(entries.takePhase());
    }

    @Override
    public void takeBackSince(double tSeconds) {
        forget(entries.takeSince(tSeconds));
    }

    private void forget(int newest) {
        int gone = Math.min(newest, count);
        if (gone == 0) {
            return;
        }
        // what is left lies from 0 on, also when the newest had run over the oldest
        int oldest = Math.floorMod(next - count, CAPACITY);
        if (oldest != 0) {
            System.arraycopy(values, 0, sorted, CAPACITY - oldest, oldest);
            System.arraycopy(values, oldest, sorted, 0, CAPACITY - oldest);
            System.arraycopy(sorted, 0, values, 0, CAPACITY);
        }
        count -= gone;
        next = count;
    }
}
