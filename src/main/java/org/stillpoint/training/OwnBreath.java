package org.stillpoint.training;

import java.util.Arrays;
import java.util.List;

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

    private static final int LEAST = 5;
    private static final double DEEPER = 1.5;
    private static final int NEWEST = 4;

    private final MeasureLog cycleSeconds = new MeasureLog(LEAST);
    private final MeasureLog depths = new MeasureLog(LEAST);
    private final boolean[] deep = new boolean[NEWEST];
    private int newest;
    private boolean rests;
    private double depth = Double.NaN;

    /** What it keeps of the breaths at rest. */
    List<Entries> entries() {
        return List.of(cycleSeconds, depths);
    }

    /** Whether the breaths from now on are breaths at rest. */
    void rests(boolean now) {
        rests = now;
        Arrays.fill(deep, false);
    }

    void breath(double inhaleSeconds, double endSeconds, double breathDepth) {
        if (rests) {
            cycleSeconds.add(endSeconds - inhaleSeconds);
            depths.add(breathDepth);
            double median = depths.median();
            // a warning is kept when the rest was cut short: it is no finding
            depth = median == median ? median : depth;
        } else {
            deep[newest++ % NEWEST] = breathDepth > DEEPER * depth;
        }
    }

    /** Breaths a minute at rest; NaN under five breaths. */
    double ratePerMinute() {
        return 60 / cycleSeconds.median();
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
