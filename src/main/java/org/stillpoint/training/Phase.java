package org.stillpoint.training;

import java.util.List;
import java.util.Objects;

/**
 * One step of a protocol. Texts that are absent are empty, numbers that are absent are NaN: then the protocol's hold.
 *
 * @param title what the ribbon shows, for instance {@code Trial 1}
 * @param kind what it is for
 * @param seconds planned length, or the longest one when {@code end} is {@code DONE}
 * @param text the one sentence that the patient reads
 * @param end what ends it
 * @param minimumSeconds shorter than this it makes no sense
 * @param dropRank 0 = never left out; 1 = left out first when time runs short, then 2, …
 * @param exercise id of the exercise that runs in it; empty = those of the protocol
 * @param ratePerMinute the pacer's rate in it
 * @param inhaleShare the pacer's in-breath share in it
 * @param display the feedback display it starts with
 * @param sound the sound it starts with
 * @param thresholdPercentile where a goal is set from the trial before, percent of its time under the line; 0 =
 *     the signal is shown and no goal is set
 * @param veilSeconds so long the feedback is hidden at the end of every {@code veilEverySeconds}; 0 = never
 * @param veilEverySeconds see {@code veilSeconds}
 * @param script id of the script that leads it
 * @param question id of the question it asks
 * @param markers labels that belong on the marker keys, beside the usual ones
 * @param consent asked before it begins, with a way to skip; empty = nothing is asked
 * @param rationale why, in one line
 * @param pacerSeconds so long the pacer is there at the beginning of every {@code pacerEverySeconds}; the rest of it the
 *     person goes on alone
 * @param pacerEverySeconds see {@code pacerSeconds}; 0 = the pacer is always there
 * @param spoken whether the person talks in it: then breath and heart-rate variability say nothing
 */
public record Phase(
        String title,
        PhaseKind kind,
        double seconds,
        String text,
        PhaseEnd end,
        double minimumSeconds,
        int dropRank,
        String exercise,
        double ratePerMinute,
        double inhaleShare,
        String display,
        String sound,
        double thresholdPercentile,
        double veilSeconds,
        double veilEverySeconds,
        String script,
        String question,
        List<String> markers,
        String consent,
        String rationale,
        double pacerSeconds,
        double pacerEverySeconds,
        boolean spoken) {

    /** What an older recording's header does not know yet becomes absent. */
    public Phase {
        end = Objects.requireNonNullElse(end, PhaseEnd.TIME);
        minimumSeconds = minimumSeconds > 0 ? Math.min(minimumSeconds, seconds) : seconds;
        exercise = Objects.requireNonNullElse(exercise, "");
        ratePerMinute = ratePerMinute > 0 ? ratePerMinute : Double.NaN;
        inhaleShare = inhaleShare > 0 ? inhaleShare : Double.NaN;
        display = Objects.requireNonNullElse(display, "");
        sound = Objects.requireNonNullElse(sound, "");
        thresholdPercentile = thresholdPercentile >= 0 ? thresholdPercentile : Double.NaN;
        script = Objects.requireNonNullElse(script, "");
        question = Objects.requireNonNullElse(question, "");
        markers = markers == null ? List.of() : List.copyOf(markers);
        consent = Objects.requireNonNullElse(consent, "");
        rationale = Objects.requireNonNullElse(rationale, "");
    }

    /** With the pacer always there, and nobody talking. */
    public Phase(
            String title,
            PhaseKind kind,
            double seconds,
            String text,
            PhaseEnd end,
            double minimumSeconds,
            int dropRank,
            String exercise,
            double ratePerMinute,
            double inhaleShare,
            String display,
            String sound,
            double thresholdPercentile,
            double veilSeconds,
            double veilEverySeconds,
            String script,
            String question,
            List<String> markers,
            String consent,
            String rationale) {
        this(
                title,
                kind,
                seconds,
                text,
                end,
                minimumSeconds,
                dropRank,
                exercise,
                ratePerMinute,
                inhaleShare,
                display,
                sound,
                thresholdPercentile,
                veilSeconds,
                veilEverySeconds,
                script,
                question,
                markers,
                consent,
                rationale,
                0,
                0,
                false);
    }

    /** A plain phase: so long, this sentence, all else as the protocol says. */
    public Phase(String title, PhaseKind kind, double seconds, String text) {
        this(
                title,
                kind,
                seconds,
                text,
                PhaseEnd.TIME,
                seconds,
                0,
                "",
                Double.NaN,
                Double.NaN,
                "",
                "",
                Double.NaN,
                0,
                0,
                "",
                "",
                List.of(),
                "",
                "");
    }

    /** The same, so long; its minimum is not longer. */
    public Phase lasting(double newSeconds) {
        return with(newSeconds, text, display, sound, thresholdPercentile);
    }

    /** The same with what a therapist may adjust; a minimum of its own stays, and is not longer than it. */
    public Phase with(
            double newSeconds, String newText, String newDisplay, String newSound, double newThresholdPercentile) {
        return copy(
                newSeconds,
                newText,
                newDisplay,
                newSound,
                newThresholdPercentile,
                ratePerMinute,
                veilSeconds,
                veilEverySeconds);
    }

    /** The same at another pace. @param newRatePerMinute NaN = the protocol's */
    public Phase pacedAt(double newRatePerMinute) {
        return copy(
                seconds, text, display, sound, thresholdPercentile, newRatePerMinute, veilSeconds, veilEverySeconds);
    }

    /** The same with its feedback hidden so long at the end of every so many seconds; 0 and 0 = never. */
    public Phase hiding(double newVeilSeconds, double newVeilEverySeconds) {
        return copy(
                seconds, text, display, sound, thresholdPercentile, ratePerMinute, newVeilSeconds, newVeilEverySeconds);
    }

    private Phase copy(
            double newSeconds,
            String newText,
            String newDisplay,
            String newSound,
            double newThresholdPercentile,
            double newRatePerMinute,
            double newVeilSeconds,
            double newVeilEverySeconds) {
        return new Phase(
                title,
                kind,
                newSeconds,
                newText,
                end,
                minimumSeconds < seconds ? Math.min(minimumSeconds, newSeconds) : newSeconds,
                dropRank,
                exercise,
                newRatePerMinute,
                inhaleShare,
                newDisplay,
                newSound,
                newThresholdPercentile,
                newVeilSeconds,
                newVeilEverySeconds,
                script,
                question,
                markers,
                consent,
                rationale,
                pacerSeconds,
                pacerEverySeconds,
                spoken);
    }

    /** Whether it may be left out when time runs short. */
    public boolean mayDrop() {
        return dropRank > 0 && !kind.always();
    }

    /** Whether the feedback is hidden at this second of the phase. */
    public boolean veiled(double elapsedSeconds) {
        return kind == PhaseKind.VEILED
                || veilSeconds > 0 && elapsedSeconds % veilEverySeconds >= veilEverySeconds - veilSeconds;
    }

    /** From this second on until the pacer goes away for a while; NaN when it stays or is away already. */
    public double pacerSecondsLeft(double elapsedSeconds) {
        return pacerEverySeconds > pacerSeconds && pacerThere(elapsedSeconds)
                ? pacerSeconds - elapsedSeconds % pacerEverySeconds
                : Double.NaN;
    }

    /** Whether the pacer is there at this second of the phase, where it paces at all. */
    public boolean pacerThere(double elapsedSeconds) {
        return !(pacerEverySeconds > 0) || elapsedSeconds % pacerEverySeconds < pacerSeconds;
    }
}
