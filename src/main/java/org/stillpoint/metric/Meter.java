package org.stillpoint.metric;

import org.stillpoint.signal.RrVerdict;

/**
 * The running computation of one measure.
 *
 * <p>It is fed what it understands and ignores the rest; NaN leaves its state whole. One instance a measure and session,
 * one thread, no allocation after construction.
 */
public interface Meter {

    /** One filtered value of its channel; NaN = none. */
    default void step(double value) {}

    /**
     * A beat.
     *
     * @param tSeconds its time
     * @param rrMillis raw interval from the beat before; NaN when there is none to be trusted
     * @param verdict what that interval is thought to be
     */
    default void beat(double tSeconds, double rrMillis, RrVerdict verdict) {}

    /** A whole breath has ended. */
    default void breath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {}

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
