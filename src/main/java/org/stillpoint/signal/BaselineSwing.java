package org.stillpoint.signal;

/**
 * How far an ECG swings between its beats, in 2-7 Hz: above breath and slow wander, below the QRS. Electrodes that move are
 * heard there first.
 *
 * <p>Mean size in blocks of a quarter second, of which the lower ones of the newest three seconds count: a single T wave,
 * a single pop does not lift it. Against the beats, and against the lower third of the newest five minutes, it tells how
 * far it has grown. One thread, no allocation in {@link #step}.
 */
final class BaselineSwing {

    private static final double LOW_HZ = 2;
    private static final double HIGH_HZ = 7;
    private static final double BLOCK_SECONDS = 0.25;
    private static final int BLOCKS = 12;
    private static final double SHARE = 0.4;

    private static final int LONG = 1200;
    private static final int LEAST = 40;
    private static final double CALM_SHARE = 0.3;

    private final BiquadCascade band;
    private final int block;
    private final RecentMedian blocks = new RecentMedian(BLOCKS);
    private final RecentMedian shares = new RecentMedian(LONG);
    private double grown = 1;
    private double sum;
    private int count;

    BaselineSwing(double rateHz) {
        band = Butterworth.bandPass(2, LOW_HZ, HIGH_HZ, rateHz);
        block = Math.max(1, (int) Math.round(BLOCK_SECONDS * rateHz));
    }

    /** @param beatLevel how large the beats are, in a unit that grows with the signal's */
    void step(double value, double beatLevel) {
        sum += Math.abs(band.step(value));
        if (++count < block) {
            return;
        }
        blocks.add(sum / block);
        sum = 0;
        count = 0;
        double share = blocks.quantile(SHARE) / beatLevel;
        if (blocks.count() < BLOCKS || !(share < Double.POSITIVE_INFINITY)) {
            return;
        }
        grown = shares.count() < LEAST ? 1 : share / shares.quantile(CALM_SHARE);
        shares.add(share);
    }

    void settle(double value) {
        band.settle(value);
        blocks.clear();
        sum = 0;
        count = 0;
    }

    /** How many times its usual size it has; 1 until the usual is known. */
    double grown() {
        return grown;
    }
}
