package org.stillpoint.training;

/**
 * How a pacer gives way to a person: one breath a minute faster when it was too fast or was not followed, and said so; after
 * the second time it rests (following non-compliance trains nothing). One thread; no allocation.
 */
final class PacerEasing {

    private static final double EASING_PER_MINUTE = 1;
    private static final int EASINGS = 2;
    private static final double TELL_SECONDS = 20;

    private int easings;
    private double tellUntilSeconds = Double.NEGATIVE_INFINITY;

    /** Eases once more; false when the pacer rests already, and nothing changes. */
    boolean ease(double tSeconds) {
        if (rests()) {
            return false;
        }
        easings++;
        tellUntilSeconds = tSeconds + TELL_SECONDS;
        return true;
    }

    /** Whether the pacer rests until the session's end. */
    boolean rests() {
        return easings >= EASINGS;
    }

    int easings() {
        return easings;
    }

    /** A prescribed rate as it is now, within the pacer's limits. */
    double eased(double ratePerMinute) {
        return Pacer.limitedRate(ratePerMinute + easings * EASING_PER_MINUTE);
    }

    /** The rate that follows on one that was too fast or not followed. */
    static double faster(double ratePerMinute) {
        return Pacer.limitedRate(ratePerMinute + EASING_PER_MINUTE);
    }

    /** Whether it is still said. */
    boolean telling(double tSeconds) {
        return tSeconds < tellUntilSeconds;
    }

    /** What is said. */
    String words() {
        return rests()
                ? "The pacer rests now. Breathe as you like."
                : "A little faster now, so that it is easy. Breathe as softly as you like.";
    }
}
