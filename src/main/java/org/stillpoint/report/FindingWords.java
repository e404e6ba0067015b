package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.stillpoint.care.SessionResult;
import org.stillpoint.training.Finding;

/**
 * What a session found, as lines that a therapist reads: words, plain decimals, units. What is kept for the next session's
 * own use alone, or stands in the note already, is left out; a key without words of its own is told by its parts.
 */
final class FindingWords {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("resonance_per_min", "heart and breath swung together most at"),
            Map.entry("training_rate_per_min", "breathing rate to practise"),
            Map.entry("own_breathing_rate_per_min", "own breathing rate at rest"),
            Map.entry("comfortable_rate_per_min", "slowest pace that was followed with ease"),
            Map.entry("comfortable_inhale_share", "most comfortable share of the in-breath"),
            Map.entry("swing_with_pacer_per_min", "swing of the heart rate in a breath, with the pacer"),
            Map.entry("hrv_course_step", "next step of the course"),
            Map.entry("comfortable_effort_uV", "comfortable effort"),
            Map.entry("release_s", "letting go, typical time"),
            Map.entry("recovery_s", "back to rest after an effort, typical time"),
            Map.entry("rest_level_uv", "level of rest while sitting"),
            Map.entry("rest_time_alone_before_pct", "rest of the muscle in the task, alone before"),
            Map.entry("rest_time_alone_after_pct", "rest of the muscle in the task, alone after"),
            Map.entry("flexion_ratio", "bending over hanging"),
            Map.entry("flexion_range_deg", "comfortable bend"),
            Map.entry("hand_temperature_degC", "hand temperature at rest"),
            Map.entry("skin_conductance_uS", "skin conductance at rest"),
            Map.entry("unpaced_breathing_per_min", "breathing rate at rest"));

    /** For the next task alone. */
    private static final Set<String> NOT_TOLD = Set.of("serial_sevens_start");

    /** The note's reference and the median of the baseline, which stand in it already. */
    private static final List<String> REST_LEVELS = List.of(SessionResult.BASELINE, "muscle_baseline_uV");

    /** Endings of keys and what a person reads for them. */
    private static final List<Map.Entry<String, String>> UNITS = List.of(
            Map.entry("_per_min", " a minute"),
            Map.entry("_degC", " °C"),
            Map.entry("_deg", "°"),
            Map.entry("_pct", " %"),
            Map.entry("_uV", " µV"),
            Map.entry("_uv", " µV"),
            Map.entry("_uS", " µS"),
            Map.entry("_ms", " ms"),
            Map.entry("_s", " s"));

    private FindingWords() {}

    /** Without a mark in front. */
    static List<String> of(SessionResult result) {
        List<String> lines = new ArrayList<>();
        resonance(result, lines);
        lines.addAll(StressWords.of(result));
        for (Finding finding : result.findings()) {
            if (tells(finding)) {
                lines.add(line(finding));
            }
        }
        return lines;
    }

    private static boolean tells(Finding finding) {
        String key = finding.key();
        return (finding.remembered() || NAMES.containsKey(key))
                && !Double.isNaN(finding.value())
                && !NOT_TOLD.contains(key)
                && REST_LEVELS.stream().noneMatch(key::startsWith);
    }

    private static String line(Finding finding) {
        String key = finding.key();
        String ending = UNITS.stream()
                .map(Map.Entry::getKey)
                .filter(key::endsWith)
                .findFirst()
                .orElse("");
        String unit = UNITS.stream()
                .filter(entry -> entry.getKey().equals(ending))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        String rest = key.substring(0, key.length() - ending.length());
        String name = NAMES.getOrDefault(
                key, rest.replaceFirst("^release_", "letting go, ").replace('_', ' '));
        return name + " " + number(finding.value()) + unit + (finding.text().isEmpty() ? "" : ". " + finding.text());
    }

    private static void resonance(SessionResult result, List<String> lines) {
        String status = result.foundText("resonance_status");
        if (!status.isEmpty()) {
            String set = result.foundText("resonance_set");
            lines.add("resonance assessment, " + status
                    + (set.isEmpty() ? "" : ": " + set + " a minute")
                    + ". " + result.foundText("resonance_reason"));
        }
    }

    /** Plain decimals, as many as are worth reading. */
    static String number(double value) {
        double size = Math.abs(value);
        String form = value == Math.rint(value) || size >= 100 ? "%.0f" : size < 1 ? "%.2f" : "%.1f";
        return String.format(Locale.ROOT, form, value);
    }
}
