package org.stillpoint.acquisition;

/** Time as the program sees it; handed in, so that a test can own it. */
public interface Clock {

    /** Monotonic nanoseconds; only differences mean something. */
    long nanos();

    /** Wall-clock milliseconds since 1970 in UTC; for dates only, never for durations. */
    long epochMillis();
}
