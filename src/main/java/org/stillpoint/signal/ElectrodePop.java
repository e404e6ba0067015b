package org.stillpoint.signal;

/**
 * Tells an electrode's pop, or the end of a saturation, from a beat: its edge is several times steeper than that of the
 * person's own beats. No heart does that, for its own wave has to travel. One thread, no allocation in {@link #step}.
 */
final class ElectrodePop {

    private static final double RING_SECONDS = 1;
    private static final double NEAR_SECONDS = 0.1;
    private static final double STEEPER = 3.5;
    private static final int BEATS = 8;
    /** Against the mean edge of the second: in a tense muscle's noise every edge is steep. */
    private static final double ALONE = 8;

    /** After so many in a row the beats themselves have grown: an electrode was moved. */
    private static final int MOST = 4;

    private final double[] edges;
    private final int near;
    private final RecentMedian usual = new RecentMedian(BEATS);
    private long samples;
    private double last = Double.NaN;
    private int refused;

    ElectrodePop(double rateHz) {
        edges = new double[(int) Math.ceil(RING_SECONDS * rateHz)];
        near = Math.max(2, (int) Math.round(NEAR_SECONDS * rateHz));
    }

    /** Takes one value; a NaN makes no edge. */
    void step(double value) {
        double edge = Math.abs(value - last);
        last = value;
        edges[(int) (samples++ % edges.length)] = edge == edge ? edge : 0;
    }

    /** Whether what lies around {@code at} is too steep for a beat. */
    boolean at(long at) {
        double steepest = steepest(at);
        boolean pop = usual.count() == BEATS && steepest > STEEPER * usual.median() && steepest > ALONE * mean();
        if (!pop) {
            refused = 0;
            return false;
        }
        if (++refused > MOST) {
            refused = 0;
            usual.clear();
            return false;
        }
        return true;
    }

    /** Takes the beat around {@code at} as one of the person's own. */
    void learn(long at) {
        usual.add(steepest(at));
    }

    private double mean() {
        double sum = 0;
        for (double edge : edges) {
            sum += edge;
        }
        return sum / edges.length;
    }

    private double steepest(long at) {
        double most = 0;
        long from = Math.max(Math.max(0, samples - edges.length), at - near);
        for (long i = from; i <= Math.min(samples - 1, at + near); i++) {
            most = Math.max(most, edges[(int) (i % edges.length)]);
        }
        return most;
    }
}
