package org.stillpoint.care;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.signal.Decimals;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.RateChoice;

/**
 * What to practise until the next time and how to make it easier or harder, from what a session trained and found. Lengths
 * and how often are engineering choices. A rate that had to be eased is asked of nobody at home.
 *
 * @param practise what to do
 * @param scale how to make it easier or harder, and when to stop
 */
record HomePlan(List<String> practise, List<String> scale) {

    private static final Set<String> MUSCLE = Set.of("emg-relaxation", "pmr", "work-rest", "guarding", "transfer");
    private static final Set<String> BREATH =
            Set.of("paced-breathing", "resonance", "hrv-training", "breathing-skills", "slower-breath");
    private static final double SOFT_START_PER_MINUTE = 8;
    private static final double EVEN_SHARE = 0.45;
    private static final double SLOW_ENOUGH_PER_MINUTE = 10;
    private static final double MUCH_UNEASIER = 3;
    private static final String NOTHING = "nothing special";

    private static final String STOP =
            "Stop, and breathe as you like, when you feel dizzy, faint, tingly or short of breath, or"
                    + " when pain or unease grows, and tell your therapist. With chest pain or fainting get help at once.";

    HomePlan {
        practise = List.copyOf(practise);
        scale = List.copyOf(scale);
    }

    /** @param protocol null when only signals were recorded */
    static HomePlan of(SessionResult result, Protocol protocol) {
        Set<String> exercises = protocol == null ? Set.of() : Set.copyOf(protocol.exercises());
        boolean muscle = trainsMuscle(result, protocol);
        boolean breath = exercises.stream().anyMatch(BREATH::contains)
                || result.trials().stream().anyMatch(TrialResult::paced)
                || result.found("resonance_per_min") > 0;
        return new HomePlan(practise(result, exercises, muscle, breath), scale(result, muscle, breath));
    }

    /** Whether letting go of a muscle was what the session is for. */
    static boolean trainsMuscle(SessionResult result, Protocol protocol) {
        return protocol == null
                ? result.trials().stream()
                        .anyMatch(trial ->
                                trial.trained() && trial.measure("muscle").isPresent())
                : protocol.exercises().stream().anyMatch(MUSCLE::contains);
    }

    private static List<String> practise(SessionResult result, Set<String> exercises, boolean muscle, boolean breath) {
        List<String> lines = new ArrayList<>();
        String minutes = result.flare() ? "2 to 5 minutes" : "5 to 10 minutes";
        if (breath) {
            breathe(result, minutes, lines);
        }
        if (muscle) {
            lines.add(
                    result.flare()
                            ? "Tense a muscle a little, only where it does not hurt, and let go. Once or twice is enough."
                            : "Tense a muscle a little, only where it does not hurt. Let go, feel the difference, and let"
                                    + " it become softer still. A few times a day.");
        }
        if (exercises.contains("guarding")) {
            lines.add("At work: let go for a breath between two moves, and take a short break before it gets hard.");
        }
        if (exercises.contains("transfer")) {
            lines.add("Choose one task of your day, and do it as lightly as it allows.");
        }
        if (exercises.contains("warm-hands")) {
            lines.add("Rest your hands and think of warmth, for " + minutes + ".");
        }
        if (exercises.contains("flexion-relaxation")) {
            lines.add("Bend and move only as far as is comfortable; your therapist says which movements suit you.");
        }
        boolean uneasier = RatingResult.of(result.ratings(), "distress").change() >= MUCH_UNEASIER;
        if (exercises.contains("guided") && !uneasier) {
            lines.add("Go through it again in your mind, for " + minutes + ", eyes open or closed, as is easier.");
        }
        if (lines.isEmpty()) {
            lines.add("Sit quietly for " + minutes + ", eyes open if you like, and let your breath come and go.");
        }
        Set<String> helped = helped(result);
        if (!helped.isEmpty()) {
            lines.add("What you did today: " + String.join("; ", helped) + ". Try it again.");
        }
        return lines;
    }

    private static void breathe(SessionResult result, String minutes, List<String> lines) {
        double found = result.found("resonance_per_min");
        double chosen = result.found(RateChoice.KEY);
        double rate = !Double.isNaN(chosen) ? chosen : Double.isNaN(found) ? known(result) : found;
        boolean open = result.foundText("resonance_status").equals("inconclusive");
        lines.add(
                result.tooFast() > 0 || Double.isNaN(rate) && !open
                        ? "Breathe a little slower than usual, at a rate that is easy, for " + minutes
                                + ". Slow, low, soft; not deeper."
                        : Double.isNaN(rate)
                                ? "Breathe at an easy rate near six a minute, for " + minutes
                                        + ". Slow, low, soft; not deeper."
                                : "Breathe " + Decimals.text(rate) + " times a minute, for " + minutes
                                        + ". Slow, low, soft; not deeper.");
        if (result.found("comfortable_inhale_share") < EVEN_SHARE) {
            lines.add("Let the out-breath be a little longer than the in-breath, as was comfortable today.");
        }
        String set = result.foundText("resonance_set");
        if (rate == found && result.tooFast() == 0 && set.contains(",")) {
            lines.add("These rates were alike for your heart: " + set + ". Take the one that is most comfortable.");
        }
    }

    /** The rate that was trained, or the slowest that was comfortable, to the half above: slower is asked of nobody. */
    private static double known(SessionResult result) {
        double trained = result.found("trained_rate_per_min");
        double comfortable = result.found("comfortable_rate_per_min");
        double rate = Double.isNaN(trained) ? Math.ceil(2 * comfortable - 0.1) / 2 : Math.rint(10 * trained) / 10;
        return rate <= SLOW_ENOUGH_PER_MINUTE ? rate : Double.NaN;
    }

    /** What was done, once each; an answer after a trial begins with the trial's title. */
    private static Set<String> helped(SessionResult result) {
        return result.answers().stream()
                .filter(answer -> answer.question().equals("what_helped"))
                .map(answer -> result.trials().stream()
                        .map(trial -> trial.phase() + ": ")
                        .filter(answer.words()::startsWith)
                        .findFirst()
                        .map(title -> answer.words().substring(title.length()))
                        .orElse(answer.words()))
                .flatMap(words -> Stream.of(words.split(", ")))
                .filter(words -> !words.equals(NOTHING))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> scale(SessionResult result, boolean muscle, boolean breath) {
        List<String> lines = new ArrayList<>();
        lines.add(
                result.flare()
                        ? "On a day with more pain: half the time, or only one minute, or rest. All of these count."
                        : "When it is hard, or on a day with more pain: half the time, or one minute, or rest. All of"
                                + " these count.");
        if (breath) {
            lines.add(
                    result.tooFast() > 0 || result.found("comfortable_rate_per_min") > SOFT_START_PER_MINUTE
                            ? "When it feels like work: breathe one breath a minute faster, or as you like."
                            : "When it feels like work: breathe one breath a minute faster, and smaller.");
        }
        RatingResult unease = RatingResult.of(result.ratings(), "distress");
        if (!result.flare() && !(unease.change() >= MUCH_UNEASIER)) {
            lines.add(
                    muscle
                            ? "When it is easy: the same while you type, stand or wait."
                            : breath
                                    ? "When it is easy: a few minutes longer, or without the pacer."
                                    : "When it is easy: a few minutes longer.");
        }
        lines.add(STOP);
        return lines;
    }
}
