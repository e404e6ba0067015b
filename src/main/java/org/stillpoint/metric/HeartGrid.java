package org.stillpoint.metric;

import org.stillpoint.signal.RrVerdict;
import org.stillpoint.signal.SplineGrid;

/**
 * The normal beats of the last minute or two on an even grid of four values a second, by a natural cubic spline. Beats that
 * were left out are bridged, but never more than five seconds.
 *
 * <p>In: beats. Out: intervals in ms at the beat that ends each, or heart rate in /min at each interval's middle, where its
 * phase is true. Gate: as many seconds of beats as the grid is long, and at most 5 % of the intervals left out. No
 * allocation after construction.
 */
final class HeartGrid {

    static final double RATE_HZ = 4;

    private static final double BRIDGED_SECONDS = 5;
    private static final double MARGIN_SECONDS = 6;

    private final double seconds;
    private final boolean rate;
    private final BeatWindow beats;
    private final SplineGrid spline = new SplineGrid(1024);
    private double now = Double.NaN;
    private Absence reason = Absence.NOT_ENOUGH_YET;

    /** @param rate heart rate at the middle of each interval, and not the interval at its end */
    HeartGrid(int samples, boolean rate) {
        seconds = samples / RATE_HZ;
        this.rate = rate;
        beats = new BeatWindow(seconds + MARGIN_SECONDS);
    }

    void beat(double tSeconds, double rrMillis, RrVerdict verdict) {
        beats.add(tSeconds, rrMillis, verdict);
    }

    /** Reads the grid, the newest value at {@link #end}; the reason why not, or {@link Absence#NONE}. */
    Absence read(double[] out) {
        spline.clear();
        for (int i = 0; i < beats.count(); i++) {
            if (!beats.normal(i)) {
                continue;
            }
            double at = rate ? beats.time(i) - beats.interval(i) / 2000 : beats.time(i);
            if (at - spline.last() > BRIDGED_SECONDS) {
                spline.clear();
            }
            spline.add(at, rate ? 60000 / beats.interval(i) : beats.interval(i));
        }
        if (!spline.read(1 / RATE_HZ, out)) {
            reason = beats.filled() ? Absence.ARTEFACTS : Absence.NOT_ENOUGH_YET;
        } else if (beats.correctedShare() > Variability.MOST_CORRECTED) {
            reason = Absence.CORRECTED_SHARE;
        } else {
            reason = Absence.NONE;
        }
        return reason;
    }

    /** Time of the newest value. */
    double end() {
        return spline.last();
    }

    void advance(double tSeconds) {
        now = tSeconds;
    }

    /** Why there was no grid last time; stale 2.5 s after the last beat. */
    Absence reason() {
        return now - beats.newest() > HeartRate.STALE_SECONDS ? Absence.STALE : reason;
    }

    double correctedShare() {
        return beats.correctedShare();
    }

    void clear() {
        beats.clear();
        spline.clear();
        now = Double.NaN;
        reason = Absence.NOT_ENOUGH_YET;
    }
}
