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
 * @param sharpness quality of the resonance: the larger, the narrower
 * @param moodSpread standard deviation of the swing over the minutes, as a share: what no single block can see
 * @param ownWave root mean square of the heart's own waves at the resonance, which no breath made, as a share of the
 *     swing's height
 */
public record SlowBreathing(
        Kind kind,
        double secondPerMinute,
        double growthPerMinute,
        double movePerMinute,
        double spread,
        double wanderBeatsPerMinute,
        double comfortablePerMinute,
        double sharpness,
        double moodSpread,
        double ownWave) {

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

    /** A swing that is five times as large at the resonance as at 14 breaths a minute. */
    public static final double USUAL_SHARPNESS = 2.5;

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
        if (!(spread >= 0 && spread <= 0.5) || !(moodSpread >= 0 && moodSpread <= 0.5)) {
            throw new IllegalArgumentException("spread must be 0 to 0.5: " + spread + ", " + moodSpread);
        }
        if (!(wanderBeatsPerMinute >= 0 && wanderBeatsPerMinute <= 5)) {
            throw new IllegalArgumentException("wandering must be 0 to 5: " + wanderBeatsPerMinute);
        }
        if (!(comfortablePerMinute >= 3 && comfortablePerMinute <= 15)) {
            throw new IllegalArgumentException("comfortable rate must be 3 to 15: " + comfortablePerMinute);
        }
        if (!(sharpness >= 0.5 && sharpness <= 10)) {
            throw new IllegalArgumentException("sharpness must be 0.5 to 10: " + sharpness);
        }
        if (!(ownWave >= 0 && ownWave <= 1)) {
            throw new IllegalArgumentException("own wave must be 0 to 1: " + ownWave);
        }
    }

    /** With the usual sharpness, the same strength all the time, and no waves but the breath's. */
    public SlowBreathing(
            Kind kind,
            double secondPerMinute,
            double growthPerMinute,
            double movePerMinute,
            double spread,
            double wanderBeatsPerMinute,
            double comfortablePerMinute) {
        this(
                kind,
                secondPerMinute,
                growthPerMinute,
                movePerMinute,
                spread,
                wanderBeatsPerMinute,
                comfortablePerMinute,
                USUAL_SHARPNESS,
                0,
                0);
    }

    /** One resonance, breaths answered unequally: a fifth from breath to breath, and a heart rate that wanders. */
    public static SlowBreathing lifelike(double comfortablePerMinute) {
        return new SlowBreathing(Kind.USUAL, Double.NaN, 0, 0, 0.2, 1, comfortablePerMinute);
    }

    /** The same person with another resonance and other waves; see the record's components. */
    public SlowBreathing with(double newSharpness, double newMoodSpread, double newOwnWave) {
        return new SlowBreathing(
                kind,
                secondPerMinute,
                growthPerMinute,
                movePerMinute,
                spread,
                wanderBeatsPerMinute,
                comfortablePerMinute,
                newSharpness,
                newMoodSpread,
                newOwnWave);
    }

    private SlowBreathing as(Kind newKind, double second, double growth, double move) {
        return new SlowBreathing(
                newKind,
                second,
                growth,
                move,
                spread,
                wanderBeatsPerMinute,
                comfortablePerMinute,
                sharpness,
                moodSpread,
                ownWave);
    }

    /** The same person without a resonance. */
    public SlowBreathing flat() {
        return as(Kind.FLAT, Double.NaN, 0, 0);
    }

    /** The same person changing with time; see the record's components. */
    public SlowBreathing drifting(double growth, double move) {
        return as(Kind.DRIFTING, Double.NaN, growth, move);
    }

    /** The same person with a second resonance. */
    public SlowBreathing doublePeaked(double otherPerMinute) {
        return as(Kind.DOUBLE_PEAKED, otherPerMinute, 0, 0);
    }
}
