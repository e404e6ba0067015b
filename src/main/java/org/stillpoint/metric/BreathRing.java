package org.stillpoint.metric;

import org.stillpoint.signal.MovingQuantile;

/** The newest breaths and how deep and long they usually are. No allocation after construction. */
final class BreathRing {

    /** So many breaths say what is usual. */
    static final int USUAL_BREATHS = 5;

    private static final int KEPT = 64;
    private static final int MEDIAN_OF = 30;

    private final double[] inhale = new double[KEPT];
    private final double[] exhale = new double[KEPT];
    private final double[] end = new double[KEPT];
    private final MovingQuantile depths = new MovingQuantile(MEDIAN_OF);
    private final MovingQuantile cycles = new MovingQuantile(MEDIAN_OF);
    private double usualDepth = Double.NaN;
    private double usualCycle = Double.NaN;
    private int count;
    private double now = Double.NaN;

    /** Takes a breath whose times rise and that lasts half a second to a minute; false when it was not taken. */
    boolean add(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {
        double cycle = endSeconds - inhaleSeconds;
        boolean rising = inhaleSeconds < exhaleSeconds && exhaleSeconds < endSeconds;
        if (!rising || !(cycle > 0.5) || cycle > 60 || !(depth > 0) || Double.isInfinite(depth)) {
            return false;
        }
        boolean usual = depths.count() >= USUAL_BREATHS;
        usualDepth = usual ? depths.median() : Double.NaN;
        usualCycle = usual ? cycles.median() : Double.NaN;
        depths.add(depth);
        cycles.add(cycle);
        inhale[count % KEPT] = inhaleSeconds;
        exhale[count % KEPT] = exhaleSeconds;
        end[count % KEPT] = endSeconds;
        count++;
        return true;
    }

    /** How many are kept. */
    int count() {
        return Math.min(count, KEPT);
    }

    /** Start of a breath; 0 = the newest, 1 = the one before. */
    double inhale(int back) {
        return inhale[(count - 1 - back) % KEPT];
    }

    double exhale(int back) {
        return exhale[(count - 1 - back) % KEPT];
    }

    double end(int back) {
        return end[(count - 1 - back) % KEPT];
    }

    /** Median depth of the breaths before the newest, 30 at most; NaN under five. */
    double usualDepth() {
        return usualDepth;
    }

    /** Median length of the breaths before the newest; NaN under five. */
    double usualCycle() {
        return usualCycle;
    }

    /** Median depth with the newest; NaN under five. */
    double depth() {
        return depths.count() >= USUAL_BREATHS ? depths.median() : Double.NaN;
    }

    void advance(double tSeconds) {
        now = tSeconds;
    }

    /** Whether one and a half of the newest breath's length have passed without another. */
    boolean stale() {
        return count > 0
                && now - end(0) > BreathingRate.STALE_CYCLES * (end(0) - inhale(0)) + BreathingRate.ANNOUNCE_SECONDS;
    }

    void clear() {
        count = 0;
        depths.clear();
        cycles.clear();
        usualDepth = Double.NaN;
        usualCycle = Double.NaN;
        now = Double.NaN;
    }
}
