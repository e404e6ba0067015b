package org.stillpoint.metric;

import org.stillpoint.signal.RrVerdict;

/**
 * A meter behind what the pipeline knows of its sensors: closed while its line is silent, held, too slow or not there at
 * all. Closed, it has no value and gives that reason; what it is fed goes on to the meter within.
 */
final class Gate implements Meter {

    private final Meter within;
    private Absence closed;

    /** @param closed a reason that stays, or {@link Absence#NONE} */
    Gate(Meter within, Absence closed) {
        this.within = within;
        this.closed = closed;
    }

    void close(Absence reason) {
        closed = reason;
    }

    Absence closed() {
        return closed;
    }

    @Override
    public void step(double value, double tSeconds) {
        within.step(value, tSeconds);
    }

    @Override
    public void partner(double value, double tSeconds) {
        within.partner(value, tSeconds);
    }

    @Override
    public void height(double value) {
        within.height(value);
    }

    @Override
    public void beat(double tSeconds, double rrMillis, RrVerdict verdict) {
        within.beat(tSeconds, rrMillis, verdict);
    }

    @Override
    public void pauses(double inhaleSeconds, double exhaleSeconds) {
        within.pauses(inhaleSeconds, exhaleSeconds);
    }

    @Override
    public void breath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {
        within.breath(inhaleSeconds, exhaleSeconds, endSeconds, depth);
    }

    @Override
    public void partnerBreath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {
        within.partnerBreath(inhaleSeconds, exhaleSeconds, endSeconds, depth);
    }

    @Override
    public void pacer(boolean running, double ratePerMinute, double phase, double tSeconds) {
        within.pacer(running, ratePerMinute, phase, tSeconds);
    }

    @Override
    public void advance(double tSeconds) {
        within.advance(tSeconds);
    }

    @Override
    public double value() {
        return closed == Absence.NONE ? within.value() : Double.NaN;
    }

    @Override
    public Absence reason() {
        return closed == Absence.NONE ? within.reason() : closed;
    }

    @Override
    public double correctedShare() {
        return within.correctedShare();
    }

    @Override
    public void reset() {
        within.reset();
    }
}
