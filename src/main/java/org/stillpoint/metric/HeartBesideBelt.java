package org.stillpoint.metric;

import org.stillpoint.signal.RrVerdict;

/**
 * Heart rate and belt over the same last stretch, for measures that compare them: the belt comes a little later than the
 * beat that asks for it, and until it is there the last answer holds.
 *
 * <p>Both at {@value HeartGrid#RATE_HZ} Hz, a straight line off the heart. One thread; allocates nothing after construction.
 */
final class HeartBesideBelt {

    private final HeartGrid grid;
    private final BeltGrid belt;
    private final double[] heart;
    private final double[] chest;
    private boolean waiting;
    private double value = Double.NaN;
    private Absence reason = Absence.NOT_ENOUGH_YET;

    HeartBesideBelt(int samples) {
        grid = new HeartGrid(samples, true);
        belt = new BeltGrid(samples);
        heart = new double[samples];
        chest = new double[samples];
    }

    /** Newest value of the belt; true when a comparison that waited for it can be made now. */
    boolean belt(double beltValue, double tSeconds) {
        belt.step(beltValue, tSeconds);
        boolean now = waiting && belt.reaches(grid.end());
        waiting &= !now;
        return now;
    }

    /**
     * A beat; true when both can be compared now.
     *
     * @param instead why there is nothing to compare whatever the beats say; NONE = there may be
     */
    boolean beat(double tSeconds, double rrMillis, RrVerdict verdict, Absence instead) {
        grid.beat(tSeconds, rrMillis, verdict);
        Absence why = instead == Absence.NONE ? grid.read(heart) : instead;
        boolean late = waiting;
        waiting = why == Absence.NONE && !belt.reaches(grid.end());
        if (waiting && !late) {
            // the belt is a little behind: until it comes the last answer holds
            return false;
        }
        answer(Double.NaN, waiting ? Absence.NOT_ENOUGH_YET : why);
        return reason == Absence.NONE;
    }

    /** What the comparison said, or why it says nothing. */
    void answer(double newValue, Absence why) {
        value = newValue;
        reason = why;
    }

    /** Whether the belt is whole over the heart's stretch; it is then in {@link #chest}. */
    boolean whole() {
        return belt.read(grid.end(), chest);
    }

    /** Heart rate over the stretch. */
    double[] heart() {
        return heart;
    }

    /** The belt over the stretch, as of the last {@link #whole}. */
    double[] chest() {
        return chest;
    }

    /** Where the stretch ends. */
    double end() {
        return grid.end();
    }

    void advance(double tSeconds) {
        grid.advance(tSeconds);
    }

    double value() {
        return reason() == Absence.NONE ? value : Double.NaN;
    }

    Absence reason() {
        return grid.reason() == Absence.STALE ? Absence.STALE : reason;
    }

    double correctedShare() {
        return grid.correctedShare();
    }

    void clear() {
        grid.clear();
        belt.clear();
        waiting = false;
        answer(Double.NaN, Absence.NOT_ENOUGH_YET);
    }
}
