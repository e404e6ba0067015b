package org.stillpoint.store;

import org.stillpoint.acquisition.Clock;

/** A clock that a test moves by hand. */
public final class HandClock implements Clock {

    private volatile long nanos = 5_000_000_000L;
    private final long epochMillis = 1_764_000_000_000L;

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public long epochMillis() {
        return epochMillis + nanos / 1_000_000;
    }

    public void pass(double seconds) {
        nanos += Math.round(seconds * 1e9);
    }
}
