package org.stillpoint.signal;

/**
 * Notices movement: swings within two seconds (long enough for a beat of the slowest heart; muscle: half a second) that are
 * several times the usual ones. A muscle's movement lies under its band, but a strong contraction leaks there: it is movement
 * only where the slow swing is also no less than half of the fast one. One thread, no allocation in {@link #step}.
 */
final class SwingWatch {

    private static final int LEAST_BLOCKS = 3;
    private static final double SLOW_SHARE = 0.5;

    private final int block;
    private final int holdSamples;
    private final double limit;
    private final RecentMedian usual = new RecentMedian(30);
    private final BiquadCascade slow;
    private double fastHigh = Double.NEGATIVE_INFINITY;
    private double fastLow = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private double low = Double.POSITIVE_INFINITY;
    private int count;
    private int hold;

    SwingWatch(double rateHz, Modality modality) {
        // a muscle's own signal may grow a hundredfold: only what lies under its band is movement
        boolean muscle = modality == Modality.EMG && rateHz > 60;
        block = Math.max(2, (int) Math.round((muscle ? 0.5 : 2) * rateHz));
        holdSamples = (int) Math.round(0.5 * rateHz);
        slow = muscle ? Butterworth.lowPass(2, 10, rateHz) : null;
        limit = muscle ? 25 : modality == Modality.ECG ? 4 : 3.5;
    }

    void step(double value) {
        double x = slow == null ? value : slow.step(value);
        high = Math.max(high, x);
        low = Math.min(low, x);
        if (slow != null) {
            fastHigh = Math.max(fastHigh, value - x);
            fastLow = Math.min(fastLow, value - x);
        }
        double typical = usual.median();
        if (usual.count() >= LEAST_BLOCKS && high - low > limit * typical && typical > 0 && !strong()) {
            hold = holdSamples;
        } else {
            hold = Math.max(0, hold - 1);
        }
        if (++count < block) {
            return;
        }
        double swing = high - low;
        if (Double.isFinite(swing)) {
            usual.add(swing);
        }
        // the next block begins where this one ends, so that a jump between the two is seen
        high = x;
        low = x;
        fastHigh = value - x;
        fastLow = fastHigh;
        count = 0;
    }

    /** Whether the muscle itself is the louder. */
    private boolean strong() {
        return slow != null && high - low < SLOW_SHARE * (fastHigh - fastLow);
    }

    /** A value that is known to be no signal: the block begins anew. */
    void skip() {
        high = Double.NEGATIVE_INFINITY;
        low = Double.POSITIVE_INFINITY;
        fastHigh = Double.NEGATIVE_INFINITY;
        fastLow = Double.POSITIVE_INFINITY;
        count = 0;
        hold = 0;
    }

    boolean moving() {
        return hold > 0;
    }
}
