package org.stillpoint.store;

import org.stillpoint.acquisition.Clock;

/** A clock that a test moves by hand; one thread. */
public final class HandClock implements Clock {

    private long nanos = 5_000_000_000L;
    private long stepNanos;
    private final long epochMillis = 1_764_000_000_000L;

    @Override
    public long nanos() {
        nanos += stepNanos;
        return nanos;
    }

    @Override
    public long epochMillis() {
        return epochMillis + nanos / 1_000_000;
    }

    /** From now on a second passes with every look at the clock. */
    public void passByItself() {
        stepNanos = 1_000_000_000L;
    }

    public void pass(double seconds) {
        nanos += Math.round(seconds * 1e9);
    }
}
