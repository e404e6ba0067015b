package org.stillpoint.signal;

/**
 * Notices movement: swings within half a second that are several times the usual ones of the last half minute. One
 * thread, no allocation in {@link #step}.
 */
final class SwingWatch {

    private final int block;
    private final double limit;
    private final RecentMedian usual = new RecentMedian(60);
    private final BiquadCascade slow;
    private double high = Double.NEGATIVE_INFINITY;
    private double low = Double.POSITIVE_INFINITY;
    private int count;
    private int hold;

    SwingWatch(double rateHz, Modality modality) {
        block = Math.max(2, (int) Math.round(rateHz / 2));
        // a muscle's own signal may grow a hundredfold: only what lies under its band is movement
        boolean muscle = modality == Modality.EMG && rateHz > 60;
        slow = muscle ? Butterworth.lowPass(2, 10, rateHz) : null;
        limit = muscle ? 25 : modality == Modality.ECG ? 4 : 3.5;
    }

    void step(double value) {
        double x = slow == null ? value : slow.step(value);
        high = Math.max(high, x);
        low = Math.min(low, x);
        double typical = usual.median();
        if (usual.count() >= 6 && high - low > limit * typical && typical > 0) {
            hold = 2;
        }
        if (++count < block) {
            return;
        }
        double swing = high - low;
        if (Double.isFinite(swing)) {
            usual.add(swing);
        }
        hold = Math.max(0, hold - 1);
        // the next block begins where this one ends, so that a jump between the two is seen
        high = x;
        low = x;
        count = 0;
    }

    boolean moving() {
        return hold > 0;
    }
}
