package org.stillpoint.signal;

/** Highest less lowest value of the last ten seconds. No allocation in {@link #step}; one thread. */
final class RecentSpan {

    private final double[] lows = new double[10];
    private final double[] highs = new double[10];
    private final double rateHz;
    private long count;
    private long newest = -1;

    RecentSpan(double rateHz) {
        this.rateHz = rateHz;
    }

    /** Takes a value; the span with it. */
    double step(double value) {
        long second = (long) (count++ / rateHz);
        int place = (int) (second % lows.length);
        if (second != newest) {
            newest = second;
            lows[place] = value;
            highs[place] = value;
        }
        lows[place] = Math.min(lows[place], value);
        highs[place] = Math.max(highs[place], value);
        double low = value;
        double high = value;
        for (int i = 0; i <= Math.min(second, lows.length - 1); i++) {
            low = Math.min(low, lows[i]);
            high = Math.max(high, highs[i]);
        }
        return high - low;
    }

    void clear() {
        count = 0;
        newest = -1;
    }
}
