package org.stillpoint.training;

import java.util.Locale;

/** Which of two muscles is trained: what the screens, the sound and the recording show is this one's. */
public enum TrainedMuscle {
    FIRST,
    SECOND,
    /** Whichever is tenser; unknown while one of them is. */
    LARGER;

    /** The question whose answer chooses it. */
    public static final String QUESTION = "muscle-side";

    /** The level that counts; NaN when there is none. */
    public double of(double first, double second) {
        return switch (this) {
            case FIRST -> first;
            case SECOND -> second;
            case LARGER -> Math.max(first, second);
        };
    }

    /** The key under which something is remembered of this one, so that one side is never counted from the other. */
    public String key(String ofTheFirst) {
        return this == FIRST ? ofTheFirst : ofTheFirst + "_" + name().toLowerCase(Locale.ROOT);
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
    public static TrainedMuscle named(String word) {
        for (TrainedMuscle one : values()) {
            if (one.name().equalsIgnoreCase(word.strip())) {
                return one;
            }
        }
        return FIRST;
    }
}
