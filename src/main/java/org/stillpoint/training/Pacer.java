package org.stillpoint.training;

/**
 * The breathing pacer: turns time into a phase, without drift and without a tear when rate, ratio or a hold change.
 *
 * <p>Rate 3 to 15 a minute, in-breath 35 to 50 % of the moving part of a cycle, pauses only when asked for and at most 5 s
 * each. The phase is taken from an anchor and the time since, never summed up in steps, so an
 * hour costs no rounding. One thread; allocates nothing.
 */
public final class Pacer {

    public static final double MIN_RATE_PER_MINUTE = 3;
    public static final double MAX_RATE_PER_MINUTE = 15;
    public static final double MIN_INHALE_SHARE = 0.35;
    public static final double MAX_INHALE_SHARE = 0.50;
    public static final double MAX_PAUSE_SECONDS = 5;

    /** Pauses never take more of a cycle than this, so that a breath stays a breath. */
    private static final double MAX_PAUSE_SHARE = 0.5;

    private double ratePerMinute;
    private double inhaleShare;
    private double pauseFullSeconds;
    private double pauseEmptySeconds;
    private double anchorSeconds;
    private double anchorPhase;

    /** @throws IllegalArgumentException when rate or share leave their limits */
    public Pacer(double ratePerMinute, double inhaleShare) {
        check(ratePerMinute, inhaleShare);
        this.ratePerMinute = ratePerMinute;
        this.inhaleShare = inhaleShare;
    }

    /** The nearest rate within the limits. */
    public static double limitedRate(double ratePerMinute) {
        return Math.max(MIN_RATE_PER_MINUTE, Math.min(MAX_RATE_PER_MINUTE, ratePerMinute));
    }

    /** The nearest share of the in-breath within the limits. */
    public static double limitedShare(double inhaleShare) {
        return Math.max(MIN_INHALE_SHARE, Math.min(MAX_INHALE_SHARE, inhaleShare));
    }

    private static void check(double ratePerMinute, double inhaleShare) {
        if (!(ratePerMinute >= MIN_RATE_PER_MINUTE && ratePerMinute <= MAX_RATE_PER_MINUTE)) {
            throw new IllegalArgumentException("pacer rate " + ratePerMinute + "/min is not within 3 to 15");
        }
        if (!(inhaleShare >= MIN_INHALE_SHARE && inhaleShare <= MAX_INHALE_SHARE)) {
            throw new IllegalArgumentException("in-breath share " + inhaleShare + " is not within 0.35 to 0.50");
        }
    }

    /**
     * Pauses after the in-breath and after the out-breath; 0 = none, as usual. To be set while it does not run.
     *
     * @throws IllegalArgumentException when one is below 0 or above 5 s
     */
    public void pauses(double fullSeconds, double emptySeconds) {
        for (double seconds : new double[] {fullSeconds, emptySeconds}) {
            if (!(seconds >= 0 && seconds <= MAX_PAUSE_SECONDS)) {
                throw new IllegalArgumentException("a pause of " + seconds + " s is not within 0 to 5 s");
            }
        }
        pauseFullSeconds = fullSeconds;
        pauseEmptySeconds = emptySeconds;
    }

    /** The in-breath begins now. */
    public void start(double tSeconds) {
        anchorSeconds = tSeconds;
        anchorPhase = 0;
    }

    /**
     * New rate and ratio from this time on. The shape goes on from the height and the part it is in, so that nothing
     * jumps.
     */
    public void change(double tSeconds, double newRatePerMinute, double newInhaleShare) {
        check(newRatePerMinute, newInhaleShare);
        double phase = phase(tSeconds);
        double[] before = parts();
        ratePerMinute = newRatePerMinute;
        inhaleShare = newInhaleShare;
        double[] after = parts();
        int part = 0;
        while (part < 3 && phase >= before[part + 1]) {
            part++;
        }
        double width = before[part + 1] - before[part];
        double through = width > 0 ? (phase - before[part]) / width : 0;
        anchorPhase = after[part] + through * (after[part + 1] - after[part]);
        anchorSeconds = tSeconds;
    }

    /** Phases at which in-breath, pause, out-breath and pause begin, and 1. Allocates: only where the therapist asks. */
    private double[] parts() {
        double in = inhaleEndPhase();
        return new double[] {0, in, in + pauseFullShare(), 1 - pauseEmptyShare(), 1};
    }

    /** New rate from this time on, at the beginning of a breath; allocates nothing. */
    void glide(double tSeconds, double newRatePerMinute) {
        check(newRatePerMinute, inhaleShare);
        anchorPhase = phase(tSeconds) * newRatePerMinute / ratePerMinute;
        anchorSeconds = tSeconds;
        ratePerMinute = newRatePerMinute;
    }

    /** 0 … 1; 0 = the in-breath begins. */
    public double phase(double tSeconds) {
        double cycles = anchorPhase + (tSeconds - anchorSeconds) * ratePerMinute / 60;
        return cycles - Math.floor(cycles);
    }

    public double ratePerMinute() {
        return ratePerMinute;
    }

    /** In-breath as a share of in- and out-breath together. */
    public double inhaleShare() {
        return inhaleShare;
    }

    /** Phase at which the in-breath ends: its share of the whole cycle, pauses counted. */
    public double inhaleEndPhase() {
        return inhaleShare * (1 - pauseFullShare() - pauseEmptyShare());
    }

    /** Share of a cycle that the pause after the in-breath takes. */
    public double pauseFullShare() {
        return pauseFullSeconds * shrink() * ratePerMinute / 60;
    }

    /** Share of a cycle that the pause after the out-breath takes. */
    public double pauseEmptyShare() {
        return pauseEmptySeconds * shrink() * ratePerMinute / 60;
    }

    private double shrink() {
        double share = (pauseFullSeconds + pauseEmptySeconds) * ratePerMinute / 60;
        return share > MAX_PAUSE_SHARE ? MAX_PAUSE_SHARE / share : 1;
    }

    /** Height of the breathing shape without pauses. */
    public static double level(double phase, double inhaleShare) {
        return level(phase, inhaleShare, 0, 0);
    }

    /**
     * Height of the breathing shape, 0 … 1: a raised cosine in each half, level in the pauses; NaN stays NaN.
     *
     * @param inhaleEndPhase where the in-breath ends
     * @param pauseFullShare share of the pause after it
     * @param pauseEmptyShare share of the pause at the end of the cycle
     */
    public static double level(double phase, double inhaleEndPhase, double pauseFullShare, double pauseEmptyShare) {
        double exhaleBegins = inhaleEndPhase + pauseFullShare;
        double exhaleEnds = 1 - pauseEmptyShare;
        double half = phase < inhaleEndPhase
                ? phase / inhaleEndPhase
                : phase < exhaleBegins
                        ? 1
                        : phase < exhaleEnds ? 1 + (phase - exhaleBegins) / (exhaleEnds - exhaleBegins) : 2;
        return phase == phase ? 0.5 - 0.5 * Math.cos(Math.PI * half) : Double.NaN;
    }
}
