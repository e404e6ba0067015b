package org.stillpoint.metric;

import org.stillpoint.signal.RrVerdict;

/**
 * Heart rate swing per breath: highest less lowest instantaneous heart rate (60000 / interval) within the last whole
 * breath.
 *
 * <p>In: beats and breaths. Out: beats a minute; absent until a breath with at least three normal intervals and none left
 * out has ended, and 1.5 such breaths after its end.
 */
final class HeartSwing implements Meter {

    private static final int LEAST_BEATS = 3;

    private final BeatWindow beats = new BeatWindow(40);
    private double now = Double.NaN;
    private double ended = Double.NaN;
    private double cycle = Double.NaN;
    private double value = Double.NaN;
    private Absence reason = Absence.NOT_ENOUGH_YET;

    @Override
    public void beat(double tSeconds, double rrMillis, RrVerdict verdict) {
        beats.add(tSeconds, rrMillis, verdict);
    }

    @Override
    public void breath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {
        double high = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        int used = 0;
        int odd = 0;
        for (int i = 0; i < beats.count(); i++) {
            double t = beats.time(i);
            if (t < inhaleSeconds || t > endSeconds) {
                continue;
            }
            if (!beats.normal(i)) {
                odd++;
                continue;
            }
            double rate = 60000 / beats.interval(i);
            high = Math.max(high, rate);
            low = Math.min(low, rate);
            used++;
        }
        ended = endSeconds;
        cycle = endSeconds - inhaleSeconds;
        boolean good = used >= LEAST_BEATS && odd == 0;
        value = good ? high - low : Double.NaN;
        reason = good ? Absence.NONE : odd > 0 ? Absence.ARTEFACTS : Absence.NOT_ENOUGH_YET;
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
        if (now - ended > BreathingRate.STALE_CYCLES * cycle + BreathingRate.ANNOUNCE_SECONDS
                || now - beats.newest() > HeartRate.STALE_SECONDS) {
            return Absence.STALE;
        }
        return reason;
    }

    @Override
    public void reset() {
        beats.clear();
        now = Double.NaN;
        ended = Double.NaN;
        cycle = Double.NaN;
        value = Double.NaN;
        reason = Absence.NOT_ENOUGH_YET;
    }
}
