package org.stillpoint.metric;

import org.stillpoint.signal.MovingQuantile;
import org.stillpoint.signal.RrVerdict;

/**
 * Tension of a muscle on the trunk with the heart taken out: RMS over a second of those stretches in which no heart beat
 * lies.
 *
 * <p>Power in blocks of 25 ms, judged 0.4 s later, when the beats are known: blocks from 60 ms before to 100 ms after an R
 * wave are left out. Without an ECG, and 3 s after its last beat, the median of the second's blocks stands for them, with
 * the chi-square distribution's difference between median and mean put back. In: filtered values of one channel, beats. Out:
 * µV within the band that the name states; absent until a second with at least half of its blocks has come, when half a
 * second had no usable value, and under twice the noise floor.
 */
final class MuscleWithoutHeart implements Meter {

    static final double WINDOW_SECONDS = 1;

    private static final double BLOCK_SECONDS = 0.025;
    private static final int BLOCKS = 40;
    private static final int WAIT_BLOCKS = 16;
    private static final double BEFORE_SECONDS = 0.06;
    private static final double AFTER_SECONDS = 0.1;
    private static final double BEAT_STALE_SECONDS = 3;

    private final double least;
    private final boolean heart;
    private final double medianToMean;
    private final MuscleBlocks blocks;
    private final double[] powers = new double[BLOCKS + WAIT_BLOCKS];
    private final double[] ends = new double[BLOCKS + WAIT_BLOCKS];
    private final boolean[] beaten = new boolean[BLOCKS + WAIT_BLOCKS];
    private final MovingQuantile second = new MovingQuantile(BLOCKS);
    private int count;
    private double lastBeat = Double.NEGATIVE_INFINITY;
    private double value = Double.NaN;

    private MuscleWithoutHeart(Ground ground) {
        least = 2 * ground.floorMicrovolts();
        heart = ground.heart();
        EmgBand band = ground.band();
        double width = band.known() ? band.highHz() - band.lowHz() : ground.rateHz() / 2;
        double freedom = Math.max(1, 2 * width * BLOCK_SECONDS);
        // Wilson and Hilferty: median of chi-square with f degrees of freedom = f (1 - 2 / 9 f)^3
        medianToMean = 1 / StrictMath.pow(1 - 2 / (9 * freedom), 3);
        blocks = new MuscleBlocks(ground, BLOCK_SECONDS);
    }

    static Measure measure() {
        return new MuscleKind("muscle_without_heart", "heart taken out", "", WINDOW_SECONDS, MuscleWithoutHeart::new);
    }

    @Override
    public void beat(double tSeconds, double rrMillis, RrVerdict verdict) {
        if (!heart || !Double.isFinite(tSeconds)) {
            return;
        }
        lastBeat = Math.max(lastBeat, tSeconds);
        for (int i = 0; i < Math.min(count, powers.length); i++) {
            beaten[i] |= near(ends[i], tSeconds);
        }
    }

    private static boolean near(double end, double beat) {
        return end > beat - BEFORE_SECONDS && end - BLOCK_SECONDS < beat + AFTER_SECONDS;
    }

    @Override
    public void step(double sample, double tSeconds) {
        if (!blocks.step(sample, tSeconds)) {
            return;
        }
        int place = count++ % powers.length;
        powers[place] = blocks.rms() * blocks.rms();
        ends[place] = blocks.endSeconds();
        beaten[place] = near(ends[place], lastBeat);
        if (count >= powers.length) {
            boolean gated = heart && tSeconds - lastBeat < BEAT_STALE_SECONDS;
            value = level(gated);
        }
    }

    private double level(boolean gated) {
        second.clear();
        double sum = 0;
        int used = 0;
        for (int i = 0; i < BLOCKS; i++) {
            int place = (count + i) % powers.length;
            if (powers[place] == powers[place] && !(gated && beaten[place])) {
                sum += powers[place];
                second.add(powers[place]);
                used++;
            }
        }
        if (2 * used < BLOCKS) {
            return Double.NaN;
        }
        return Math.sqrt(gated ? sum / used : medianToMean * second.median());
    }

    @Override
    public double value() {
        return reason() == Absence.NONE ? value : Double.NaN;
    }

    @Override
    public Absence reason() {
        if (blocks.reason() != Absence.NONE) {
            return blocks.reason();
        }
        if (value != value) {
            return count < powers.length ? Absence.NOT_ENOUGH_YET : Absence.ARTEFACTS;
        }
        return value < least ? Absence.SENSOR_LIMIT : Absence.NONE;
    }

    @Override
    public void reset() {
        blocks.clear();
        count = 0;
        lastBeat = Double.NEGATIVE_INFINITY;
        value = Double.NaN;
    }
}
