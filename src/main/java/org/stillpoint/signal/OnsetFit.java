package org.stillpoint.signal;

/**
 * Finds where a contraction began, from the powers of the newest blocks: rest, then an amplitude that rises on a straight
 * line to its height. Of all beginnings and lengths of rise the likeliest is taken, block powers being chi-square about
 * their mean. A slow rise is so traced back to its foot, long before it crosses any threshold.
 *
 * <p>A block is counted at no more than a few times the median around it, which takes a QRS out. No allocation after
 * construction; one thread.
 */
final class OnsetFit {

    private static final int MOST = 120;
    private static final int LEAST_REST = 8;
    private static final double CLIP = 2.5;
    private static final double LOUD = 3;
    private static final int SHORT = 6;
    private static final int BACK = 3;
    private static final int[] RISES = {1, 2, 4, 8, 16, 24, 40, 64, 96};

    private final int reach;
    private final double[] powers = new double[MOST];
    private final double[] medians = new double[MOST];
    private final double[] seen = new double[MOST];
    private long blocks;

    /** @param around blocks that a median covers */
    OnsetFit(int around) {
        reach = around / 2;
    }

    /** Takes the power of a block, NaN where it has none. */
    void add(double power) {
        powers[(int) (blocks++ % MOST)] = power;
        medians[(int) ((blocks - 1) % MOST)] = Double.NaN;
    }

    /** Takes the median of the newest blocks, which is that around an earlier one. */
    void median(double median) {
        if (blocks > reach) {
            medians[(int) ((blocks - 1 - reach) % MOST)] = median;
        }
    }

    /**
     * Block in which the newest contraction began, to a tenth; counted from the first taken.
     *
     * @param quiet resting power as far as known
     * @param oldest no block before this one is looked at
     * @param newestMedian power now
     */
    double onset(double quiet, long oldest, double newestMedian) {
        long from = Math.max(Math.max(0, oldest), blocks - MOST);
        int n = (int) (blocks - from);
        for (int i = 0; i < n; i++) {
            int place = (int) ((from + i) % MOST);
            double around = medians[place] == medians[place] ? medians[place] : newestMedian;
            seen[i] = Math.min(powers[place], CLIP * Math.max(around, quiet));
        }
        leaveOutShort(n, LOUD * quiet);
        double best = Double.NEGATIVE_INFINITY;
        int bestAt = n - 1;
        double restSum = 0;
        int rested = 0;
        for (int at = 0; at < n; at++) {
            double rest = rested < LEAST_REST ? quiet : Math.max(quiet / 2, Math.min(2 * quiet, restSum / rested));
            double before = rested == 0 ? 0 : -(rested * StrictMath.log(rest) + restSum / rest);
            for (int rise : RISES) {
                if (rise > n - at + reach) {
                    break;
                }
                double likely = before + after(at, n, rise, rest);
                if (likely > best) {
                    best = likely;
                    bestAt = at;
                }
            }
            if (seen[at] == seen[at]) {
                restSum += seen[at];
                rested++;
            }
        }
        return from + bestAt;
    }

    /** A loud run that falls back to rest within 150 ms is a heart beat and no beginning: it and its edges say nothing. */
    private void leaveOutShort(int n, double level) {
        int from = 0;
        while (from < n) {
            if (!(seen[from] > level)) {
                from++;
                continue;
            }
            int to = from;
            while (to < n && seen[to] > level) {
                to++;
            }
            boolean back = to + BACK <= n;
            for (int i = to; i < to + BACK && back; i++) {
                back = !(seen[i] > level);
            }
            for (int i = Math.max(0, from - 1); i <= to && back && to - from <= SHORT; i++) {
                seen[i] = Double.NaN;
            }
            from = to;
        }
    }

    /** Log likelihood of the blocks from one on. */
    private double after(int at, int n, int rise, double rest) {
        double over = 0;
        double shape = 0;
        for (int i = at; i < n; i++) {
            if (seen[i] == seen[i]) {
                double e = Math.min(1, (i - at + 0.5) / rise);
                over += seen[i] - rest;
                shape += e * e;
            }
        }
        double height = shape > 0 ? Math.max(0, over / shape) : 0;
        double sum = 0;
        double product = 1;
        int used = 0;
        for (int i = at; i < n; i++) {
            if (seen[i] == seen[i]) {
                double e = Math.min(1, (i - at + 0.5) / rise);
                double mean = 1 + e * e * height / rest;
                product *= mean;
                sum += seen[i] / (rest * mean);
                // a logarithm of a few factors at once
                if (++used % 8 == 0) {
                    sum += StrictMath.log(product);
                    product = 1;
                }
            }
        }
        return -(sum + StrictMath.log(product) + used * StrictMath.log(rest));
    }
}
