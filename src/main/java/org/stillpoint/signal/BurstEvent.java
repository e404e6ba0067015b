package org.stillpoint.signal;

/** What a {@link BurstDetector} announces on a sample. */
public enum BurstEvent {
    NONE,
    /** A contraction has begun. */
    ON,
    /** It has ended. */
    OFF
}
