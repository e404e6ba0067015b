package org.stillpoint.care;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stillpoint.signal.Marker;

/**
 * What the patient answered to one question with a number from 0 to 10, before the first exercise and after it.
 *
 * @param question its id, without {@code _before} and {@code _after}
 * @param before the last number before the first exercise began; NaN when none was asked for or given
 * @param after the last number since; NaN when none was asked for or given
 * @param count how many numbers were given
 */
public record RatingResult(String question, double before, double after, int count) {

    private static final String BEFORE = "_before";
    private static final String AFTER = "_after";

    /** @param firstExerciseSeconds when the first exercise began; NaN = there was none, then all counts as before */
    public static List<RatingResult> of(List<Marker> markers, double firstExerciseSeconds) {
        Map<String, RatingResult> ratings = new LinkedHashMap<>();
        for (Marker marker : markers) {
            int space = marker.label().lastIndexOf(' ');
            if (marker.kind().equals("rating") && space > 0) {
                take(ratings, marker.label().substring(0, space), marker, firstExerciseSeconds);
            }
        }
        return new ArrayList<>(ratings.values());
    }

    private static void take(Map<String, RatingResult> ratings, String id, Marker marker, double firstExerciseSeconds) {
        double value;
        try {
            value = Double.parseDouble(marker.label().substring(id.length() + 1));
        } catch (NumberFormatException another) {
            return;
        }
        // a question with such a name may be answered late: its name says what it is about
        boolean after = id.endsWith(AFTER) || !id.endsWith(BEFORE) && marker.tSeconds() >= firstExerciseSeconds;
        String question = id.endsWith(BEFORE)
                ? id.substring(0, id.length() - BEFORE.length())
                : id.endsWith(AFTER) ? id.substring(0, id.length() - AFTER.length()) : id;
        RatingResult old = ratings.getOrDefault(question, new RatingResult(question, Double.NaN, Double.NaN, 0));
        ratings.put(
                question,
                new RatingResult(question, after ? old.before : value, after ? value : old.after, old.count + 1));
    }

    /** The one of a question; nothing was given when there is none. */
    static RatingResult of(List<RatingResult> ratings, String question) {
        return ratings.stream()
                .filter(one -> one.question().equals(question))
                .findFirst()
                .orElse(new RatingResult(question, Double.NaN, Double.NaN, 0));
    }

    /** After less before; NaN unless both were given. */
    public double change() {
        return after - before;
    }
}
