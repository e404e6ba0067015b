package org.stillpoint.training;

/**
 * How much a muscle rests within the last minute: relative rest time and rest gaps, a gap being at least 0.2 s under the
 * level of rest. One thread; allocates nothing after construction.
 *
 * <p>In: levels every 20 ms. What cannot be trusted is neither rest nor work.
 */
final class RestShare implements Entries {

    static final double WINDOW_SECONDS = 60;

    private static final int CAPACITY = (int) (WINDOW_SECONDS * 50);
    private static final int GAP = 10;
    private static final int LEAST = CAPACITY / 2;
    private static final byte UNKNOWN = 0;
    private static final byte WORKS = 1;
    private static final byte RESTS = 2;

    private final byte[] recent = new byte[CAPACITY];
    private int next;
    private int resting;
    private int usable;
    private int run;
    private long allResting;
    private long allUsable;
    private int allGaps;
    private int sinceGap;
    private double nowSeconds = Double.NaN;

    /**
     * One level.
     *
     * @param usable whether it can be trusted
     * @param rests whether it is under the level of rest
     */
    void add(boolean usable, boolean rests) {
        byte now = usable ? rests ? RESTS : WORKS : UNKNOWN;
        byte old = recent[next];
        resting += (now == RESTS ? 1 : 0) - (old == RESTS ? 1 : 0);
        this.usable += (now != UNKNOWN ? 1 : 0) - (old != UNKNOWN ? 1 : 0);
        recent[next] = now;
        next = (next + 1) % CAPACITY;
        if (!usable) {
            run = 0;
            return;
        }
        allUsable++;
        allResting += rests ? 1 : 0;
        run = rests ? run + 1 : 0;
        sinceGap = run >= GAP ? 0 : sinceGap + 1;
        allGaps += run == GAP ? 1 : 0;
    }

    @Override
    public void at(double tSeconds) {
        nowSeconds = tSeconds;
    }

    @Override
    public void phaseBegins() {
        // cleared by whoever counts in it
    }

    @Override
    public void takeBack() {
        clear();
    }

    /** Gaps stay counted: one that ended in this time began before it. */
    @Override
    public void takeBackSince(double tSeconds) {
        long ticks = Math.min(CAPACITY, Math.round(50 * (nowSeconds - tSeconds)) + 1);
        for (int back = 1; back <= ticks; back++) {
            int place = Math.floorMod(next - back, CAPACITY);
            boolean rested = recent[place] == RESTS;
            boolean used = recent[place] != UNKNOWN;
            resting -= rested ? 1 : 0;
            usable -= used ? 1 : 0;
            allResting -= rested ? 1 : 0;
            allUsable -= used ? 1 : 0;
            recent[place] = UNKNOWN;
        }
        run = 0;
    }

    void clear() {
        java.util.Arrays.fill(recent, UNKNOWN);
        resting = 0;
        usable = 0;
        run = 0;
        allResting = 0;
        allUsable = 0;
        allGaps = 0;
        sinceGap = 0;
    }

    /** Percent of the last minute at rest; NaN while less than half of a minute is known. */
    double percent() {
        return usable < LEAST ? Double.NaN : 100.0 * resting / usable;
    }

    /** Percent of all since {@link #clear}; NaN with less than half a minute. */
    double wholePercent() {
        return allUsable < LEAST ? Double.NaN : 100.0 * allResting / allUsable;
    }

    /** Gaps a minute since {@link #clear}; NaN with less than half a minute. */
    double wholeGapsPerMinute() {
        return allUsable < LEAST ? Double.NaN : allGaps * 3000.0 / allUsable;
    }

    /** Usable seconds since the last gap ended, or since {@link #clear}. */
    double secondsSinceGap() {
        return sinceGap / 50.0;
    }
}
