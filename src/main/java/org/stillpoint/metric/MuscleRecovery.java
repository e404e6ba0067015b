package org.stillpoint.metric;

/**
 * How long a muscle takes to come to rest after an effort: from the effort's release, where its level falls under half of its
 * peak, to the first of four blocks under the mean and two standard deviations of the rest before it.
 *
 * <p>RMS in blocks of 0.25 s; rest = up to a minute of blocks before the effort, its last second left out; an effort = two
 * blocks over that limit and over twice the mean. In: filtered values of one channel. Out: seconds, of the newest effort;
 * absent until ten seconds of rest have come and an effort has ended; unclear when the muscle is not back within two minutes.
 * The limits are engineering choices.
 */
final class MuscleRecovery implements Meter {

    static final double WINDOW_SECONDS = 10;

    private static final double BLOCK_SECONDS = 0.25;
    private static final int KEPT = 240;
    private static final int LEFT_OUT = 4;
    private static final int LEAST = (int) (WINDOW_SECONDS / BLOCK_SECONDS);
    private static final int BACK_BLOCKS = 4;
    private static final double LONGEST_SECONDS = 120;

    private final MuscleBlocks blocks;
    private final double[] rest = new double[KEPT + LEFT_OUT];
    private int rested;
    private boolean effort;
    private int over;
    private int back;
    private double limit = Double.NaN;
    private double mean = Double.NaN;
    private double peak;
    private double began = Double.NaN;
    private double released = Double.NaN;
    private double value = Double.NaN;
    private Absence reason = Absence.NOT_ENOUGH_YET;

    private MuscleRecovery(Ground ground) {
        blocks = new MuscleBlocks(ground, BLOCK_SECONDS);
    }

    static Measure measure() {
        return new MuscleKind("muscle_recovery", "recovery after effort", "s", WINDOW_SECONDS, MuscleRecovery::new);
    }

    @Override
    public void step(double sample, double tSeconds) {
        if (!blocks.step(sample, tSeconds) || blocks.rms() != blocks.rms()) {
            return;
        }
        if (effort) {
            follow(blocks.rms(), blocks.endSeconds());
        } else {
            wait(blocks.rms(), blocks.endSeconds());
        }
    }

    private void wait(double level, double end) {
        rest[rested++ % rest.length] = level;
        if (rested < LEAST + LEFT_OUT) {
            return;
        }
        if (reason == Absence.NOT_ENOUGH_YET) {
            reason = Absence.NO_EFFORT;
        }
        usual();
        over = level > limit && level > 2 * mean ? over + 1 : 0;
        if (over == 2) {
            effort = true;
            over = 0;
            back = 0;
            peak = level;
            began = end;
            released = end;
        }
    }

    /** Mean and limit of the rest, its newest second left out. */
    private void usual() {
        int n = Math.min(rested, rest.length) - LEFT_OUT;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += rest[(rested - 1 - LEFT_OUT - i) % rest.length];
        }
        mean = sum / n;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double off = rest[(rested - 1 - LEFT_OUT - i) % rest.length] - mean;
            squares += off * off;
        }
        limit = mean + 2 * Math.sqrt(squares / (n - 1));
    }

    private void follow(double level, double end) {
        peak = Math.max(peak, level);
        if (level >= peak / 2) {
            released = end;
        }
        back = level <= limit ? back + 1 : 0;
        if (back == BACK_BLOCKS) {
            value = Math.max(0, end - BACK_BLOCKS * BLOCK_SECONDS - released);
            reason = Absence.NONE;
            effort = false;
        } else if (end - began > LONGEST_SECONDS) {
            value = Double.NaN;
            reason = Absence.UNCLEAR;
            effort = false;
            rested = 0;
        }
    }

    @Override
    public double value() {
        return reason() == Absence.NONE ? value : Double.NaN;
    }

    @Override
    public Absence reason() {
        return blocks.reason() == Absence.NONE ? reason : blocks.reason();
    }

    @Override
    public void reset() {
        blocks.clear();
        rested = 0;
        effort = false;
        over = 0;
        back = 0;
        value = Double.NaN;
        reason = Absence.NOT_ENOUGH_YET;
    }
}
