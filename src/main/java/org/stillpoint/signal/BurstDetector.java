package org.stillpoint.signal;

/**
 * Finds contractions in a muscle's signal: onset, end and peak.
 *
 * <p>In: EMG without offset and mains hum (high-pass, notch), any unit; NaN is a sample without a value. Power in blocks of
 * 25 ms, then the median of eleven: a QRS lasts under four blocks, so the heart in a trunk muscle is not seen. A contraction
 * is two such medians over 4.5 times the resting power, and lasts until they stay under twice of it for 0.2 s; its onset is
 * then traced back in the blocks themselves ({@link OnsetFit}). The resting power is learnt from the first second and
 * follows while the muscle rests. One instance a channel, one thread, no allocation in {@link #step}.
 */
public final class BurstDetector {

    private static final double BLOCK_SECONDS = 0.025;
    private static final int AROUND = 11;
    private static final double ON = 4.5;
    private static final double OFF = 2;
    private static final int OFF_BLOCKS = 8;
    private static final double LEARN_SECONDS = 1;

    private final int block;
    private final double rateHz;
    private final OnsetFit fit = new OnsetFit(AROUND);
    private long freeFrom;
    private final RecentMedian around = new RecentMedian(AROUND);
    private final RecentMedian rest;
    private double sum;
    private int valid;
    private int inBlock;
    private long samples;
    private long blocks;
    private int over;
    private int under;
    private boolean on;
    private double highest;
    private double onset = Double.NaN;
    private double end = Double.NaN;
    private double peak = Double.NaN;

    /** @throws IllegalArgumentException if the rate is under 100 Hz */
    public BurstDetector(double rateHz) {
        SampleRate.check("contractions", rateHz, 100);
        this.rateHz = rateHz;
        block = (int) Math.round(BLOCK_SECONDS * rateHz);
        rest = new RecentMedian((int) Math.round(20 / BLOCK_SECONDS));
    }

    /** Takes one value; tells what was found on this sample. */
    public BurstEvent step(double value) {
        samples++;
        if (Math.abs(value) < 1e150) {
            sum += value * value;
            valid++;
        }
        if (++inBlock < block) {
            return BurstEvent.NONE;
        }
        boolean whole = 2 * valid > block;
        double power = sum / Math.max(1, valid);
        sum = 0;
        valid = 0;
        inBlock = 0;
        blocks++;
        fit.add(whole ? power : Double.NaN);
        return whole ? take(power) : BurstEvent.NONE;
    }

    private BurstEvent take(double power) {
        around.add(power);
        if (around.count() < AROUND) {
            return BurstEvent.NONE;
        }
        double middle = around.median();
        fit.median(middle);
        if (rest.count() < LEARN_SECONDS / BLOCK_SECONDS) {
            rest.add(middle);
            return BurstEvent.NONE;
        }
        double quiet = Math.max(rest.quantile(0.3), Double.MIN_NORMAL);
        if (!on) {
            over = middle > ON * quiet ? over + 1 : 0;
            if (middle < ON * quiet) {
                rest.add(middle);
            }
            if (over < 2) {
                return BurstEvent.NONE;
            }
            on = true;
            over = 0;
            under = 0;
            highest = middle;
            peak = Double.NaN;
            end = Double.NaN;
            onset = fit.onset(quiet, freeFrom, middle) * block;
            return BurstEvent.ON;
        }
        highest = Math.max(highest, middle);
        if (middle < quiet) {
            rest.add(middle);
        }
        under = middle < OFF * quiet ? under + 1 : 0;
        if (under < OFF_BLOCKS) {
            return BurstEvent.NONE;
        }
        on = false;
        peak = Math.sqrt(highest);
        // the median goes down when the louder half has passed
        freeFrom = blocks - OFF_BLOCKS - AROUND / 2;
        end = freeFrom * (double) block;
        return BurstEvent.OFF;
    }

    /** Start of the newest contraction, in samples from the first step. */
    public double onsetSample() {
        return onset;
    }

    /** Its end; NaN while it lasts. */
    public double endSample() {
        return end;
    }

    /** Its highest RMS, in the unit of the values; NaN while it lasts. */
    public double peak() {
        return peak;
    }

    /** RMS at rest as learnt so far; NaN in the first second. */
    public double restLevel() {
        return Math.sqrt(rest.quantile(0.3));
    }

    /** How many values were taken in. */
    public long samples() {
        return samples;
    }
}
