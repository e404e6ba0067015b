package org.stillpoint.care;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.stillpoint.signal.Decimals;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;

/**
 * What a patient takes home from a session, in plain words: how it went, what to practise, how to make it easier or harder,
 * and what shows the way. It is made of the session's result alone; it promises nothing, names nobody and judges nothing.
 *
 * <p>On a flare day, one with more pain than usual, it asks for less and compares nothing.
 *
 * @param went how it went
 * @param practise what to do until the next time
 * @param scale how to make it easier or harder
 * @param guide which measure shows the way
 */
public record PatientCard(List<String> went, List<String> practise, List<String> scale, List<String> guide) {

    /** Softer or wider by less than this is the same; an engineering choice. */
    private static final double CLEAR = 0.1;

    private static final double MOST_BREATHS_PERCENT = 67;
    private static final double MOST_OF_THE_TIME_PERCENT = 60;
    private static final double MUCH_UNEASIER = 3;
    private static final double SOFT_START_PER_MINUTE = 8;

    private static final String STOP =
            "Stop, and breathe as you like, when you feel dizzy, tingly or short of breath, or"
                    + " when pain or unease grows, and tell your therapist. With chest pain or fainting get help at once.";

    public PatientCard {
        went = List.copyOf(went);
        practise = List.copyOf(practise);
        scale = List.copyOf(scale);
        guide = List.copyOf(guide);
    }

    /** @param protocol null when only signals were recorded */
    public static PatientCard of(SessionResult result, Protocol protocol) {
        boolean muscle = result.trials().stream()
                .anyMatch(trial -> trains(trial) && trial.measure("muscle").isPresent());
        boolean breath = result.trials().stream().anyMatch(TrialResult::paced);
        return new PatientCard(
                went(result, protocol), practise(result, muscle, breath), scale(result, muscle, breath), guide(result));
    }

    private static boolean trains(TrialResult trial) {
        return trial.kind() != null && trial.kind().trains();
    }

    private static List<String> went(SessionResult result, Protocol protocol) {
        List<String> lines = new ArrayList<>();
        double minutes = result.trials().stream()
                        .filter(PatientCard::trains)
                        .mapToDouble(trial -> trial.toSeconds() - trial.fromSeconds())
                        .sum()
                / 60;
        String name = protocol == null ? "" : ": " + protocol.name();
        if (minutes >= 1) {
            lines.add(String.format(Locale.ROOT, "You practised for %.0f min%s.", minutes, name));
        } else {
            lines.add("You took time for this today" + name + ".");
        }
        if (result.flare()) {
            lines.add("Today was a day with more pain. A short session is a whole session.");
            return lines;
        }
        muscle(result, lines);
        breath(result, lines);
        for (Prediction one : Prediction.of(result)) {
            if (one.expected() == one.expected() && one.measured() == one.measured()) {
                lines.add(
                        "Tension in " + one.task() + ", where 0 is rest and 10 the task before: " + one.words() + ".");
            }
        }
        RatingResult unease = rating(result, "distress");
        if (unease.change() <= -1) {
            lines.add("You said that you were more at ease at the end than at the start.");
        } else if (unease.change() >= MUCH_UNEASIER) {
            lines.add("You said that you were less at ease at the end. That happens; tell your therapist, and do less"
                    + " next time.");
        }
        return lines;
    }

    private static void muscle(SessionResult result, List<String> lines) {
        double before = alone(result, PhaseKind.ALONE_BEFORE, "muscle");
        double after = alone(result, PhaseKind.ALONE_AFTER, "muscle");
        if (after <= (1 - CLEAR) * before) {
            lines.add(String.format(
                    Locale.ROOT,
                    "Without the screen the muscle was softer at the end than before training: %.1f µV, before %.1f µV.",
                    after,
                    before));
        }
        TrialResult low = result.trials().stream()
                .filter(PatientCard::trains)
                .filter(trial -> trial.zone().percent() >= MOST_OF_THE_TIME_PERCENT)
                .reduce((a, b) -> b)
                .orElse(null);
        if (low != null) {
            boolean veiledAsWell = low.zone().alonePercent() >= MOST_OF_THE_TIME_PERCENT;
            lines.add(
                    "In " + low.phase() + " the muscle stayed at or under the level of your first baseline for most of"
                            + " the time" + (veiledAsWell ? ", also while the screen was veiled." : "."));
        }
    }

    private static void breath(SessionResult result, List<String> lines) {
        TrialResult paced = result.trials().stream()
                .filter(TrialResult::paced)
                .reduce((a, b) -> b)
                .orElse(null);
        if (paced == null) {
            return;
        }
        if (paced.median("with_pacer") >= MOST_BREATHS_PERCENT) {
            lines.add("Most of your breaths went with the pacer.");
        }
        double rest = result.first(PhaseKind.BASELINE)
                .map(trial -> trial.median("swing"))
                .orElse(Double.NaN);
        double swing = paced.median("swing");
        if (swing >= (1 + CLEAR) * rest) {
            lines.add(String.format(
                    Locale.ROOT,
                    "Your heart moved with your breath: up and down by %.0f beats a minute with the pacer, by %.0f at rest.",
                    swing,
                    rest));
        }
    }

    private static double alone(SessionResult result, PhaseKind kind, String measure) {
        return result.last(kind).map(trial -> trial.median(measure)).orElse(Double.NaN);
    }

    private static RatingResult rating(SessionResult result, String question) {
        return result.ratings().stream()
                .filter(one -> one.question().equals(question))
                .findFirst()
                .orElse(new RatingResult(question, Double.NaN, Double.NaN, 0));
    }

    private static List<String> practise(SessionResult result, boolean muscle, boolean breath) {
        List<String> lines = new ArrayList<>();
        String minutes = result.flare() ? "2 to 5 minutes" : "5 to 10 minutes";
        double found = result.found("resonance_per_min");
        double comfortable = result.found("comfortable_rate_per_min");
        double rate = Double.isNaN(found) ? comfortable : found;
        if (breath || !Double.isNaN(rate)) {
            lines.add(
                    Double.isNaN(rate) || result.tooFast() > 0
                            ? "Breathe a little slower than usual, at a rate that is easy, for " + minutes + "."
                            : "Breathe " + Decimals.text(Math.rint(rate * 10) / 10) + " times a minute, for " + minutes
                                    + ". Slow, low, soft;" + " not deeper.");
            String set = result.foundText("resonance_set");
            if (!Double.isNaN(found) && set.contains(",")) {
                lines.add("These rates were alike for your heart: " + set + ". Take the one that is most comfortable.");
            }
        }
        if (muscle) {
            lines.add("Lift or tense the muscle a little, let go, and feel the difference; then let it become softer"
                    + " still. "
                    + (result.flare() ? "Once or twice, only where it does not hurt." : "A few times a day."));
        }
        if (lines.isEmpty()) {
            lines.add("Sit quietly for " + minutes + " and let your breath come and go as it likes.");
        }
        Set<String> helped = result.answers().stream()
                .filter(answer -> answer.question().equals("what_helped"))
                .map(Answer::words)
                .filter(words -> !words.equals("nothing special"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!helped.isEmpty()) {
            lines.add("What you did today: " + String.join("; ", helped) + ". Try it again.");
        }
        return lines;
    }

    private static List<String> scale(SessionResult result, boolean muscle, boolean breath) {
        List<String> lines = new ArrayList<>();
        double rate = result.found("comfortable_rate_per_min");
        if (result.flare()) {
            lines.add("On a day with more pain: half the time, or only one minute, or rest. All of these count.");
        } else {
            lines.add("When it is hard: half the time, and try less.");
        }
        if (breath) {
            lines.add(
                    result.tooFast() > 0 || rate > SOFT_START_PER_MINUTE
                            ? "Take one breath a minute more whenever it feels like work."
                            : "When it feels like work: one breath a minute more, and smaller breaths.");
        }
        if (!result.flare()) {
            lines.add(
                    muscle
                            ? "When it is easy: the same while you type, stand or wait."
                            : "When it is easy: a few minutes longer, or without the pacer.");
        }
        lines.add(STOP);
        return lines;
    }

    private static List<String> guide(SessionResult result) {
        List<String> lines = new ArrayList<>();
        result.trials().stream()
                .map(TrialResult::zone)
                .filter(zone -> !Double.isNaN(zone.levelMicrovolts()))
                .findFirst()
                .ifPresent(zone -> lines.add(String.format(
                        Locale.ROOT,
                        "Here: the level of the muscle, against %.1f µV in your first baseline.",
                        zone.levelMicrovolts())));
        if (result.trials().stream().anyMatch(trial -> trial.paced() && !Double.isNaN(trial.median("swing")))) {
            lines.add("Here: how far your heart moves with each breath.");
        }
        lines.add("At home: how easy it was, from 0 to 10, and what you did.");
        return lines;
    }

    /** As plain text, a line a sentence. */
    public String text() {
        return part("How it went", went) + "\n" + part("To practise", practise) + "\n" + part("Easier or harder", scale)
                + "\n" + part("What shows the way", guide);
    }

    private static String part(String title, List<String> lines) {
        return title + "\n" + lines.stream().map(line -> "- " + line + "\n").collect(Collectors.joining());
    }
}
