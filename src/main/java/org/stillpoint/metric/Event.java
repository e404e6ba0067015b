package org.stillpoint.metric;

/** What a {@link Pipeline} found on a step. */
public enum Event {
    NONE,
    /** A heart beat of an ECG (its R wave) or of a sensor that sends intervals; value: raw interval in ms, or NaN. */
    BEAT,
    /** A pulse wave of a PPG (its steepest rise); value: raw interval in ms, or NaN. */
    PULSE,
    /** The first in-breath has begun. Value: NaN. */
    INHALE,
    /** An out-breath has begun; value: depth of the in-breath before it. */
    EXHALE,
    /** A whole breath has ended and the next in-breath has begun; time: that moment; value: depth. */
    BREATH,
    /** A contraction has begun. Value: NaN. */
    BURST_ON,
    /** A contraction has ended; value: its highest RMS. */
    BURST_OFF
}
