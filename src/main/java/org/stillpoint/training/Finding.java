package org.stillpoint.training;

import java.util.Optional;

/**
 * Something that an exercise found out about this person.
 *
 * @param key snake_case with its unit, for instance {@code resonance_per_min}
 * @param value NaN = there is no number; {@code text} then says why, or is all there is to say
 * @param text one sentence or word; may be empty beside a number
 * @param remembered whether the next session may start from it
 */
public record Finding(String key, double value, String text, boolean remembered) {

    /** Kind of the marker that carries one. */
    public static final String MARKER = "finding";

    private static final String KEPT = "kept";
    private static final String FOUND = "found";
    private static final String NO_NUMBER = "-";

    /** A number that the next session may start from. */
    public static Finding kept(String key, double value, String text) {
        return new Finding(key, value, text, true);
    }

    /** A result of this session alone. */
    public static Finding of(String key, double value, String text) {
        return new Finding(key, value, text, false);
    }

    /** As the label of a marker, from which {@link #of(String)} reads it again. */
    public String label() {
        String number = Double.isNaN(value) ? NO_NUMBER : Double.toString(value);
        return (remembered ? KEPT : FOUND) + " " + key + " " + number + (text.isEmpty() ? "" : " " + text);
    }

    /** What a marker's label tells; nothing when it is not one of {@link #label}. */
    public static Optional<Finding> of(String label) {
        String[] parts = label.split(" ", 4);
        boolean begins = parts.length >= 3 && (parts[0].equals(KEPT) || parts[0].equals(FOUND));
        if (!begins || parts[1].isEmpty()) {
            return Optional.empty();
        }
        try {
            double value = parts[2].equals(NO_NUMBER) ? Double.NaN : Double.parseDouble(parts[2]);
            return Optional.of(new Finding(parts[1], value, parts.length > 3 ? parts[3] : "", parts[0].equals(KEPT)));
        } catch (NumberFormatException another) {
            return Optional.empty();
        }
    }
}
