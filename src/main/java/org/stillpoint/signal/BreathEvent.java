package org.stillpoint.signal;

/** What a {@link BreathDetector} announces on a sample. */
public enum BreathEvent {
    /** Nothing. */
    NONE,
    /** An in-breath has begun, and no whole breath lies before it: the first one, or the first after a gap. */
    INHALE,
    /** An out-breath has begun. */
    EXHALE,
    /** A whole breath has ended, and so the next in-breath has begun. */
    BREATH
}
