package org.stillpoint.device;

/**
 * How a simulated person tenses a muscle when asked, and lets it go.
 *
 * @param effortMicrovolts RMS of a comfortable effort, above rest
 * @param overdoes factor on what is asked: 1 = does it as asked, 0 = does not tense at all
 * @param reactionSeconds from a cue to its effect
 * @param releaseSeconds time constant with which the muscle lets go
 * @param keptShare share of the contraction that is not let go; 0 = lets go
 */
public record MuscleHabits(
        double effortMicrovolts, double overdoes, double reactionSeconds, double releaseSeconds, double keptShare) {

    /** Tenses as asked and lets go within half a second. */
    public static final MuscleHabits USUAL = new MuscleHabits(60, 1, 0.35, 0.15, 0);

    /** Checks the ranges. @throws IllegalArgumentException with the value that is out of its range */
    public MuscleHabits {
        if (!(effortMicrovolts >= 0
                && overdoes >= 0
                && reactionSeconds >= 0
                && releaseSeconds > 0
                && keptShare >= 0
                && keptShare <= 1)) {
            throw new IllegalArgumentException("no such habits: " + effortMicrovolts + " µV, " + overdoes + ", "
                    + reactionSeconds + " s, " + releaseSeconds + " s, " + keptShare);
        }
    }
}
