package org.stillpoint.care;

import java.util.ArrayList;
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

    private static final double CLEAR_BEATS = 1;
    private static final int STOPS = 2;
    private static final double MOST_BREATHS_PERCENT = 67;
    private static final double MOST_OF_THE_TIME_PERCENT = 60;
    private static final double MUCH_UNEASIER = 3;
    private static final Set<PhaseKind> PRACTICE =
            Set.of(PhaseKind.FEEDBACK, PhaseKind.PACER_ONLY, PhaseKind.VEILED, PhaseKind.SCRIPT, PhaseKind.TRANSFER);

    public PatientCard {
        went = List.copyOf(went);
        practise = List.copyOf(practise);
        scale = List.copyOf(scale);
        guide = List.copyOf(guide);
    }

    /** @param protocol null when only signals were recorded */
    public static PatientCard of(SessionResult result, Protocol protocol) {
        HomePlan plan = HomePlan.of(result, protocol);
        return new PatientCard(went(result, protocol), plan.practise(), plan.scale(), guide(result, protocol));
    }

    private static List<String> went(SessionResult result, Protocol protocol) {
        List<String> lines = new ArrayList<>();
        double minutes = result.trials().stream()
                        .filter(trial -> trial.kind() != null && PRACTICE.contains(trial.kind()))
                        .mapToDouble(trial -> trial.toSeconds() - trial.fromSeconds())
                        .sum()
                / 60;
        String name = protocol == null ? "" : ": " + protocol.name();
        if (minutes >= 1) {
            lines.add(String.format(Locale.ROOT, "You practised for %.0f min%s.", minutes, name));
        } else {
            lines.add("You took time for this today" + name + ".");
        }
        if (result.tooFast() > 0) {
            lines.add(
                    result.tooFast() == 1
                            ? "It was too fast for you at one point, and you said so. That is what the button is for."
                            : "It was too fast for you more than once, and you said so. That is what the button is for.");
        }
        if (result.flare()) {
            lines.add("Today was a day with more pain. A short session is a whole session.");
            return lines;
        }
        if (result.first(PhaseKind.STRESSOR).isPresent()) {
            lines.add("You met something hard today, and took time to come back.");
        }
        rates(result, lines);
        releases(result, lines);
        unmeasured(result, protocol, lines);
        if (HomePlan.trainsMuscle(result, protocol)) {
            noSofter(result, lines);
        }
        muscle(result, lines);
        breath(result, lines);
        for (Prediction one : Prediction.of(result)) {
            if (one.expected() == one.expected() && one.measured() == one.measured()) {
                lines.add(
                        "Tension in " + one.task() + ", where 0 is rest and 10 the task before: " + one.words() + ".");
            }
        }
        RatingResult unease = RatingResult.of(result.ratings(), "distress");
        if (unease.change() <= -1) {
            lines.add("You said that you were more at ease at the end than at the start.");
        } else if (unease.change() >= MUCH_UNEASIER) {
            lines.add("You said that you were less at ease at the end. That happens; tell your therapist, and do less"
                    + " next time.");
        }
        return lines;
    }

    private static void rates(SessionResult result, List<String> lines) {
        switch (result.foundText("resonance_status")) {
            case "confident" ->
                lines.add("Your heart answered most near " + Decimals.text(result.found("resonance_per_min"))
                        + " breaths a minute.");
            case "inconclusive", "failed" ->
                lines.add("No single rate stood out today. That happens, and it is nobody's fault.");
            default -> {
                // none was looked for
            }
        }
    }

    private static void releases(SessionResult result, List<String> lines) {
        double judged = result.found("releases_judged");
        double tense = result.found("releases_not_let_go");
        double seconds = result.found("release_s");
        if (judged > 0 && 2 * tense >= judged) {
            lines.add("Letting go took longer than the pauses gave. Nothing has to be forced; take longer pauses.");
        } else if (seconds >= 0) {
            lines.add(String.format(
                    Locale.ROOT, "When you let go, the muscle was at rest after about %.0f s.", Math.max(1, seconds)));
        }
    }

    private static void unmeasured(SessionResult result, Protocol protocol, List<String> lines) {
        boolean measured = result.trials().stream()
                .flatMap(trial -> trial.measures().stream())
                .anyMatch(measure -> measure.all().present());
        if (protocol != null && !result.trials().isEmpty() && !measured) {
            lines.add("Nothing was measured today. The practice counts all the same.");
        }
    }

    private static void noSofter(SessionResult result, List<String> lines) {
        double before = alone(result, PhaseKind.ALONE_BEFORE, "muscle");
        double after = alone(result, PhaseKind.ALONE_AFTER, "muscle");
        if (after >= (1 + CLEAR) * before) {
            lines.add(
                    "Without the screen the muscle was a little tenser at the end than before training. Long sitting can do"
                            + " that; one session says little.");
        } else if (after > (1 - CLEAR) * before) {
            lines.add("Without the screen the muscle was much the same at the end as before training. One session says"
                    + " little.");
        }
    }

    private static void muscle(SessionResult result, List<String> lines) {
        double before = alone(result, PhaseKind.ALONE_BEFORE, "muscle");
        double after = alone(result, PhaseKind.ALONE_AFTER, "muscle");
        if (after <= (1 - CLEAR) * before) {
            lines.add(String.format(
                    Locale.ROOT,
                    "Without the screen %s was softer at the end than before training: %.1f µV, before %.1f µV.",
                    muscleOf(result),
                    after,
                    before));
        }
        TrialResult low = result.trials().stream()
                .filter(TrialResult::trained)
                .filter(trial -> trial.zone().percent() >= MOST_OF_THE_TIME_PERCENT)
                .reduce((a, b) -> b)
                .orElse(null);
        if (low != null) {
            boolean veiledAsWell = low.zone().alonePercent() >= MOST_OF_THE_TIME_PERCENT;
            lines.add(
                    veiledAsWell
                            ? "For most of " + low.phase()
                                    + " " + muscleOf(result) + " was as quiet as at your first rest here, or"
                                    + " quieter, also while the screen was veiled."
                            : "For most of " + low.phase() + " " + muscleOf(result)
                                    + " was as quiet as at your first rest here, or quieter.");
        }
    }

    /** In words; with two of them the one that counts is named. */
    private static String muscleOf(SessionResult result) {
        return result.trials().stream()
                .map(TrialResult::muscleSite)
                .filter(site -> !site.isEmpty())
                .findFirst()
                .map(site -> "the muscle (" + site + ")")
                .orElse("the muscle");
    }

    private static void breath(SessionResult result, List<String> lines) {
        TrialResult paced = result.trials().stream()
                .filter(TrialResult::paced)
                .reduce((a, b) -> b)
                .orElse(null);
        if (paced == null || result.tooFast() >= STOPS) {
            // a pacer that was stopped says nothing of how it went with it
            return;
        }
        if (paced.median("with_pacer") >= MOST_BREATHS_PERCENT) {
            lines.add("Most of your breaths went with the pacer.");
        }
        double rest = result.first(PhaseKind.BASELINE)
                .map(trial -> trial.median("swing"))
                .orElse(Double.NaN);
        double swing = paced.median("swing");
        if (swing >= rest + CLEAR_BEATS) {
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

    private static List<String> guide(SessionResult result, Protocol protocol) {
        List<String> lines = new ArrayList<>();
        result.trials().stream()
                .filter(trial -> HomePlan.trainsMuscle(result, protocol))
                .map(TrialResult::zone)
                .filter(zone -> !Double.isNaN(zone.levelMicrovolts()))
                .findFirst()
                .ifPresent(zone -> lines.add(String.format(
                        Locale.ROOT,
                        "Here: how quiet %s is, against %.1f µV at your first rest here.",
                        muscleOf(result),
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
