package org.stillpoint.signal;

/**
 * What is asked of the body now, breath by pacer and effort of a muscle: one writer (training), any reader (the simulated
 * patient, the screens). Latest wins; no lock, no allocation. A reader may see rate and phase of neighbouring writes, which a
 * pacer does not mind.
 */
public final class PacerCell {

    private volatile boolean running;
    private volatile double ratePerMinute;
    private volatile double inhaleShare = 0.45;
    private volatile double phase;
    private volatile double effort = Double.NaN;

    /** Written by the pacer: cycles as a fraction, 0 = in-breath begins, {@code inhaleShare} = out-breath begins. */
    public void write(boolean running, double ratePerMinute, double inhaleShare, double phase) {
        this.ratePerMinute = ratePerMinute;
        this.inhaleShare = inhaleShare;
        this.phase = phase;
        this.running = running;
    }

    /** Asks the muscle for a share of a comfortable effort: 0 = let go, NaN = nothing is asked. */
    public void askEffort(double share) {
        effort = share;
    }

    /** Share of a comfortable effort that is asked of the muscle: 0 = let go, NaN = nothing is asked. */
    public double effort() {
        return effort;
    }

    /** False when nobody is being paced: the person breathes alone. */
    public boolean running() {
        return running;
    }

    public double ratePerMinute() {
        return ratePerMinute;
    }

    public double inhaleShare() {
        return inhaleShare;
    }

    /** 0 … 1. */
    public double phase() {
        return phase;
    }
}
