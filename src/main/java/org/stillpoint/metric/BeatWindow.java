package org.stillpoint.metric;

import org.stillpoint.signal.RrVerdict;

/**
 * The newest beat intervals within a length of time, kept in a ring. No allocation after construction.
 *
 * <p>A beat whose time does not lie after the one before is not taken: time does not go back.
 */
final class BeatWindow {

    private final double seconds;
    private final double[] times = new double[1024];
    private final double[] intervals = new double[1024];
    private final boolean[] normal = new boolean[1024];
    private int first;
    private int count;
    private int judged;
    private int odd;
    private double start = Double.NaN;
    private double newest = Double.NaN;

    BeatWindow(double seconds) {
        this.seconds = seconds;
    }

    void add(double tSeconds, double rrMillis, RrVerdict verdict) {
        if (!Double.isFinite(tSeconds) || tSeconds <= newest) {
            return;
        }
        if (start != start || tSeconds - newest > seconds) {
            start = tSeconds - (Double.isFinite(rrMillis) ? rrMillis / 1000 : 0);
        }
        newest = tSeconds;
        if (count == times.length) {
            drop();
        }
        int at = (first + count++) % times.length;
        times[at] = tSeconds;
        intervals[at] = rrMillis;
        normal[at] = verdict == RrVerdict.NORMAL && Double.isFinite(rrMillis);
        count(at, 1);
        while (count > 0 && times[first] <= tSeconds - seconds) {
            drop();
        }
    }

    /** Share of corrected intervals is asked for at every tick by every measure, so it is kept and not counted anew. */
    private void count(int at, int one) {
        if (Double.isFinite(intervals[at])) {
            judged += one;
            odd += normal[at] ? 0 : one;
        }
    }

    private void drop() {
        count(first, -1);
        first = (first + 1) % times.length;
        count--;
    }

    int count() {
        return count;
    }

    double time(int i) {
        return times[(first + i) % times.length];
    }

    double interval(int i) {
        return intervals[(first + i) % times.length];
    }

    boolean normal(int i) {
        return normal[(first + i) % times.length];
    }

    double newest() {
        return newest;
    }

    /** Whether beats have been coming for the whole length; one missed beat at its start is forgiven. */
    boolean filled() {
        return newest - start >= seconds - 1.5;
    }

    /** Share of judged intervals in the window that are not normal. */
    double correctedShare() {
        return judged == 0 ? Double.NaN : (double) odd / judged;
    }

    /** Share of the window's time that normal intervals cover. */
    double coverage() {
        double covered = 0;
        for (int i = 0; i < count; i++) {
            if (normal(i)) {
                covered += interval(i) / 1000;
            }
        }
        return covered / seconds;
    }

    void clear() {
        first = 0;
        count = 0;
        judged = 0;
        odd = 0;
        start = Double.NaN;
        newest = Double.NaN;
    }
}
