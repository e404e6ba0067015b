package org.stillpoint.care;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stillpoint.training.Finding;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Questions;

/**
 * How tense a person expected a muscle to be in a task, and how tense it was, side by side.
 *
 * @param task title of the task's phase
 * @param expected 0 = as at rest, 10 = as in the task before training; NaN when nobody said
 * @param measured on the same scale; NaN when absent
 * @param reason why nothing was measured; empty otherwise
 * @param did what the person said to have done in it; empty when nobody asked or said
 */
public record Prediction(String task, double expected, double measured, String reason, String did) {

    /** The highest number of the scale. */
    public static final double MOST = 10;

    /** One for each task of a session, in their order. */
    public static List<Prediction> of(SessionResult result) {
        List<TrialResult> tasks = result.trials().stream()
                .filter(trial -> trial.kind() == PhaseKind.TRANSFER)
                .toList();
        List<Prediction> all = new ArrayList<>();
        for (int i = 1; found(result, "measured_tension_" + i); i++) {
            TrialResult task = i <= tasks.size() ? tasks.get(i - 1) : null;
            double next = i < tasks.size() ? tasks.get(i).fromSeconds() : Double.POSITIVE_INFINITY;
            all.add(new Prediction(
                    task == null ? "Task " + i : task.phase(),
                    result.found("predicted_tension_" + i),
                    result.found("measured_tension_" + i),
                    result.foundText("measured_tension_" + i),
                    task == null ? "" : did(result, task.fromSeconds(), next)));
        }
        return all;
    }

    private static boolean found(SessionResult result, String key) {
        return result.findings().stream().map(Finding::key).anyMatch(key::equals);
    }

    private static String did(SessionResult result, double from, double to) {
        return result.answers().stream()
                .filter(answer -> answer.question().equals(Questions.WHAT_HELPED))
                .filter(answer -> answer.tSeconds() >= from && answer.tSeconds() < to)
                .map(Answer::words)
                .findFirst()
                .orElse("");
    }

    /** For instance {@code expected 6, measured 4.2}. */
    public String words() {
        String before = Double.isNaN(expected) ? "nothing expected" : "expected " + number(expected);
        return before + ", " + (Double.isNaN(measured) ? "not measured" : "measured " + number(measured));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
