package org.stillpoint.metric;

import org.stillpoint.signal.RrVerdict;

/**
 * The running computation of one measure.
 *
 * <p>It is fed what it understands and ignores the rest; NaN leaves its state whole. One instance a measure and session,
 * one thread, no allocation after construction.
 */
public interface Meter {

    /**
     * One value of its channel: of a muscle filtered, of a belt smoothed and 0.25 s behind, of others as it is.
     *
     * @param value NaN = none
     * @param tSeconds its time
     */
    default void step(double value, double tSeconds) {}

    /** One value of the second channel that it needs, as {@link #step}. */
    default void partner(double value, double tSeconds) {}

    /** How high the wave of the beat was that comes next with {@link #beat}, in the unit of its channel; NaN = not known. */
    default void height(double value) {}

    /**
     * A beat.
     *
     * @param tSeconds its time
     * @param rrMillis raw interval from the beat before; NaN when there is none to be trusted
     * @param verdict what that interval is thought to be
     */
    default void beat(double tSeconds, double rrMillis, RrVerdict verdict) {}

    /** How long the breath that comes next with {@link #breath} paused after its in-breath and after its out-breath. */
    default void pauses(double inhaleSeconds, double exhaleSeconds) {}

    /** A whole breath has ended. */
    default void breath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {}

    /** A whole breath on the second belt has ended. */
    default void partnerBreath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {}

    /**
     * Where the pacer stands.
     *
     * @param running whether somebody is being paced
     * @param ratePerMinute its breaths a minute
     * @param phase 0 … 1; 0 = the in-breath begins
     * @param tSeconds when that was
     */
    default void pacer(boolean running, double ratePerMinute, double phase, double tSeconds) {}

    /** Time has passed, beats or not: for staleness. */
    default void advance(double tSeconds) {}

    /** The value, NaN when absent. */
    double value();

    /** Why it is absent; {@link Absence#NONE} when it is not. */
    Absence reason();

    /** Share of intervals or samples in the window that were not used, 0 … 1; NaN where it makes no sense. */
    default double correctedShare() {
        return Double.NaN;
    }

    /** Forgets everything. */
    void reset();
}
