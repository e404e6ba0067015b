package org.stillpoint.signal;

/** Sum of the rising slopes over a short window, and the peaks of that sum that are pulses. One polarity of a PPG. */
final class RisingSlope {

    private final MovingMean sum;
    private final double rateHz;
    private final double[] slopes;
    private final RecentMedian peaks = new RecentMedian(6);
    private double peak;
    private long peakAt;
    private boolean above;
    private long lastAt;
    private double steepest = Double.NaN;

    RisingSlope(int window, double rateHz) {
        sum = new MovingMean(window);
        this.rateHz = rateHz;
        slopes = new double[2 * window + 4 + (int) rateHz];
    }

    void restart(long now) {
        sum.reset();
        above = false;
        lastAt = now;
    }

    boolean step(double slope, long now, double refractory, double share) {
        slopes[(int) (now % slopes.length)] = slope;
        double level = sum.step(Math.max(0, slope));
        if (peaks.count() == 0) {
            // the first two seconds teach the level
            peak = Math.max(peak, level);
            if (now > 2 * rateHz && peak > 0) {
                peaks.add(0.8 * peak);
                above = false;
            }
            return false;
        }
        double threshold = share * peaks.median();
        if (!above) {
            if (level > threshold && now - lastAt > refractory) {
                above = true;
                peak = level;
                peakAt = now;
            } else if (now - lastAt > 3 * rateHz && threshold > 0) {
                peaks.scale(0.5);
                lastAt = now - (long) (2 * rateHz);
            }
            return false;
        }
        if (level > peak) {
            peak = level;
            peakAt = now;
        }
        if (level > 0.9 * peak && now - peakAt < 0.1 * rateHz) {
            return false;
        }
        above = false;
        peaks.add(peak);
        lastAt = peakAt;
        locate(now);
        return true;
    }

    private void locate(long now) {
        long from = Math.max(1, peakAt - slopes.length / 2);
        long best = peakAt;
        from = Math.max(from, peakAt - (long) (0.25 * rateHz));
        for (long i = from; i < now; i++) {
            if (slopes[(int) (i % slopes.length)] > slopes[(int) (best % slopes.length)]) {
                best = i;
            }
        }
        double before = slopes[(int) ((best - 1) % slopes.length)];
        double here = slopes[(int) (best % slopes.length)];
        double after = best < now ? slopes[(int) ((best + 1) % slopes.length)] : here;
        double bend = before - 2 * here + after;
        double shift = bend == 0 ? 0 : 0.5 * (before - after) / bend;
        steepest = best + (Math.abs(shift) <= 1 ? shift : 0);
    }

    /** Where the steepest rise was, in samples. */
    double steepest() {
        return steepest;
    }
}
