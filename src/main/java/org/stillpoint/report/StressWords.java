package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stillpoint.care.SessionResult;

/** What the tasks of a stress profile did and how the body came back, one line a task. */
final class StressWords {

    /** One measure. @param end of the key of its reactivity */
    private record Answering(String id, String end, String name, String unit) {}

    private static final List<Answering> MEASURES = List.of(
            new Answering("heart_rate", "per_min", "heart rate", " beats a minute"),
            new Answering("rmssd", "ms", "RMSSD", " ms"),
            new Answering("breathing_rate", "per_min", "breathing", " breaths a minute"),
            new Answering("muscle", "uv", "muscle", " µV"),
            new Answering("conductance", "us", "skin conductance", " µS"));

    private StressWords() {}

    static List<String> of(SessionResult result) {
        List<String> lines = new ArrayList<>();
        for (int i = 1; !result.foundText("stress_" + i + "_strongest").isEmpty(); i++) {
            lines.add(line(result, "stress_" + i + "_", i));
        }
        double answers = result.found("serial_sevens_answers");
        if (!Double.isNaN(answers)) {
            lines.add("taking sevens away: " + FindingWords.number(answers) + " answers, "
                    + FindingWords.number(result.found("serial_sevens_correct")) + " right");
        }
        return lines;
    }

    private static String line(SessionResult result, String key, int place) {
        List<String> parts = new ArrayList<>();
        String title = "task " + place;
        for (Answering measure : MEASURES) {
            String reactivity = key + measure.id() + "_reactivity_" + measure.end();
            double change = result.found(reactivity);
            String text = result.foundText(reactivity);
            if (!Double.isNaN(change)) {
                title = text.isEmpty() ? title : text;
                parts.add(measure.name()
                        + (change < 0 ? " " : " +")
                        + FindingWords.number(change)
                        + measure.unit()
                        + back(result, key + measure.id()));
            } else if (!text.isEmpty()) {
                parts.add(measure.name() + " " + inside(text));
            }
        }
        parts.add("strongest: " + result.foundText(key + "strongest"));
        return title + ", against the baseline: " + String.join("; ", parts);
    }

    /** How much of the change was gone at the end of the recovery, and when half of it was. */
    private static String back(SessionResult result, String key) {
        double recovered = result.found(key + "_recovery_pct");
        double half = result.found(key + "_half_s");
        if (Double.isNaN(recovered)) {
            String why = result.foundText(key + "_recovery_pct");
            return why.isEmpty() ? "" : " (" + inside(why).replace("the change was ", "") + ")";
        }
        return String.format(Locale.ROOT, ", %.0f %% of it gone after the recovery", recovered)
                + (Double.isNaN(half) ? "" : String.format(Locale.ROOT, ", half after %.0f s", half));
    }

    /** A sentence inside another one. */
    private static String inside(String sentence) {
        String words = sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }
}
