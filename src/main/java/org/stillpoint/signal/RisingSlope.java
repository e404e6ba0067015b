package org.stillpoint.signal;

/**
 * Sum of the rising slopes over a short window, and those of its peaks that are pulses. One polarity of a PPG.
 *
 * <p>A peak is the highest within 0.25 s on both sides, and stands clear both of what surrounds it and of the usual peaks:
 * a threshold that is mostly local follows a hand that moves, a small pulse after a big one, a finger that grows cold.
 * After the two moving averages of Elgendi et al., PLoS ONE 8 (2013) e76585. One thread, no allocation in {@link #step}.
 */
final class RisingSlope {

    private static final double AHEAD_SECONDS = 0.25;
    private static final double BEHIND_SECONDS = 0.35;
    private static final double OVER_SURROUNDINGS = 2.0;
    private static final double OVER_USUAL = 0.2;
    private static final double ECHO_SHARE = 0.55;
    private static final double ECHO_HEIGHT = 0.8;
    private static final double SILENCE_SECONDS = 2;

    private final MovingMean sum;
    private final MovingMean surroundings;
    private final double rateHz;
    private final int ahead;
    private final double[] slopes;
    private final double[] levels;
    private final RecentMedian peaks = new RecentMedian(6);
    private double learned;
    private double lastPeak;
    private long lastAt;
    private long since;
    private double steepest = Double.NaN;

    RisingSlope(int window, double rateHz) {
        this.rateHz = rateHz;
        sum = new MovingMean(window);
        ahead = Math.max(2, (int) (AHEAD_SECONDS * rateHz));
        surroundings = new MovingMean(ahead + (int) (BEHIND_SECONDS * rateHz) + 1);
        slopes = new double[(int) rateHz + 2 * ahead + 4];
        levels = new double[2 * ahead + 2];
    }

    void restart(long now) {
        sum.reset();
        surroundings.reset();
        java.util.Arrays.fill(levels, 0);
        lastAt = now;
        since = now;
        lastPeak = 0;
    }

    /**
     * @param slope of the band-passed signal
     * @param rise slope of the smoothed signal, in which the steepest place is looked for
     * @param refractory samples after a pulse without another
     * @param usual usual interval in samples
     */
    boolean step(double slope, double rise, long now, double refractory, double usual) {
        slopes[(int) (now % slopes.length)] = rise;
        double newest = sum.step(Math.max(0, slope));
        levels[(int) (now % levels.length)] = newest;
        double around = surroundings.step(newest);
        if (peaks.count() == 0) {
            learned = Math.max(learned, newest);
            if (now - since >= 2 * rateHz && learned > 0) {
                peaks.add(0.8 * learned);
                lastAt = now - (long) rateHz;
            }
            return false;
        }
        long at = now - ahead;
        if (now - lastAt > SILENCE_SECONDS * rateHz) {
            peaks.scale(0.5);
            lastAt = now - (long) ((SILENCE_SECONDS - 1) * rateHz);
        }
        double level = levels[(int) (Math.max(0, at) % levels.length)];
        double apart = at - lastAt;
        if (apart < refractory
                || level <= OVER_SURROUNDINGS * around
                || level <= OVER_USUAL * peaks.median()
                || apart < ECHO_SHARE * usual && level < ECHO_HEIGHT * lastPeak
                || !highest(level, at)) {
            return false;
        }
        peaks.add(level);
        lastPeak = level;
        lastAt = at;
        locate(at);
        return true;
    }

    private boolean highest(double level, long at) {
        for (long i = Math.max(0, at - ahead); i <= at + ahead; i++) {
            double other = levels[(int) (i % levels.length)];
            if (other > level || other == level && i < at) {
                return false;
            }
        }
        return true;
    }

    private void locate(long at) {
        long best = at;
        for (long i = Math.max(1, at - (long) (0.25 * rateHz)); i < at; i++) {
            if (slopes[(int) (i % slopes.length)] > slopes[(int) (best % slopes.length)]) {
                best = i;
            }
        }
        double before = slopes[(int) ((best - 1) % slopes.length)];
        double here = slopes[(int) (best % slopes.length)];
        double after = slopes[(int) ((best + 1) % slopes.length)];
        double bend = before - 2 * here + after;
        double shift = bend == 0 ? 0 : 0.5 * (before - after) / bend;
        steepest = best + (Math.abs(shift) <= 1 ? shift : 0);
    }

    /** Where the steepest rise was, in samples. */
    double steepest() {
        return steepest;
    }
}
