package org.stillpoint.training;

import java.util.Arrays;

/**
 * How a person breathes at rest, and whether the newest breaths are much deeper than that. One thread; allocates nothing
 * after construction.
 *
 * <p>Deeper means: three of the last four breaths over 150 % of the median depth at rest (the limit is our
 * own default). Depth is in belt units: a hint, not a volume.
 */
final class OwnBreath {

    /** What is said while breaths are much deeper than at rest. */
    static final String SOFTER = "Softer, not deeper. Let the out-breath leave by itself.";

    private static final int MOST = 256;
    private static final int LEAST = 5;
    private static final double DEEPER = 1.5;
    private static final int NEWEST = 4;

    private final double[] cycleSeconds = new double[MOST];
    private final double[] depths = new double[MOST];
    private final double[] sorted = new double[MOST];
    private final boolean[] deep = new boolean[NEWEST];
    private int count;
    private int newest;
    private boolean rests;
    private double ratePerMinute = Double.NaN;
    private double depth = Double.NaN;

    /** Whether the breaths from now on are breaths at rest. */
    void rests(boolean now) {
        rests = now;
        Arrays.fill(deep, false);
    }

    void breath(double inhaleSeconds, double endSeconds, double breathDepth) {
        if (rests) {
            if (count < MOST) {
                cycleSeconds[count] = endSeconds - inhaleSeconds;
                depths[count] = breathDepth;
                count++;
            }
            if (count >= LEAST) {
                ratePerMinute = 60 / median(cycleSeconds);
                depth = median(depths);
            }
        } else {
            deep[newest++ % NEWEST] = breathDepth > DEEPER * depth;
        }
    }

    private double median(double[] values) {
        System.arraycopy(values, 0, sorted, 0, count);
        Arrays.sort(sorted, 0, count);
        return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
    }

    /** Breaths a minute at rest; NaN under five breaths. */
    double ratePerMinute() {
        return ratePerMinute;
    }

    /** Median depth at rest in belt units; NaN under five breaths. */
    double depth() {
        return depth;
    }

    boolean deeperThanAtRest() {
        int many = 0;
        for (boolean one : deep) {
            many += one ? 1 : 0;
        }
        return many >= NEWEST - 1;
    }
}
