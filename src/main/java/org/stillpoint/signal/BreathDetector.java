package org.stillpoint.signal;

/**
 * Finds breaths in a belt's signal: where in-breath and out-breath begin and end.
 *
 * <p>In: one value a sample, larger = more air; NaN is a sample without a value. The signal is averaged to about 25
 * values a second and smoothed by a symmetric window, so the delay is the same at every breathing rate and is taken out:
 * no high-pass, which would mark 6 breaths a minute half a second early. A turning point is confirmed when the signal has
 * come back by a share of the recent swing. Beginnings and ends are not the lowest and highest points, which on a pause lie
 * anywhere, but come from the shape of all values around the turn ({@link BreathTurn}); they are given once and not
 * changed afterwards. One instance a channel, one thread, no allocation in {@link #step}.
 */
public final class BreathDetector {

    private static final double INNER_HZ = 25;
    private static final double SMOOTH_SECONDS = 0.6;
    private static final double CONFIRM_SHARE = 0.4;
    /** The share of that swing that counts as recent: a low quantile, so that one sigh does not hide what follows. */
    private static final double USUAL = 0.2;

    /** And no less of the whole span of the last seconds: waves of the heart on a long pause are no breaths. */
    private static final double SPAN_SHARE = 0.2;

    /** A chest rises sooner than a half cosine: what has passed at the confirmation counts as more of the whole. */
    private static final double STEEPER = 1.25;

    private static final double RING_SECONDS = 40;

    private final int block;
    private final double rateHz;
    private final double innerHz;
    private final double[] weights;
    private final double[] raw;
    private final BreathTurn shape;
    private final RecentSpan span;
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
    private double inhale = Double.NaN;
    private double exhale = Double.NaN;
    private double end = Double.NaN;
    private double inhaleEnd = Double.NaN;
    private double exhaleEnd = Double.NaN;
    private double depth = Double.NaN;
    private double bottom = Double.NaN;
    private double previousInhale = Double.NaN;

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
        raw = new double[weights.length + (int) Math.ceil(RING_SECONDS * innerHz)];
        shape = new BreathTurn(raw, innerHz);
        span = new RecentSpan(innerHz);
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
        return turn(smoothed, blocks - 1);
    }

    private void restart() {
        firstBlock = blocks;
        high = Double.NEGATIVE_INFINITY;
        low = Double.POSITIVE_INFINITY;
        direction = 0;
        inhale = Double.NaN;
        exhale = Double.NaN;
        bottom = Double.NaN;
        span.clear();
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
        double least = SPAN_SHARE * span.step(value);
        double need = CONFIRM_SHARE * swings.quantile(USUAL);
        if (need != need) {
            // the first breath: its own swing is all there is
            if (at - firstBlock < weights.length + innerHz) {
                return BreathEvent.NONE;
            }
            need = Math.max(0.4 * (high - low), Double.MIN_NORMAL);
        }
        need = Math.max(need, least);
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
        boolean fits = bottom == bottom && pause(bottom, highAt, high, at);
        exhale = sample(fits ? shape.leaves() : highAt - (weights.length - 1) / 2.0);
        inhaleEnd = fits ? sample(shape.arrives()) : exhale;
        return BreathEvent.EXHALE;
    }

    private BreathEvent trough(double value, long at) {
        direction = 1;
        boolean fits = high > Double.NEGATIVE_INFINITY && pause(high, lowAt, low, at);
        double began = sample(fits ? shape.leaves() : lowAt - (weights.length - 1) / 2.0);
        bottom = low;
        high = value;
        highAt = at;
        boolean ended = inhale == inhale && exhale > inhale;
        if (ended) {
            previousInhale = inhale;
            end = began;
            exhaleEnd = fits ? sample(shape.arrives()) : began;
        }
        inhale = began;
        return ended ? BreathEvent.BREATH : BreathEvent.INHALE;
    }

    /** Looks for the pause around a turning point: {@link BreathTurn#arrives} and {@link BreathTurn#leaves}. */
    private boolean pause(double before, long turnAt, double turn, long at) {
        int half = (weights.length - 1) / 2;
        long oldest = Math.max(firstBlock, at - raw.length + 8);
        long from = Math.max(oldest, turnAt - half);
        double middle = (before + turn) / 2;
        while (from > oldest && (held(from) - middle) * (turn - middle) > 0) {
            from--;
        }
        if (!(at - from >= 8) || from <= oldest) {
            return false;
        }
        double reached = (held(at) + held(at - 1) + held(at - 2)) / 3 - turn;
        double usual = swings.median();
        double share = usual > 0 ? Math.abs(reached) / usual : 0.5;
        double left = (held(from) - turn) / (before - turn);
        shape.fit(from, left, at, STEEPER * share);
        return shape.leaves() == shape.leaves();
    }

    private double held(long at) {
        return raw[(int) (at % raw.length)];
    }

    /** From blocks to samples. */
    private double sample(double blockAt) {
        return blockAt * block + (block - 1) / 2.0;
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

    /** Where its in-breath ended: the pause before the out-breath lies between. */
    public double inhaleEndSample() {
        return inhaleEnd;
    }

    /** Where its out-breath ended: the pause before the next in-breath lies between. */
    public double exhaleEndSample() {
        return exhaleEnd;
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
