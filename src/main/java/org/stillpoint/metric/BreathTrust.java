package org.stillpoint.metric;

import org.stillpoint.signal.MovingQuantile;

/**
 * Whether what a belt shows can be breathing at all.
 *
 * <p>Two signs of noise, each enough: what is faster than breathing is stronger than what is not (white noise, hum; belts
 * have a third at most); or neither the length nor the depth of one breath says anything of the next (random walks: the
 * median change from breath to breath is a third and more in both, where people who breathe freely change by a tenth to a
 * fifth). One thread; no allocation after construction.
 */
final class BreathTrust {

    private static final double MEMORY_SECONDS = 20;
    private static final double LEAST_SECONDS = 3;
    private static final double LENGTH_CHANGE = 0.3;
    private static final double DEPTH_CHANGE = 0.35;
    private static final int BREATHS = 16;
    private static final int LEAST_BREATHS = 5;

    private final double rateHz;
    private final double share;
    private final double[] delayed;
    private final MovingQuantile lengths = new MovingQuantile(BREATHS);
    private final MovingQuantile depths = new MovingQuantile(BREATHS);
    private double base = Double.NaN;
    private double fast;
    private double slow;
    private double lastLength = Double.NaN;
    private double lastDepth = Double.NaN;
    private long values;
    private int at;

    /** @param delaySamples how far the smoothed values are behind */
    BreathTrust(double rateHz, int delaySamples) {
        this.rateHz = rateHz;
        share = 1 / (MEMORY_SECONDS * rateHz);
        delayed = new double[Math.max(1, delaySamples)];
    }

    /**
     * @param value of the belt; NaN = none
     * @param smoothed the same without what is faster than breathing, later by the delay
     */
    void step(double value, double smoothed) {
        if (!(Math.abs(value) < 1e100) || !(Math.abs(smoothed) < 1e100)) {
            return;
        }
        double then = values < delayed.length ? smoothed : delayed[at];
        delayed[at] = value;
        at = at + 1 == delayed.length ? 0 : at + 1;
        values++;
        base = base == base ? base + share * (smoothed - base) : smoothed;
        double quick = then - smoothed;
        double calm = smoothed - base;
        fast += share * (quick * quick - fast);
        slow += share * (calm * calm - slow);
    }

    void breath(double lengthSeconds, double depth) {
        lengths.add(change(lengthSeconds, lastLength));
        depths.add(change(depth, lastDepth));
        lastLength = lengthSeconds;
        lastDepth = depth;
    }

    private static double change(double now, double before) {
        return 2 * Math.abs(now - before) / (now + before);
    }

    boolean noisy() {
        boolean hiss = values > LEAST_SECONDS * rateHz && fast > slow;
        boolean wander =
                lengths.count() >= LEAST_BREATHS && lengths.median() > LENGTH_CHANGE && depths.median() > DEPTH_CHANGE;
        return hiss || wander;
    }
}
