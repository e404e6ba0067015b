package org.stillpoint.metric;

import org.stillpoint.signal.Modality;

/**
 * Share of the breaths of the last two minutes that followed the pacer: begun within a fifth of its cycle of its in-breath,
 * and as long as its cycle within 15 %.
 *
 * <p>In: breaths, where the pacer stands. A breath counts when it began while the pacer ran; its beginning is compared with
 * where the pacer stood then, not with when the breath was announced. Out: percent; absent without a pacer, under three such
 * breaths, and 1.5 cycles after the last one. The limits are engineering choices.
 */
final class PacerFollowing implements Meter {

    static final double WINDOW_SECONDS = 120;

    private static final double OFF_SHARE = 0.2;
    private static final double LENGTH_SHARE = 0.15;
    private static final int LEAST = 3;

    private final BreathRing breaths = new BreathRing();
    private final double[] ends = new double[64];
    private final boolean[] followed = new boolean[64];
    private int judged;
    private boolean running;
    private double since = Double.NaN;
    private double ratePerMinute = Double.NaN;
    private double phase = Double.NaN;
    private double at = Double.NaN;

    static Measure measure() {
        return Measure.of(
                Measure.Source.BREATH,
                new Metric("with_pacer", "With the pacer", "%", Modality.RESP, WINDOW_SECONDS, ""),
                PacerFollowing::new);
    }

    @Override
    public void pacer(boolean runs, double newRatePerMinute, double newPhase, double tSeconds) {
        if (runs && !running) {
            since = tSeconds;
            judged = 0;
        }
        running = runs;
        if (runs) {
            ratePerMinute = newRatePerMinute;
            phase = newPhase;
            at = tSeconds;
        }
    }

    @Override
    public void breath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {
        if (!breaths.add(inhaleSeconds, exhaleSeconds, endSeconds, depth) || !running) {
            return;
        }
        double cycle = 60 / ratePerMinute;
        // a little early may still be the first in-breath of the pacer
        if (!(inhaleSeconds >= since - OFF_SHARE * cycle)) {
            return;
        }
        double cycles = phase - (at - inhaleSeconds) / cycle;
        double off = Math.abs(cycles - Math.rint(cycles));
        double length = (endSeconds - inhaleSeconds) / cycle;
        int place = judged++ % ends.length;
        ends[place] = endSeconds;
        followed[place] = off <= OFF_SHARE && Math.abs(length - 1) <= LENGTH_SHARE;
    }

    @Override
    public void advance(double tSeconds) {
        breaths.advance(tSeconds);
    }

    @Override
    public double value() {
        if (reason() != Absence.NONE) {
            return Double.NaN;
        }
        int good = 0;
        int all = 0;
        for (int i = 0; i < Math.min(judged, ends.length); i++) {
            if (ends[i] > breaths.end(0) - WINDOW_SECONDS) {
                all++;
                good += followed[i] ? 1 : 0;
            }
        }
        return 100.0 * good / all;
    }

    @Override
    public Absence reason() {
        if (breaths.stale()) {
            return Absence.STALE;
        }
        if (!running) {
            return breaths.count() > 0 ? Absence.NOT_PACED : Absence.NOT_ENOUGH_YET;
        }
        return judged < LEAST ? Absence.NOT_ENOUGH_YET : Absence.NONE;
    }

    @Override
    public void reset() {
        breaths.clear();
        judged = 0;
        running = false;
        since = Double.NaN;
    }
}
