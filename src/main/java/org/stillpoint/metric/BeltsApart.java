package org.stillpoint.metric;

import org.stillpoint.signal.Modality;

/**
 * How far chest and belly breathe apart: phase of the second belt's in-breath in the first one's breath, 0 where both
 * begin together, 180 where one breathes in as the other breathes out; between these in proportion, so that long out-breaths
 * and pauses do not hide reverse movement.
 *
 * <p>In: breaths of both belts. Out: degrees, the smallest of the last three breaths, so that a value over
 * {@value #REVERSE_DEGREES} means reverse movement for three breaths in a row; absent until both belts have given three, and
 * 1.5 cycles after the last one. The limit is an engineering choice.
 */
final class BeltsApart implements Meter {

    /** From here on the movement is reverse. */
    static final double REVERSE_DEGREES = 120;

    private static final int BREATHS = 3;
    private static final double MOST_DEGREES = 270;

    private final BreathRing breaths = new BreathRing();
    private final double[] starts = new double[8];
    private final double[] degrees = new double[BREATHS];
    private int partners;
    private int seen;

    static Measure measure() {
        return Measure.of(
                Measure.Source.BREATH,
                Measure.Partner.SECOND_BELT,
                new Metric("belts_apart", "Chest against belly", "°", Modality.RESP, Double.NaN, ""),
                BeltsApart::new);
    }

    @Override
    public void partnerBreath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {
        if (Double.isFinite(inhaleSeconds + endSeconds)) {
            // each breath brings the start of the next one; its own start may follow a gap
            starts[partners++ % starts.length] = inhaleSeconds;
            starts[partners++ % starts.length] = endSeconds;
        }
    }

    @Override
    public void breath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {
        if (!breaths.add(inhaleSeconds, exhaleSeconds, endSeconds, depth)) {
            return;
        }
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(partners, starts.length); i++) {
            nearest = Math.min(nearest, apart(starts[i], inhaleSeconds, exhaleSeconds, endSeconds));
        }
        if (nearest > MOST_DEGREES) {
            seen = 0;
            return;
        }
        degrees[seen++ % BREATHS] = Math.min(180, nearest);
    }

    /** Degrees between an in-breath of the other belt and the nearer start of one of this belt. */
    private static double apart(double start, double inhale, double exhale, double end) {
        double in = exhale - inhale;
        double out = end - exhale;
        if (start < inhale) {
            return 180 * (inhale - start) / out;
        }
        double phase = start < exhale ? 180 * (start - inhale) / in : 180 + 180 * (start - exhale) / out;
        return Math.abs(phase - 360 * Math.rint(phase / 360));
    }

    @Override
    public void advance(double tSeconds) {
        breaths.advance(tSeconds);
    }

    @Override
    public double value() {
        return reason() == Absence.NONE ? Math.min(degrees[0], Math.min(degrees[1], degrees[2])) : Double.NaN;
    }

    @Override
    public Absence reason() {
        if (breaths.stale()) {
            return Absence.STALE;
        }
        return seen < BREATHS ? Absence.NOT_ENOUGH_YET : Absence.NONE;
    }

    @Override
    public void reset() {
        breaths.clear();
        partners = 0;
        seen = 0;
    }
}
