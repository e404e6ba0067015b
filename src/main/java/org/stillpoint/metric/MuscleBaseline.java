package org.stillpoint.metric;

import org.stillpoint.signal.MovingQuantile;

/**
 * A muscle's moving baseline: the level that 10 or 50 % of the last minute lay under, of RMS in blocks of 0.25 s.
 *
 * <p>In: filtered values of one channel. Out: µV within the band that the name states; absent until a minute of usable
 * blocks has come, when half a second had no usable value, and under twice the noise floor.
 */
final class MuscleBaseline implements Meter {

    static final double WINDOW_SECONDS = 60;

    private static final double BLOCK_SECONDS = 0.25;
    private static final int BLOCKS = (int) (WINDOW_SECONDS / BLOCK_SECONDS);

    private final double share;
    private final double least;
    private final MuscleBlocks blocks;
    private final MovingQuantile levels = new MovingQuantile(BLOCKS);
    private double value = Double.NaN;

    private MuscleBaseline(Ground ground, double share) {
        this.share = share;
        least = 2 * ground.floorMicrovolts();
        blocks = new MuscleBlocks(ground, BLOCK_SECONDS);
    }

    /** The level of the quietest tenth. */
    static Measure quiet() {
        return new MuscleKind("muscle_p10", "quietest tenth", "", WINDOW_SECONDS, g -> new MuscleBaseline(g, 0.1));
    }

    /** The level of the middle. */
    static Measure middle() {
        return new MuscleKind("muscle_p50", "median", "", WINDOW_SECONDS, g -> new MuscleBaseline(g, 0.5));
    }

    @Override
    public void step(double sample, double tSeconds) {
        if (blocks.step(sample, tSeconds)) {
            levels.add(blocks.rms());
            value = levels.count() < BLOCKS ? Double.NaN : levels.quantile(share);
        }
    }

    @Override
    public double value() {
        return reason() == Absence.NONE ? value : Double.NaN;
    }

    @Override
    public Absence reason() {
        if (blocks.reason() != Absence.NONE || value != value) {
            return blocks.reason() != Absence.NONE ? blocks.reason() : Absence.NOT_ENOUGH_YET;
        }
        return value < least ? Absence.SENSOR_LIMIT : Absence.NONE;
    }

    @Override
    public void reset() {
        blocks.clear();
        levels.clear();
        value = Double.NaN;
    }
}
