package org.stillpoint.training;

import java.util.Arrays;

/** Levels of one phase at 50 a second, for its percentiles; keeps the newest 40 minutes. One thread, preallocated. */
final class LevelLog implements Entries {

    private static final int CAPACITY = 40 * 60 * 50;
    private static final int AT_LEAST = 5 * 50;

    private final double[] levels = new double[CAPACITY];
    private final double[] sorted = new double[CAPACITY];
    private final EntryTimes entries = new EntryTimes();
    private int count;
    private int next;

    void clear() {
        count = 0;
        next = 0;
        entries.clear();
    }

    /** NaN is left out. */
    void add(double level) {
        if (level == level) {
            levels[next] = level;
            next = (next + 1) % CAPACITY;
            count = Math.min(count + 1, CAPACITY);
            entries.added();
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
            System.arraycopy(levels, 0, sorted, CAPACITY - oldest, oldest);
            System.arraycopy(levels, oldest, sorted, 0, CAPACITY - oldest);
            System.arraycopy(sorted, 0, levels, 0, CAPACITY);
        }
        count -= gone;
        next = count;
    }
}
