package org.stillpoint.device;

/** Times of events, the newest {@value #KEPT} kept: appending allocates nothing. One thread. */
public final class EventTimes {

    static final int KEPT = 1 << 15;

    private final double[] seconds = new double[KEPT];
    private long count;

    void add(double atSeconds) {
        seconds[(int) (count++ & KEPT - 1)] = atSeconds;
    }

    /** How many there were since the start. */
    public long count() {
        return count;
    }

    /** Time of event {@code index}, 0 = the first; NaN when it is not kept any more or has not come yet. */
    public double seconds(long index) {
        return index < 0 || index >= count || index < count - KEPT ? Double.NaN : seconds[(int) (index & KEPT - 1)];
    }
}
