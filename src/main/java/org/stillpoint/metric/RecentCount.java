package org.stillpoint.metric;

/** How many events lie within a length of time, up to 64. No allocation after construction. */
final class RecentCount {

    private final double seconds;
    private final double[] times = new double[64];
    private int events;

    RecentCount(double seconds) {
        this.seconds = seconds;
    }

    void add(double tSeconds) {
        times[events++ % times.length] = tSeconds;
    }

    /** Those after {@code now - seconds}. */
    int count(double now) {
        int found = 0;
        for (int i = 0; i < Math.min(events, times.length); i++) {
            found += times[i] > now - seconds ? 1 : 0;
        }
        return found;
    }

    void clear() {
        events = 0;
    }
}
