package org.stillpoint.metric;

import org.stillpoint.signal.Modality;

/**
 * Breath holds of the last two minutes: the belt moved by less than a tenth of the usual depth for eight seconds, or a
 * breath took more than twice the median of the thirty before it. One pause counts once.
 *
 * <p>In: breaths and the belt's smoothed values. Out: a count; absent until breaths have come for two minutes, and two
 * seconds after the belt's last value. The limits are engineering choices.
 */
final class BreathHolds implements Meter {

    static final double WINDOW_SECONDS = 120;

    private static final double FLAT_SHARE = 0.1;
    private static final double FLAT_SECONDS = 8;
    private static final double LONG = 2;
    private static final double SILENT_SECONDS = 2;

    private final BreathRing breaths = new BreathRing();
    private final RecentCount holds = new RecentCount(WINDOW_SECONDS);
    private double since = Double.NaN;
    private double now = Double.NaN;
    private double newest = Double.NaN;
    private double from = Double.NaN;
    private double low = Double.NaN;
    private double high = Double.NaN;
    private boolean counted;
    private double lastHold = Double.NEGATIVE_INFINITY;

    static Measure measure() {
        return Measure.of(
                Measure.Source.BREATH,
                new Metric("breath_holds", "Breath holds", "in 2 min", Modality.RESP, WINDOW_SECONDS, ""),
                BreathHolds::new);
    }

    @Override
    public void step(double value, double tSeconds) {
        if (!Double.isFinite(value)) {
            return;
        }
        double still = FLAT_SHARE * breaths.depth();
        boolean gap = tSeconds - newest > SILENT_SECONDS;
        newest = tSeconds;
        low = Math.min(low, value);
        high = Math.max(high, value);
        if (gap || !(high - low < still)) {
            from = tSeconds;
            low = value;
            high = value;
            counted = false;
        } else if (!counted && tSeconds - from >= FLAT_SECONDS) {
            counted = true;
            lastHold = tSeconds;
            holds.add(tSeconds);
        }
    }

    @Override
    public void breath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {
        if (!breaths.add(inhaleSeconds, exhaleSeconds, endSeconds, depth)) {
            return;
        }
        since = since == since ? since : inhaleSeconds;
        if (endSeconds - inhaleSeconds > LONG * breaths.usualCycle() && lastHold < inhaleSeconds) {
            lastHold = endSeconds;
            holds.add(endSeconds);
        }
    }

    @Override
    public void advance(double tSeconds) {
        now = tSeconds;
    }

    @Override
    public double value() {
        return reason() == Absence.NONE ? holds.count(newest) : Double.NaN;
    }

    @Override
    public Absence reason() {
        if (now - newest > SILENT_SECONDS) {
            return Absence.STALE;
        }
        boolean whole = breaths.count() > BreathRing.USUAL_BREATHS && newest - since >= WINDOW_SECONDS;
        return whole ? Absence.NONE : Absence.NOT_ENOUGH_YET;
    }

    @Override
    public void reset() {
        breaths.clear();
        holds.clear();
        since = Double.NaN;
        now = Double.NaN;
        newest = Double.NaN;
        from = Double.NaN;
        low = Double.NaN;
        high = Double.NaN;
        counted = false;
        lastHold = Double.NEGATIVE_INFINITY;
    }
}
