package org.stillpoint.training;

import java.util.Arrays;

/**
 * The newest values of something, as many as there is room for, that can be given back. NaN is left out. One thread,
 * preallocated.
 */
class ValueLog implements Entries {

    private final double[] values;
    private final double[] sorted;
    private final EntryTimes entries = new EntryTimes();
    private int count;
    private int next;

    /** @param capacity how many of the newest are kept */
    ValueLog(int capacity) {
        values = new double[capacity];
        sorted = new double[capacity];
    }

    final void clear() {
        count = 0;
        next = 0;
        entries.clear();
    }

    /** NaN is left out. */
    final void add(double value) {
        if (value == value) {
            values[next] = value;
            next = (next + 1) % values.length;
            count = Math.min(count + 1, values.length);
            entries.added();
        }
    }

    final int count() {
        return count;
    }

    /** In no order; up to {@link #count}. */
    final double value(int i) {
        return values[i];
    }

    /** In ascending order up to {@link #count}; the same array every time. */
    final double[] sorted() {
        System.arraycopy(values, 0, sorted, 0, count);
        Arrays.sort(sorted, 0, count);
        return sorted;
    }

    /** Takes over what another log of this size holds. */
    final void copyFrom(ValueLog other) {
        System.arraycopy(other.values, 0, values, 0, other.count);
        count = other.count;
        next = other.next;
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
        int oldest = Math.floorMod(next - count, values.length);
        if (oldest != 0) {
            System.arraycopy(values, 0, sorted, values.length - oldest, oldest);
            System.arraycopy(values, oldest, sorted, 0, values.length - oldest);
            System.arraycopy(sorted, 0, values, 0, values.length);
        }
        count -= gone;
        next = count;
    }
}
