package org.stillpoint.metric;

import org.stillpoint.signal.Quality;
import org.stillpoint.signal.RrCleaner;
import org.stillpoint.signal.RrVerdict;

/**
 * A sensor that sends beat intervals in ms, on the same path as beats found in a signal. A value that stands alone is a
 * beat; where the sensor repeats its newest interval with every sample, a beat is a change or the interval's own time.
 */
final class IntervalChain implements Chain {

    private final RrCleaner cleaner = new RrCleaner();
    private double rrMillis = Double.NaN;
    private double eventSeconds = Double.NaN;
    private RrVerdict verdict = RrVerdict.NONE;
    private double last = Double.NaN;
    private boolean held;

    @Override
    public Event step(double value, Quality quality, double tSeconds) {
        boolean repeated = value == last && tSeconds - eventSeconds < value / 1000;
        last = value;
        if (!Double.isFinite(value) || value <= 0 || repeated) {
            return Event.NONE;
        }
        rrMillis = value;
        eventSeconds = tSeconds;
        verdict = cleaner.step(held ? Double.NaN : value);
        return Event.BEAT;
    }

    @Override
    public void hold(boolean on) {
        held = on;
    }

    RrVerdict verdict() {
        return verdict;
    }

    @Override
    public double eventSeconds() {
        return eventSeconds;
    }

    @Override
    public double eventValue() {
        return rrMillis;
    }

    @Override
    public double level() {
        return rrMillis;
    }
}
