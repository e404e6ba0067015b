package org.stillpoint.acquisition;

import java.util.concurrent.TimeUnit;

/**
 * Samples that came after a pause and wait until it is known how many are missing in front of them.
 *
 * <p>Bytes come late, never early, so the least of what seems to be missing is nearest to the truth. A loss is a verdict
 * only when the backlog has been read and it does not shrink any more, for a busy machine is late too. One thread;
 * allocates nothing.
 */
final class HeldSamples {

    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(600);
    private static final double SHRINKS_SECONDS = 0.01;
    private static final double BUSY_SECONDS = 0.1;

    private final int channels;
    private final double[] codes;
    private final boolean[] lost;
    private final double[] row;
    private int count;
    private long countedLoss;
    private double leastMissing;
    private long sinceNanos;

    HeldSamples(int channels, int capacity) {
        this.channels = channels;
        this.codes = new double[channels * capacity];
        this.lost = new boolean[capacity];
        this.row = new double[channels];
    }

    /** A pause is over. */
    void begin(long nowNanos) {
        count = 0;
        countedLoss = 0;
        leastMissing = Double.POSITIVE_INFINITY;
        sinceNanos = nowNanos;
    }

    int count() {
        return count;
    }

    boolean full() {
        return count == lost.length;
    }

    void add(double[] sample) {
        System.arraycopy(sample, 0, codes, count * channels, channels);
        lost[count++] = false;
    }

    void addLost() {
        lost[count++] = true;
    }

    /** The counter says that samples are missing in front of the first. */
    void countLoss(long samples) {
        countedLoss += samples;
    }

    long countedLoss() {
        return countedLoss;
    }

    /** What seems to be missing at this moment, by the clock. */
    void weigh(double missing, double rateHz, long nowNanos) {
        if (missing < leastMissing - SHRINKS_SECONDS * rateHz) {
            sinceNanos = nowNanos;
        }
        leastMissing = Math.min(leastMissing, missing);
    }

    /** Whether a loss that is seen now will be seen later too. */
    boolean settled(long nowNanos) {
        return nowNanos - sinceNanos > PATIENCE_NANOS;
    }

    /** Missing samples by the clock alone: the line was gone and the counter began anew. */
    long missingByClock() {
        return leastMissing == Double.POSITIVE_INFINITY ? 0 : Math.max(0, Math.round(leastMissing));
    }

    /**
     * Missing samples by the counter, its whole rounds by the clock. Less than a tenth of a second may be nothing but a
     * busy machine: whether it lasts, the clock sees later.
     *
     * @param modulus of the counter; 0 = none
     */
    long missing(int modulus, double rateHz) {
        double uncounted = leastMissing == Double.POSITIVE_INFINITY ? 0 : leastMissing - countedLoss;
        long quantum = Math.max(1, modulus);
        return countedLoss + (uncounted < BUSY_SECONDS * rateHz ? 0 : Math.round(uncounted / quantum) * quantum);
    }

    boolean lost(int place) {
        return lost[place];
    }

    /** The codes of a sample; the same array every time. */
    double[] sample(int place) {
        System.arraycopy(codes, place * channels, row, 0, channels);
        return row;
    }
}
