package org.stillpoint.metric;

import org.stillpoint.signal.Modality;

/**
 * How long the chest rests after the in-breath or after the out-breath, mean of the last four breaths at most.
 *
 * <p>In: breaths with their pauses. Out: seconds, 0 without a pause; absent until two breaths have ended, and 1.5 cycles
 * after the last one.
 */
final class BreathPause implements Meter {

    private static final int MEAN_OF = 4;
    private static final int LEAST = 2;

    private final boolean afterInhale;
    private final BreathRing breaths = new BreathRing();
    private final double[] pauses = new double[MEAN_OF];
    private int taken;
    private double pause = Double.NaN;

    private BreathPause(boolean afterInhale) {
        this.afterInhale = afterInhale;
    }

    static Measure inhale() {
        return measure(true, "inhale_pause", "Pause after the in-breath");
    }

    static Measure exhale() {
        return measure(false, "exhale_pause", "Pause after the out-breath");
    }

    private static Measure measure(boolean afterInhale, String id, String name) {
        return Measure.of(
                Measure.Source.BREATH,
                new Metric(id, name, "s", Modality.RESP, Double.NaN, ""),
                () -> new BreathPause(afterInhale));
    }

    @Override
    public void pauses(double inhaleSeconds, double exhaleSeconds) {
        pause = afterInhale ? inhaleSeconds : exhaleSeconds;
    }

    @Override
    public void breath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {
        double known = pause;
        pause = Double.NaN;
        if (known >= 0 && breaths.add(inhaleSeconds, exhaleSeconds, endSeconds, depth)) {
            pauses[taken++ % MEAN_OF] = known;
        }
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
        int n = Math.min(taken, MEAN_OF);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += pauses[i];
        }
        return sum / n;
    }

    @Override
    public Absence reason() {
        if (breaths.stale()) {
            return Absence.STALE;
        }
        return taken < LEAST ? Absence.NOT_ENOUGH_YET : Absence.NONE;
    }

    @Override
    public void reset() {
        breaths.clear();
        taken = 0;
        pause = Double.NaN;
    }
}
