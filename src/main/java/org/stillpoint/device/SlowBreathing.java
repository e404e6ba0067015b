package org.stillpoint.device;

/**
 * How the heart of the simulated patient answers slow breathing, and how the person likes it.
 *
 * @param kind shape of the answer over the rates
 * @param secondPerMinute the other resonance of a double-peaked one, breaths a minute; not looked at for the others
 * @param growthPerMinute growth of the swing in natural logarithms a minute, negative = it gets smaller; of a drifting one
 * @param movePerMinute so far the resonance of a drifting one moves each minute, breaths a minute
 * @param spread standard deviation of the swing from breath to breath, as a share
 * @param wanderBeatsPerMinute standard deviation of the slow wandering of the heart rate
 * @param comfortablePerMinute rate that feels best, breaths a minute
 */
public record SlowBreathing(
        Kind kind,
        double secondPerMinute,
        double growthPerMinute,
        double movePerMinute,
        double spread,
        double wanderBeatsPerMinute,
        double comfortablePerMinute) {

    /** Shapes of the answer. */
    public enum Kind {
        /** One resonance that stays where it is. */
        USUAL,
        /** The same at every slow rate: the heart only follows the breath, a second behind. */
        FLAT,
        /** The answer grows, shrinks or moves while time passes. */
        DRIFTING,
        /** Two resonances with a valley between them. */
        DOUBLE_PEAKED
    }

    /** One resonance, every breath answered alike. */
    public static final SlowBreathing EVEN = new SlowBreathing(Kind.USUAL, Double.NaN, 0, 0, 0, 0.8, 6);

    /** Checks the ranges. @throws IllegalArgumentException with the value that is out of its range */
    public SlowBreathing {
        if (kind == Kind.DOUBLE_PEAKED && !(secondPerMinute >= 3 && secondPerMinute <= 12)) {
            throw new IllegalArgumentException("second resonance must be 3 to 12: " + secondPerMinute);
        }
        if (!(Math.abs(growthPerMinute) <= 0.2) || !(Math.abs(movePerMinute) <= 0.5)) {
            throw new IllegalArgumentException("drift is too fast: " + growthPerMinute + ", " + movePerMinute);
        }
        if (!(spread >= 0 && spread <= 0.5)) {
            throw new IllegalArgumentException("spread must be 0 to 0.5: " + spread);
        }
        if (!(wanderBeatsPerMinute >= 0 && wanderBeatsPerMinute <= 5)) {
            throw new IllegalArgumentException("wandering must be 0 to 5: " + wanderBeatsPerMinute);
        }
        if (!(comfortablePerMinute >= 3 && comfortablePerMinute <= 15)) {
            throw new IllegalArgumentException("comfortable rate must be 3 to 15: " + comfortablePerMinute);
        }
    }

    /** One resonance, breaths answered unequally: a fifth from breath to breath, and a heart rate that wanders. */
    public static SlowBreathing lifelike(double comfortablePerMinute) {
        return new SlowBreathing(Kind.USUAL, Double.NaN, 0, 0, 0.2, 1, comfortablePerMinute);
    }

    /** The same person without a resonance. */
    public SlowBreathing flat() {
        return new SlowBreathing(Kind.FLAT, Double.NaN, 0, 0, spread, wanderBeatsPerMinute, comfortablePerMinute);
    }

    /** The same person changing with time; see the record's components. */
    public SlowBreathing drifting(double growth, double move) {
        return new SlowBreathing(
                Kind.DRIFTING, Double.NaN, growth, move, spread, wanderBeatsPerMinute, comfortablePerMinute);
    }

    /** The same person with a second resonance. */
    public SlowBreathing doublePeaked(double otherPerMinute) {
        return new SlowBreathing(
                Kind.DOUBLE_PEAKED, otherPerMinute, 0, 0, spread, wanderBeatsPerMinute, comfortablePerMinute);
    }
}
