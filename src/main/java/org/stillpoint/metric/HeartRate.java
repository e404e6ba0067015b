package org.stillpoint.metric;

import org.stillpoint.signal.RrVerdict;

/**
 * Heart rate: 60000 over the mean of the normal intervals of the last 10 s.
 *
 * <p>In: beats. Out: beats a minute; absent until three normal intervals lie in the window, and 2.5 s after the last beat.
 */
final class HeartRate implements Meter {

    static final double WINDOW_SECONDS = 10;
    static final double STALE_SECONDS = 2.5;

    private final BeatWindow beats = new BeatWindow(WINDOW_SECONDS);
    private double now = Double.NaN;
    private double value = Double.NaN;

    @Override
    public void beat(double tSeconds, double rrMillis, RrVerdict verdict) {
        beats.add(tSeconds, rrMillis, verdict);
        double sum = 0;
        int n = 0;
        for (int i = 0; i < beats.count(); i++) {
            if (beats.normal(i)) {
                sum += beats.interval(i);
                n++;
            }
        }
        value = n >= 3 ? 60000 * n / sum : Double.NaN;
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
        if (now - beats.newest() > STALE_SECONDS) {
            return Absence.STALE;
        }
        if (value == value) {
            return Absence.NONE;
        }
        return beats.count() > 6 ? Absence.ARTEFACTS : Absence.NOT_ENOUGH_YET;
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
    }
}
