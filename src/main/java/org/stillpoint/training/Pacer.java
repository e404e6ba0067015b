package org.stillpoint.training;

/**
 * The breathing pacer: turns time into a phase, without drift and without a tear when rate, ratio or a hold change.
 *
 * <p>Rate 3 to 15 a minute, in-breath 35 to 50 % of a cycle (CLINICAL, safety and I:E). The phase is taken from an anchor
 * and the time since, never summed up in steps, so an hour costs no rounding. One thread; allocates nothing.
 */
public final class Pacer {

    public static final double MIN_RATE_PER_MINUTE = 3;
    public static final double MAX_RATE_PER_MINUTE = 15;
    public static final double MIN_INHALE_SHARE = 0.35;
    public static final double MAX_INHALE_SHARE = 0.50;

    private double ratePerMinute;
    private double inhaleShare;
    private double anchorSeconds;
    private double anchorPhase;

    /** @throws IllegalArgumentException when rate or share leave their limits */
    public Pacer(double ratePerMinute, double inhaleShare) {
        check(ratePerMinute, inhaleShare);
        this.ratePerMinute = ratePerMinute;
        this.inhaleShare = inhaleShare;
    }

    private static void check(double ratePerMinute, double inhaleShare) {
        if (!(ratePerMinute >= MIN_RATE_PER_MINUTE && ratePerMinute <= MAX_RATE_PER_MINUTE)) {
            throw new IllegalArgumentException("pacer rate " + ratePerMinute + "/min is not within 3 to 15");
        }
        if (!(inhaleShare >= MIN_INHALE_SHARE && inhaleShare <= MAX_INHALE_SHARE)) {
            throw new IllegalArgumentException("in-breath share " + inhaleShare + " is not within 0.35 to 0.50");
        }
    }

    /** The in-breath begins now. */
    public void start(double tSeconds) {
        anchorSeconds = tSeconds;
        anchorPhase = 0;
    }

    /**
     * New rate and ratio from this time on. The shape goes on from the height and the half it is in, so that nothing
     * jumps.
     */
    public void change(double tSeconds, double newRatePerMinute, double newInhaleShare) {
        check(newRatePerMinute, newInhaleShare);
        double phase = phase(tSeconds);
        anchorPhase = phase < inhaleShare
                ? phase / inhaleShare * newInhaleShare
                : newInhaleShare + (phase - inhaleShare) / (1 - inhaleShare) * (1 - newInhaleShare);
        anchorSeconds = tSeconds;
        ratePerMinute = newRatePerMinute;
        inhaleShare = newInhaleShare;
    }

    /** 0 … 1; 0 = the in-breath begins. */
    public double phase(double tSeconds) {
        double cycles = anchorPhase + (tSeconds - anchorSeconds) * ratePerMinute / 60;
        return cycles - Math.floor(cycles);
    }

    public double ratePerMinute() {
        return ratePerMinute;
    }

    public double inhaleShare() {
        return inhaleShare;
    }

    /** Height of the breathing shape, 0 … 1, a raised cosine in each half; NaN stays NaN. */
    public static double level(double phase, double inhaleShare) {
        double half = phase < inhaleShare ? phase / inhaleShare : 1 + (phase - inhaleShare) / (1 - inhaleShare);
        return 0.5 - 0.5 * Math.cos(Math.PI * half);
    }
}
