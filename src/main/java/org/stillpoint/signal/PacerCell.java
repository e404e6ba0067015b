package org.stillpoint.signal;

/**
 * The pacer's newest state: one writer (training), any reader (the simulated patient, the screens). Latest wins; no
 * lock, no allocation. A reader may see rate and phase of neighbouring writes, which a pacer does not mind.
 */
public final class PacerCell {

    private volatile boolean running;
    private volatile double ratePerMinute;
    private volatile double inhaleShare = 0.45;
    private volatile double phase;

    /** Written by the pacer: cycles as a fraction, 0 = in-breath begins, {@code inhaleShare} = out-breath begins. */
    public void write(boolean running, double ratePerMinute, double inhaleShare, double phase) {
        this.ratePerMinute = ratePerMinute;
        this.inhaleShare = inhaleShare;
        this.phase = phase;
        this.running = running;
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
