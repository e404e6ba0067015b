package org.stillpoint.metric;

import org.stillpoint.signal.Modality;

/**
 * Sighs of the last two minutes: breaths more than twice as deep as the median of the thirty before them.
 *
 * <p>In: breaths. Out: a count; absent until breaths have come for two minutes, and 1.5 cycles after the last one. The limit
 * is an engineering choice.
 */
final class Sighs implements Meter {

    static final double WINDOW_SECONDS = 120;

    private static final double DEEP = 2;

    private final BreathRing breaths = new BreathRing();
    private final RecentCount sighs = new RecentCount(WINDOW_SECONDS);
    private double since = Double.NaN;

    static Measure measure() {
        return Measure.of(
                Measure.Source.BREATH,
                new Metric("sighs", "Sighs", "in 2 min", Modality.RESP, WINDOW_SECONDS, ""),
                Sighs::new);
    }

    @Override
    public void breath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {
        if (!breaths.add(inhaleSeconds, exhaleSeconds, endSeconds, depth)) {
            return;
        }
        since = since == since ? since : inhaleSeconds;
        if (depth > DEEP * breaths.usualDepth()) {
            sighs.add(endSeconds);
        }
    }

    @Override
    public void advance(double tSeconds) {
        breaths.advance(tSeconds);
    }

    @Override
    public double value() {
        return reason() == Absence.NONE ? sighs.count(breaths.end(0)) : Double.NaN;
    }

    @Override
    public Absence reason() {
        if (breaths.stale()) {
            return Absence.STALE;
        }
        boolean whole = breaths.count() > BreathRing.USUAL_BREATHS && breaths.end(0) - since >= WINDOW_SECONDS;
        return whole ? Absence.NONE : Absence.NOT_ENOUGH_YET;
    }

    @Override
    public void reset() {
        breaths.clear();
        sighs.clear();
        since = Double.NaN;
    }
}
