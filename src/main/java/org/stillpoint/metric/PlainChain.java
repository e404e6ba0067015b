package org.stillpoint.metric;

import org.stillpoint.signal.Quality;

/** A line without detectors: its value, NaN where it cannot be used. */
final class PlainChain implements Chain {

    private double level = Double.NaN;

    @Override
    public Event step(double value, Quality quality, double tSeconds) {
        level = quality.usable() && Double.isFinite(value) ? value : Double.NaN;
        return Event.NONE;
    }

    @Override
    public double level() {
        return level;
    }
}
