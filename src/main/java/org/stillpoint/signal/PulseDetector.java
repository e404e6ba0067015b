package org.stillpoint.signal;

/**
 * Finds the pulse waves of a PPG as they come; a pulse is marked at its steepest rise, which wanders less than the crest.
 *
 * <p>In: one value a sample in any unit and of either polarity; NaN is a sample without a value. Out: {@code true} when a
 * pulse is announced, about 0.35 s after its steepest rise; {@link #beatSample} then tells where that was, between
 * samples. Which way is up it finds from the slopes: a pulse rises faster than it falls. One instance a channel, one
 * thread, no allocation in {@link #step}.
 *
 * <p>The sum of rising slopes is after Zong et al., Computers in Cardiology 30 (2003) 259-262.
 */
public final class PulseDetector {

    private static final double SUM_SECONDS = 0.15;
    private static final double LEARN_SECONDS = 2;
    private static final double REFRACTORY_SECONDS = 0.3;
    private static final double REFRACTORY_SHARE = 0.4;

    /** Waves of one heart correlate by 0.9 and more, waves of filtered noise by 0.4 to 0.75. */
    private static final double ALIKE = 0.8;

    private final double rateHz;
    private final BiquadCascade band;
    private final BiquadCascade smooth;
    private final double delay;
    private final RisingSlope up;
    private final RisingSlope down;
    private final PulsePolarity polarity;
    private final PulseShape shape;
    private final RecentMedian intervals = new RecentMedian(8);
    private long samples;
    private long silent;
    private double last = Double.NaN;
    private double lastSmooth = Double.NaN;
    private double beatSample = Double.NaN;
    private double lastBeat = Double.NaN;

    /** @throws IllegalArgumentException if the rate is too low for a pulse wave (under 15 Hz) */
    public PulseDetector(double rateHz) {
        SampleRate.check("a PPG", rateHz, 15);
        this.rateHz = rateHz;
        band = Butterworth.bandPass(2, 0.5, 6, rateHz);
        // the place is read from the smoothed signal alone: the band's lower edge would draw it 30 ms forward
        smooth = Butterworth.lowPass(2, 6, rateHz);
        delay = smooth.delaySeconds(3, rateHz) * rateHz;
        int window = Math.max(2, (int) Math.round(SUM_SECONDS * rateHz));
        up = new RisingSlope(window, rateHz);
        down = new RisingSlope(window, rateHz);
        polarity = new PulsePolarity(rateHz);
        shape = new PulseShape(rateHz);
    }

    /** Takes one value; true when a pulse is announced on this sample. */
    public boolean step(double value) {
        long now = samples++;
        if (!Double.isFinite(value)) {
            silent++;
            shape.step(0);
            return false;
        }
        if (now == silent || silent > 0.2 * rateHz) {
            band.settle(value);
            smooth.settle(value);
            last = Double.NaN;
            lastSmooth = Double.NaN;
            lastBeat = Double.NaN;
            up.restart(now);
            down.restart(now);
        }
        silent = 0;
        double filtered = band.step(value);
        double slope = last == last ? filtered - last : 0;
        last = filtered;
        shape.step(filtered);
        double smoothed = smooth.step(value);
        double rise = lastSmooth == lastSmooth ? smoothed - lastSmooth : 0;
        lastSmooth = smoothed;
        boolean upright = polarity.step(filtered, slope) > 0;
        double usual = intervals.count() < 3 ? rateHz * 0.6 : intervals.median();
        double refractory = Math.max(REFRACTORY_SECONDS * rateHz, REFRACTORY_SHARE * usual);
        boolean rises = up.step(slope, rise, now, refractory, usual);
        boolean falls = down.step(-slope, -rise, now, refractory, usual);
        if (now < LEARN_SECONDS * rateHz) {
            return false;
        }
        RisingSlope chosen = upright ? up : down;
        if (!(upright ? rises : falls)) {
            return false;
        }
        double at = chosen.steepest() - 0.5 - delay;
        if (lastBeat == lastBeat) {
            if (at - lastBeat < REFRACTORY_SECONDS * rateHz) {
                return false;
            }
            if (at - lastBeat < 2.5 * rateHz) {
                intervals.add(at - lastBeat);
            }
        }
        lastBeat = at;
        beatSample = at;
        shape.pulse(at);
        return true;
    }

    /** Where the steepest rise of the announced pulse was, in samples from the first step (0), between samples. */
    public double beatSample() {
        return beatSample;
    }

    /** Whether the newest waves are so unlike each other that they are no pulse: noise, a hand that moves. */
    public boolean poor() {
        return shape.likeness() < ALIKE;
    }

    /** How many values were taken in. */
    public long samples() {
        return samples;
    }
}
