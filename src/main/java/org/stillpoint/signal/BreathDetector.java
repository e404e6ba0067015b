package org.stillpoint.signal;

/**
 * Finds breaths in a belt's signal: where in-breath and out-breath begin.
 *
 * <p>In: one value a sample, larger = more air; NaN is a sample without a value. The signal is averaged to about 25
 * values a second and smoothed by a symmetric window, so the delay is the same at every breathing rate and is taken out:
 * no high-pass, which would mark 6 breaths a minute half a second early. A turning point is confirmed when the signal has
 * come back by a share of the recent swing. After a pause the beginning is not the lowest point of a flat stretch but is
 * drawn back from the rise itself. One instance a channel, one thread, no allocation in {@link #step}.
 */
public final class BreathDetector {

    private static final double INNER_HZ = 25;
    private static final double SMOOTH_SECONDS = 0.6;
    private static final double CONFIRM_SHARE = 0.4;

    /** Blocks over which a slope is taken. */
    private static final int SLOPE = 3;

    /** How much farther back the foot of a half cosine lies than its tangent at the confirming share meets the ground. */
    private static final double FOOT = StrictMath.acos(1 - 2 * CONFIRM_SHARE)
            * StrictMath.sin(StrictMath.acos(1 - 2 * CONFIRM_SHARE))
            / (2 * CONFIRM_SHARE);

    private static final double USUAL = 0.2;
    private static final double PAUSE_SHARE = 0.2;
    private static final double RING_SECONDS = 40;

    private final int block;
    private final double rateHz;
    private final double innerHz;
    private final double[] weights;
    private final double[] raw;
    private final double[] smooth;
    private final RecentMedian swings = new RecentMedian(5);
    private double sum;
    private int inBlock;
    private int valid;
    private long samples;
    private long blocks;
    private long firstBlock;
    private int lost;
    private double high = Double.NEGATIVE_INFINITY;
    private double low = Double.POSITIVE_INFINITY;
    private long highAt;
    private long lowAt;
    private int direction;
    private boolean whole;
    private double inhale = Double.NaN;
    private double exhale = Double.NaN;
    private double end = Double.NaN;
    private double depth = Double.NaN;
    private double bottom = Double.NaN;
    private double previousInhale = Double.NaN;
    private double lastIn = Double.NaN;
    private double lastOut = Double.NaN;

    /** @throws IllegalArgumentException if the rate is under 4 Hz */
    public BreathDetector(double rateHz) {
        SampleRate.check("a belt", rateHz, 4);
        this.rateHz = rateHz;
        block = Math.max(1, (int) Math.round(rateHz / INNER_HZ));
        innerHz = rateHz / block;
        int half = Math.max(1, (int) Math.round(SMOOTH_SECONDS * innerHz / 2));
        weights = new double[2 * half + 1];
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * (i + 1) / (weights.length + 1));
            total += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= total;
        }
        raw = new double[weights.length];
        smooth = new double[(int) Math.ceil(RING_SECONDS * innerHz)];
    }

    /** Takes one value; tells what was found on this sample. */
    public BreathEvent step(double value) {
        samples++;
        if (Double.isFinite(value)) {
            sum += value;
            valid++;
        }
        if (++inBlock < block) {
            return BreathEvent.NONE;
        }
        double mean = valid > 0 ? sum / valid : Double.NaN;
        sum = 0;
        valid = 0;
        inBlock = 0;
        return take(mean);
    }

    private BreathEvent take(double mean) {
        if (mean != mean) {
            lost++;
            if (lost > innerHz / 2) {
                restart();
            }
            if (blocks == firstBlock) {
                blocks++;
                firstBlock++;
                return BreathEvent.NONE;
            }
            mean = raw[(int) ((blocks - 1) % raw.length)];
        } else {
            lost = 0;
        }
        raw[(int) (blocks % raw.length)] = mean;
        blocks++;
        if (blocks - firstBlock < weights.length) {
            return BreathEvent.NONE;
        }
        double smoothed = 0;
        for (int i = 0; i < weights.length; i++) {
            smoothed += weights[i] * raw[(int) ((blocks - weights.length + i) % raw.length)];
        }
        long at = blocks - 1;
        smooth[(int) (at % smooth.length)] = smoothed;
        return turn(smoothed, at);
    }

    private void restart() {
        firstBlock = blocks;
        high = Double.NEGATIVE_INFINITY;
        low = Double.POSITIVE_INFINITY;
        direction = 0;
        whole = false;
        inhale = Double.NaN;
        exhale = Double.NaN;
    }

    private BreathEvent turn(double value, long at) {
        if (value > high) {
            high = value;
            highAt = at;
        }
        if (value < low) {
            low = value;
            lowAt = at;
        }
        double need = CONFIRM_SHARE * swings.quantile(USUAL);
        if (need != need) {
            // the first breath: its own swing is all there is
            if (at - firstBlock < weights.length + innerHz) {
                return BreathEvent.NONE;
            }
            need = Math.max(0.4 * (high - low), Double.MIN_NORMAL);
        }
        if (direction >= 0 && high - value > need) {
            return crest(value, at);
        }
        if (direction <= 0 && value - low > need) {
            return trough(value, at);
        }
        return BreathEvent.NONE;
    }

    private BreathEvent crest(double value, long at) {
        direction = -1;
        low = value;
        lowAt = at;
        if (bottom == bottom) {
            depth = high - bottom;
            swings.add(depth);
        }
        exhale = sample(departure(highAt, high, at, value)) - lean();
        return BreathEvent.EXHALE;
    }

    private BreathEvent trough(double value, long at) {
        direction = 1;
        double began = sample(departure(lowAt, low, at, value)) + lean();
        bottom = low;
        high = value;
        highAt = at;
        boolean ended = inhale == inhale && exhale > inhale;
        if (ended) {
            previousInhale = inhale;
            end = began;
        }
        inhale = began;
        return ended ? BreathEvent.BREATH : BreathEvent.INHALE;
    }

    /**
     * When the signal left its turning point, which after a flat stretch is later than the turning point itself: the
     * steepest slope since then points back to the foot of a half cosine.
     */
    private double departure(long turnAt, double turn, long at, double value) {
        double steepest = 0;
        for (long i = at; i - SLOPE > turnAt && i > at - smooth.length + SLOPE; i--) {
            steepest = Math.max(steepest, Math.abs(value(i) - value(i - SLOPE)));
        }
        double foot = at - FOOT * SLOPE * Math.abs(value - turn) / steepest;
        // without a pause both are the same but for noise: then the turning point itself is the better of the two
        boolean paused = foot - turnAt > PAUSE_SHARE * (at - turnAt);
        return paused ? Math.min(foot, at) : turnAt;
    }

    /**
     * How far smoothing draws a turning point towards the slower side, in samples: for half cosines of the last breath's
     * lengths, times the mean distance within the window.
     */
    private double lean() {
        double in = exhale - previousInhale;
        double out = end - exhale;
        if (!(in > 0) || !(out > 0)) {
            in = lastIn;
            out = lastOut;
        }
        lastIn = in;
        lastOut = out;
        double share = (out * out - in * in) / (out * out + in * in);
        double mean = (0.25 - 1 / (Math.PI * Math.PI)) * (weights.length + 1) * block;
        return in > 0 && out > 0 ? share * mean : 0;
    }

    private double value(long at) {
        return smooth[(int) (at % smooth.length)];
    }

    /** From blocks to samples, the delay of smoothing and averaging taken out. */
    private double sample(double blockAt) {
        double centre = blockAt - (weights.length - 1) / 2.0;
        return centre * block + (block - 1) / 2.0;
    }

    /** Start of the in-breath of the newest breath: of the one that has just ended on BREATH. */
    public double inhaleSample() {
        return end == inhale ? previousInhale : inhale;
    }

    /** Start of its out-breath. */
    public double exhaleSample() {
        return exhale;
    }

    /** End of the newest whole breath, which is the start of the next in-breath. */
    public double endSample() {
        return end;
    }

    /** From the foot of the newest in-breath to its crest, in the unit of the values. */
    public double depth() {
        return depth;
    }

    /** How many values were taken in. */
    public long samples() {
        return samples;
    }
}
