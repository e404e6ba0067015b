package org.stillpoint.training;

/** Which of two muscles is trained: what the screens, the sound and the recording show is this one's. */
public enum TrainedMuscle {
    FIRST,
    SECOND,
    /** Whichever is tenser; unknown while one of them is. */
    LARGER;

    /** The level that counts; NaN when there is none. */
    double of(double first, double second) {
        return switch (this) {
            case FIRST -> first;
            case SECOND -> second;
            case LARGER -> Math.max(first, second);
        };
    }

    /** Whether the one that counts is quieter than its sensor can tell. */
    boolean atLimit(double first, boolean firstAtLimit, double second, boolean secondAtLimit) {
        return switch (this) {
            case FIRST -> firstAtLimit;
            case SECOND -> secondAtLimit;
            // one of them at its limit, and the other there as well or known
            case LARGER -> firstAtLimit && (secondAtLimit || second == second) || secondAtLimit && first == first;
        };
    }

    /** The one that an answer names: {@code second}, {@code larger}; anything else is the first. */
    static TrainedMuscle named(String word) {
        for (TrainedMuscle one : values()) {
            if (one.name().equalsIgnoreCase(word.strip())) {
                return one;
            }
        }
        return FIRST;
    }
}
