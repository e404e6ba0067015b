package org.stillpoint.metric;

/**
 * A muscle's values cut into blocks of one length, each with its RMS. A block counts when at least half of its values can be
 * used. No allocation after construction.
 */
final class MuscleBlocks {

    private static final double STALE_SECONDS = 0.5;

    private final int block;
    private final double stale;
    private double sum;
    private int valid;
    private int in;
    private long missing;
    private boolean seen;
    private double rms = Double.NaN;
    private double endSeconds = Double.NaN;

    MuscleBlocks(Ground ground, double seconds) {
        block = Math.max(1, (int) Math.round(seconds * ground.rateHz()));
        stale = STALE_SECONDS * ground.rateHz();
    }

    /** Takes a value; true when it ends a block, whether or not that one counts. */
    boolean step(double value, double tSeconds) {
        if (Math.abs(value) < 1e150) {
            sum += value * value;
            valid++;
            missing = 0;
            seen = true;
        } else {
            missing++;
        }
        if (++in < block) {
            return false;
        }
        rms = 2 * valid >= block ? Math.sqrt(sum / valid) : Double.NaN;
        endSeconds = tSeconds;
        sum = 0;
        valid = 0;
        in = 0;
        return true;
    }

    /** Of the newest block; NaN when it does not count. */
    double rms() {
        return rms;
    }

    /** Time of its last value. */
    double endSeconds() {
        return endSeconds;
    }

    /** Why there is nothing to measure: no value yet, or none for half a second; else {@link Absence#NONE}. */
    Absence reason() {
        if (missing > stale) {
            return seen ? Absence.ARTEFACTS : Absence.NOT_ENOUGH_YET;
        }
        return Absence.NONE;
    }

    void clear() {
        sum = 0;
        valid = 0;
        in = 0;
        missing = 0;
        seen = false;
        rms = Double.NaN;
        endSeconds = Double.NaN;
    }
}
