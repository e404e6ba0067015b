package org.stillpoint.metric;

import org.stillpoint.signal.Quality;
import org.stillpoint.signal.RrCleaner;
import org.stillpoint.signal.RrVerdict;

/**
 * A sensor that sends beat intervals in ms, on the same path as beats found in a signal. A value that stands alone is a
 * beat; where the sensor repeats its newest interval with every sample, a beat is a change, or that
 * none has come for an interval and a quarter. Which of the two sensors it is shows in how soon the same value comes again:
 * two equal intervals in a row are two beats. After twelve equal ones the sensor is stuck: nothing counts until the value
 * changes (a real heart gave eight at most in thirty minutes, in steps of 8 ms). A value that comes after a silence, or after
 * that, has no neighbour before it.
 */
final class IntervalChain implements Chain {

    private static final double SOON = 0.5;
    private static final double OWN_TIME = 1.25;
    private static final int STUCK = 12;
    private static final double SILENCE = 2.5;

    private final RrCleaner cleaner = new RrCleaner();
    private double rrMillis = Double.NaN;
    private double eventSeconds = Double.NaN;
    private RrVerdict verdict = RrVerdict.NONE;
    private double last = Double.NaN;
    private boolean repeats;
    private int equal;
    private boolean held;

    @Override
    public Event step(double value, Quality quality, double tSeconds) {
        double since = (tSeconds - eventSeconds) * 1000;
        repeats |= value == last && since < SOON * value;
        boolean repeated = value == last && since < (repeats ? OWN_TIME : SOON) * value;
        boolean same = value == last;
        last = value;
        if (!Double.isFinite(value) || value <= 0 || repeated) {
            return Event.NONE;
        }
        equal = value == rrMillis ? equal + 1 : 1;
        if (equal > STUCK) {
            return Event.NONE;
        }
        rrMillis = value;
        // an equal one shows only in that no other has come: it was then, not now
        eventSeconds = repeats && same ? eventSeconds + value / 1000 : tSeconds;
        verdict = cleaner.step(held || since > SILENCE * value ? Double.NaN : value);
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
