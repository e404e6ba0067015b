package org.stillpoint.metric;

import org.stillpoint.signal.Modality;

/**
 * A part of the breath, mean of the last four breaths at most: seconds of in-breath, seconds of out-breath with the pause
 * after it, in-breath to out-breath; or the newest breath's depth in percent of the median of the thirty before it.
 *
 * <p>In: breaths. Out: absent until two breaths (for the depth six) have ended, and 1.5 cycles after the last one. Depth is
 * in belt units and says nothing of litres.
 */
final class BreathPart implements Meter {

    private enum Part {
        INHALE,
        EXHALE,
        RATIO,
        DEPTH
    }

    private static final int MEAN_OF = 4;
    private static final int LEAST = 2;

    private final Part part;
    private final BreathRing breaths = new BreathRing();
    private double value = Double.NaN;

    private BreathPart(Part part) {
        this.part = part;
    }

    static Measure inhale() {
        return measure(Part.INHALE, "inhale", "In-breath", "s");
    }

    static Measure exhale() {
        return measure(Part.EXHALE, "exhale", "Out-breath", "s");
    }

    static Measure ratio() {
        return measure(Part.RATIO, "in_out", "In-breath to out-breath", "in:out");
    }

    static Measure depth() {
        return measure(Part.DEPTH, "breath_depth", "Depth of breath", "% of usual");
    }

    private static Measure measure(Part part, String id, String name, String unit) {
        return Measure.of(
                Measure.Source.BREATH,
                new Metric(id, name, unit, Modality.RESP, Double.NaN, ""),
                () -> new BreathPart(part));
    }

    @Override
    public void breath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {
        if (!breaths.add(inhaleSeconds, exhaleSeconds, endSeconds, depth)) {
            return;
        }
        if (part == Part.DEPTH) {
            value = 100 * depth / breaths.usualDepth();
            return;
        }
        int n = Math.min(MEAN_OF, breaths.count());
        double in = 0;
        double out = 0;
        for (int i = 0; i < n; i++) {
            in += (breaths.exhale(i) - breaths.inhale(i)) / n;
            out += (breaths.end(i) - breaths.exhale(i)) / n;
        }
        value = n < LEAST ? Double.NaN : part == Part.INHALE ? in : part == Part.EXHALE ? out : in / out;
    }

    @Override
    public void advance(double tSeconds) {
        breaths.advance(tSeconds);
    }

    @Override
    public double value() {
        return reason() == Absence.NONE ? value : Double.NaN;
    }

    @Override
    public Absence reason() {
        if (breaths.stale()) {
            return Absence.STALE;
        }
        return value == value ? Absence.NONE : Absence.NOT_ENOUGH_YET;
    }

    @Override
    public void reset() {
        breaths.clear();
        value = Double.NaN;
    }
}
