package org.stillpoint.training;

import java.util.Arrays;
import java.util.List;

/**
 * Notices breaths that are held and sighs, against the fifteen breaths before. One thread; allocates nothing after
 * construction.
 *
 * <p>Held: the belt moves by less than a tenth of its usual way for eight seconds; or a breath takes over twice as long as
 * usual and rests without moving for four seconds and 40 % of it. A slow breath keeps moving and is no hold, however long
 * it takes. Sigh: over twice as deep as usual. The limits are engineering choices.
 */
final class BreathWatch {

    private static final int USUAL = 15;
    private static final int LEAST = 5;
    private static final double STILL_SHARE = 0.1;
    private static final double HELD_SECONDS = 8;
    private static final double LONG = 2;
    private static final double LONG_STILL_SECONDS = 4;
    private static final double LONG_STILL_SHARE = 0.4;
    private static final double DEEP = 2;

    private final double[] cycles = new double[USUAL];
    private final double[] depths = new double[USUAL];
    private final double[] ways = new double[USUAL];
    private final double[] sorted = new double[USUAL];
    private int breaths;
    private double usualWay = Double.NaN;
    private double low = Double.NaN;
    private double high = Double.NaN;
    private double stillFrom = Double.NaN;
    private double stillLow;
    private double stillHigh;
    private double longestStill;
    private boolean counted;
    private final Tally holds = new Tally();
    private final Tally sighs = new Tally();

    /**
     * Where the belt is now.
     *
     * @param position within the person's recent range; NaN = the belt says nothing, and nothing is held against it
     */
    void position(double tSeconds, double position) {
        if (position != position) {
            stillFrom = Double.NaN;
            return;
        }
        low = low <= position ? low : position;
        high = high >= position ? high : position;
        stillLow = Math.min(stillLow, position);
        stillHigh = Math.max(stillHigh, position);
        if (!(stillFrom <= tSeconds) || !(stillHigh - stillLow < STILL_SHARE * usualWay)) {
            stillFrom = tSeconds;
            stillLow = position;
            stillHigh = position;
        }
        longestStill = Math.max(longestStill, tSeconds - stillFrom);
        if (!counted && tSeconds - stillFrom >= HELD_SECONDS) {
            counted = true;
            holds.add();
        }
    }

    /** A whole breath has been found. */
    void breath(double inhaleSeconds, double endSeconds, double depth) {
        double cycle = endSeconds - inhaleSeconds;
        if (breaths >= LEAST) {
            boolean rested = longestStill >= Math.max(LONG_STILL_SECONDS, LONG_STILL_SHARE * cycle);
            if (!counted && cycle > LONG * usual(cycles) && rested) {
                holds.add();
            }
            if (depth > DEEP * usual(depths)) {
                sighs.add();
            }
        }
        cycles[breaths % USUAL] = cycle;
        depths[breaths % USUAL] = depth;
        ways[breaths % USUAL] = high - low;
        breaths++;
        usualWay = breaths >= LEAST ? usual(ways) : Double.NaN;
        low = Double.NaN;
        high = Double.NaN;
        longestStill = 0;
        counted = false;
    }

    private double usual(double[] values) {
        int count = Math.min(breaths, USUAL);
        System.arraycopy(values, 0, sorted, 0, count);
        Arrays.sort(sorted, 0, count);
        return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
    }

    /** Nothing that began before now counts: the session was held. */
    void interrupt() {
        stillFrom = Double.NaN;
        longestStill = 0;
    }

    /** What it counted. */
    List<Entries> entries() {
        return List.of(holds, sighs);
    }

    int holds() {
        return holds.count();
    }

    int sighs() {
        return sighs.count();
    }
}
