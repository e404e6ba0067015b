package org.stillpoint.metric;

/**
 * How much a muscle rests: share of the last minute under the level of rest, or gaps a minute, a gap being at least 0.2 s
 * under it. Level of rest: the larger of three noise floors and the level chosen for the session. RMS in blocks of 0.1 s.
 *
 * <p>In: filtered values of one channel. Out: percent, or gaps a minute; absent until a minute of usable blocks has come,
 * when half a second had no usable value, and where neither noise floor nor level is known.
 *
 * <p>Source: Hansson et al., Ergonomics 43 (2000) 1490-1508 (gaps); Veiersted, Forsman, Hansson and Mathiassen, J.
 * Electromyogr. Kinesiol. 23 (2013) 1015-1021 (time share). The level of rest is an engineering choice.
 */
final class MuscleRest implements Meter {

    static final double WINDOW_SECONDS = 60;

    private static final double BLOCK_SECONDS = 0.1;
    private static final int BLOCKS = (int) (WINDOW_SECONDS / BLOCK_SECONDS);
    private static final int GAP_BLOCKS = 2;

    private final boolean gaps;
    private final double restLevel;
    private final MuscleBlocks blocks;
    private final boolean[] resting = new boolean[BLOCKS];
    private long count;
    private double value = Double.NaN;

    private MuscleRest(Ground ground, boolean gaps) {
        this.gaps = gaps;
        restLevel = ground.restLevelMicrovolts();
        blocks = new MuscleBlocks(ground, BLOCK_SECONDS);
    }

    static Measure time() {
        return new MuscleKind("muscle_rest", "time at rest", "%", WINDOW_SECONDS, g -> new MuscleRest(g, false));
    }

    static Measure gaps() {
        return new MuscleKind("muscle_gaps", "rest gaps", "/min", WINDOW_SECONDS, g -> new MuscleRest(g, true));
    }

    @Override
    public void step(double sample, double tSeconds) {
        if (!blocks.step(sample, tSeconds) || blocks.rms() != blocks.rms()) {
            return;
        }
        resting[(int) (count++ % BLOCKS)] = blocks.rms() < restLevel;
        if (count >= BLOCKS) {
            value = gaps ? countGaps() : share();
        }
    }

    private double share() {
        int rest = 0;
        for (boolean one : resting) {
            rest += one ? 1 : 0;
        }
        return 100.0 * rest / BLOCKS;
    }

    private double countGaps() {
        int found = 0;
        int run = 0;
        for (int i = 0; i < BLOCKS; i++) {
            run = resting[(int) ((count + i) % BLOCKS)] ? run + 1 : 0;
            found += run == GAP_BLOCKS ? 1 : 0;
        }
        return found;
    }

    @Override
    public double value() {
        return reason() == Absence.NONE ? value : Double.NaN;
    }

    @Override
    public Absence reason() {
        if (restLevel != restLevel) {
            return Absence.NO_REFERENCE;
        }
        if (blocks.reason() != Absence.NONE) {
            return blocks.reason();
        }
        return value == value ? Absence.NONE : Absence.NOT_ENOUGH_YET;
    }

    @Override
    public void reset() {
        blocks.clear();
        count = 0;
        value = Double.NaN;
    }
}
