package org.stillpoint.metric;

import org.stillpoint.signal.RrVerdict;

/**
 * RMSSD: root mean square of successive differences between normal beat intervals of the last 64 s.
 *
 * <p>In: beats; differences only between true neighbours that are both normal. Out: milliseconds; absent until beats have
 * come for 64 s, where over 5 % of the intervals had to be left out or under 80 % of the time is covered, and 2.5 s after
 * the last beat. Divisor: number of differences.
 *
 * <p>Source: Task Force of the ESC and NASPE, Circulation 93 (1996) 1043-1065.
 */
final class Rmssd implements Meter {

    static final double WINDOW_SECONDS = 64;
    static final double MOST_CORRECTED = 0.05;
    static final double LEAST_COVERED = 0.8;

    private final BeatWindow beats = new BeatWindow(WINDOW_SECONDS);
    private double now = Double.NaN;
    private double value = Double.NaN;
    private Absence reason = Absence.NOT_ENOUGH_YET;

    @Override
    public void beat(double tSeconds, double rrMillis, RrVerdict verdict) {
        beats.add(tSeconds, rrMillis, verdict);
        value = Double.NaN;
        if (!beats.filled()) {
            reason = Absence.NOT_ENOUGH_YET;
        } else if (beats.correctedShare() > MOST_CORRECTED) {
            reason = Absence.CORRECTED_SHARE;
        } else if (beats.coverage() < LEAST_COVERED) {
            reason = Absence.ARTEFACTS;
        } else {
            reason = Absence.NONE;
            value = rmssd();
        }
    }

    private double rmssd() {
        double sum = 0;
        int n = 0;
        for (int i = 1; i < beats.count(); i++) {
            if (beats.normal(i) && beats.normal(i - 1)) {
                double d = beats.interval(i) - beats.interval(i - 1);
                sum += d * d;
                n++;
            }
        }
        return n == 0 ? Double.NaN : Math.sqrt(sum / n);
    }

    @Override
    public void advance(double tSeconds) {
        now = tSeconds;
    }

    @Override
    public double value() {
        return reason() == Absence.NONE ? value : Double.NaN;
    }

    @Override
    public Absence reason() {
        return now - beats.newest() > HeartRate.STALE_SECONDS ? Absence.STALE : reason;
    }

    @Override
    public double correctedShare() {
        return beats.correctedShare();
    }

    @Override
    public void reset() {
        beats.clear();
        value = Double.NaN;
        now = Double.NaN;
        reason = Absence.NOT_ENOUGH_YET;
    }
}
