package org.stillpoint.training;

import java.util.List;
import java.util.Objects;

/**
 * A training as data.
 *
 * @param id word of the command line
 * @param name for people
 * @param exercises ids of the exercises in {@code Exercises} that run in its phases
 * @param display id of the feedback display it starts with
 * @param sound id of the sound it starts with; empty = the display's own
 * @param pacerRatePerMinute where the pacer goes
 * @param inhaleShare share of the in-breath
 * @param pauseFullSeconds pause after the in-breath, 0 as usual
 * @param pauseEmptySeconds pause after the out-breath, 0 as usual
 * @param glide whether the pacer comes down from the person's own rate instead of starting where it goes
 * @param dim whether the patient's window is dim and warm, as before sleep
 * @param rationale why, in one line
 * @param phases in order
 * @param questions its own questions, which its phases name; they go before those of the catalogue
 * @param shorter id of the shorter form of the same that a flare day takes; empty = none, it takes this one
 * @param posture how the body is held in its baseline
 */
public record Protocol(
        String id,
        String name,
        List<String> exercises,
        String display,
        String sound,
        double pacerRatePerMinute,
        double inhaleShare,
        double pauseFullSeconds,
        double pauseEmptySeconds,
        boolean glide,
        boolean dim,
        String rationale,
        List<Phase> phases,
        List<Question> questions,
        String shorter,
        Posture posture) {

    /** What an older recording's header does not know yet becomes absent. */
    public Protocol {
        sound = Objects.requireNonNullElse(sound, "");
        questions = questions == null ? List.of() : List.copyOf(questions);
        shorter = Objects.requireNonNullElse(shorter, "");
        posture = Objects.requireNonNullElse(posture, Posture.UPRIGHT);
    }

    /** Without a shorter form, sitting upright. */
    public Protocol(
            String id,
            String name,
            List<String> exercises,
            String display,
            String sound,
            double pacerRatePerMinute,
            double inhaleShare,
            double pauseFullSeconds,
            double pauseEmptySeconds,
            boolean glide,
            boolean dim,
            String rationale,
            List<Phase> phases,
            List<Question> questions) {
        this(
                id,
                name,
                exercises,
                display,
                sound,
                pacerRatePerMinute,
                inhaleShare,
                pauseFullSeconds,
                pauseEmptySeconds,
                glide,
                dim,
                rationale,
                phases,
                questions,
                "",
                Posture.UPRIGHT);
    }

    /** Without questions of its own, with a window as bright as usual. */
    public Protocol(
            String id,
            String name,
            List<String> exercises,
            String display,
            String sound,
            double pacerRatePerMinute,
            double inhaleShare,
            double pauseFullSeconds,
            double pauseEmptySeconds,
            boolean glide,
            String rationale,
            List<Phase> phases) {
        this(
                id,
                name,
                exercises,
                display,
                sound,
                pacerRatePerMinute,
                inhaleShare,
                pauseFullSeconds,
                pauseEmptySeconds,
                glide,
                false,
                rationale,
                phases,
                List.of());
    }

    /** Without a sound of its own, the pacer where it goes from the first breath. */
    public Protocol(
            String id,
            String name,
            List<String> exercises,
            String display,
            double pacerRatePerMinute,
            double inhaleShare,
            String rationale,
            List<Phase> phases) {
        this(id, name, exercises, display, "", pacerRatePerMinute, inhaleShare, 0, 0, false, rationale, phases);
    }

    /** The same with other phases. */
    public Protocol with(List<Phase> newPhases) {
        return with(id, name, newPhases);
    }

    /** The same as another one's copy. */
    public Protocol with(String newId, String newName, List<Phase> newPhases) {
        return new Protocol(
                newId,
                newName,
                exercises,
                display,
                sound,
                pacerRatePerMinute,
                inhaleShare,
                pauseFullSeconds,
                pauseEmptySeconds,
                glide,
                dim,
                rationale,
                newPhases,
                questions,
                shorter,
                posture);
    }

    /** The question with this id: its own, else the catalogue's. */
    public Question question(String questionId) {
        return questions.stream()
                .filter(question -> question.id().equals(questionId))
                .findFirst()
                .orElseGet(() -> Questions.of(questionId));
    }

    /** Planned seconds of all phases. */
    public double seconds() {
        return phases.stream().mapToDouble(Phase::seconds).sum();
    }

    /** The least it takes: what may be left out left out, the rest at its minimum. */
    public double minimumSeconds() {
        return phases.stream()
                .filter(phase -> !phase.mayDrop())
                .mapToDouble(Phase::minimumSeconds)
                .sum();
    }
}
