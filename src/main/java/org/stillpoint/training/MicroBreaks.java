package org.stillpoint.training;

/**
 * When a person at work is reminded to let go for a moment: never within two minutes of the last time, twice as long after
 * each reminder that changed nothing, four times in a block of work at most. One thread; no allocation.
 *
 * <p>A reminder is due when the muscle rested for under a fifth of the last minute and had no gap for 20 s. The limits are
 * engineering choices.
 */
final class MicroBreaks {

    static final double LEAST_PERCENT = 20;

    private static final double WITHOUT_GAP_SECONDS = 20;
    private static final double BETWEEN_SECONDS = 120;
    private static final double ANSWERED_SECONDS = 20;
    private static final int MOST = 4;

    private double lastSeconds;
    private double waitSeconds;
    private int cues;
    private int answered;
    private boolean open;

    /** A block of work begins. */
    void begin() {
        lastSeconds = Double.NEGATIVE_INFINITY;
        waitSeconds = BETWEEN_SECONDS;
        cues = 0;
        answered = 0;
        open = false;
    }

    /**
     * Whether to remind now.
     *
     * @param restPercent rest within the last minute; NaN = not known, nobody is reminded
     * @param withoutGapSeconds since the muscle last let go
     */
    boolean due(double tSeconds, double restPercent, double withoutGapSeconds) {
        if (open && withoutGapSeconds == 0) {
            answered++;
            open = false;
            waitSeconds = BETWEEN_SECONDS;
        } else if (open && tSeconds - lastSeconds > ANSWERED_SECONDS) {
            open = false;
            waitSeconds = 2 * waitSeconds;
        }
        boolean now = restPercent < LEAST_PERCENT
                && withoutGapSeconds >= WITHOUT_GAP_SECONDS
                && tSeconds - lastSeconds >= waitSeconds
                && cues < MOST;
        if (now) {
            lastSeconds = tSeconds;
            cues++;
            open = true;
        }
        return now;
    }

    /** Reminders in this block of work. */
    int cues() {
        return cues;
    }

    /** Reminders after which the muscle let go within 20 s. */
    int answered() {
        return answered;
    }
}
