package org.stillpoint.training;

/**
 * Something that an exercise found out about this person.
 *
 * @param key snake_case with its unit, for instance {@code resonance_per_min}
 * @param value NaN = there is no number; {@code text} then says why, or is all there is to say
 * @param text one sentence or word; may be empty beside a number
 * @param remembered whether the next session may start from it
 */
public record Finding(String key, double value, String text, boolean remembered) {

    /** A number that the next session may start from. */
    public static Finding kept(String key, double value, String text) {
        return new Finding(key, value, text, true);
    }

    /** A result of this session alone. */
    public static Finding of(String key, double value, String text) {
        return new Finding(key, value, text, false);
    }
}
