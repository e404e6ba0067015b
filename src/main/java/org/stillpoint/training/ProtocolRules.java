package org.stillpoint.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/** What makes no sense in a protocol, whoever wrote it: a file or a person at the station. */
public final class ProtocolRules {

    /** More phases than fit into an appointment or on a ribbon. */
    public static final int MOST_PHASES = 60;

    /** No session is planned longer than this. */
    public static final double LONGEST_SECONDS = 4 * 3600;

    /** Slower than this needs its instruction. */
    public static final double SLOW_PER_MINUTE = 8;

    private static final Set<String> PACING = Set.of("paced-breathing", "resonance", "hrv-training");

    private static final String PACING_SKILLS = "breathing-skills";
    private static final String TURNS_INWARDS = "guided";
    private static final String DARK = "black";

    private ProtocolRules() {}

    /**
     * Something that makes no sense.
     *
     * @param phase place of the phase; -1 when it is about the whole
     * @param key the key of the file that is wrong
     * @param reason one sentence part: what is wrong and what is expected
     */
    public record Fault(int phase, String key, String reason) {}

    /** Whether a pacer leads in it at any time. */
    public static boolean hasPacer(Protocol protocol) {
        return protocol.exercises().stream().anyMatch(id -> PACING.contains(id) || id.equals(PACING_SKILLS));
    }

    /** All faults; empty when the protocol may run. */
    public static List<Fault> faults(Protocol protocol) {
        List<Fault> faults = new ArrayList<>();
        if (protocol.phases().isEmpty()) {
            faults.add(new Fault(-1, "phases", "no [[phases]]; expected one or more"));
        }
        if (protocol.phases().size() > MOST_PHASES) {
            faults.add(new Fault(-1, "phases", protocol.phases().size() + " phases; expected at most " + MOST_PHASES));
        }
        if (protocol.seconds() > LONGEST_SECONDS) {
            faults.add(new Fault(-1, "phases", "the phases take more than four hours together"));
        }
        paces(-1, "rate_per_min", protocol.pacerRatePerMinute(), Pacer::limitedRate, faults);
        paces(-1, "inhale_share", protocol.inhaleShare(), Pacer::limitedShare, faults);
        for (int i = 0; i < protocol.phases().size(); i++) {
            phase(protocol, i, faults);
        }
        for (int i = 0; i < protocol.questions().size(); i++) {
            question(protocol.questions(), i, faults);
        }
        slowOnlyAfterInstruction(protocol, faults);
        return faults;
    }

    /**
     * Whether a protocol is something for a person's first session: eyes open, something to do with the body, and neither a
     * text that turns inwards nor a black screen, which make some people uneasy.
     */
    public static boolean fitsFirstSession(Protocol protocol) {
        return !protocol.exercises().contains(TURNS_INWARDS)
                && !protocol.display().equals(DARK)
                && protocol.phases().stream().noneMatch(phase -> phase.display().equals(DARK));
    }

    /** Untrained people over-breathe at slow rates; the sentence before it makes that less (Szulczewski 2019). */
    private static void slowOnlyAfterInstruction(Protocol protocol, List<Fault> faults) {
        for (int i = 0; i < protocol.phases().size(); i++) {
            Phase phase = protocol.phases().get(i);
            double rate = phase.ratePerMinute() > 0 ? phase.ratePerMinute() : protocol.pacerRatePerMinute();
            if (phase.kind() == PhaseKind.INSTRUCTION) {
                return;
            }
            if (phase.kind().paces()
                    && rate < SLOW_PER_MINUTE
                    && protocol.exercises().stream().anyMatch(PACING::contains)) {
                faults.add(new Fault(
                        i,
                        "kind",
                        "slow breathing needs an instruction phase before it that says: slow, low, soft; not deeper"));
                return;
            }
        }
    }

    /** What the pacer never does, whoever asks; an absent value is no fault. */
    private static void paces(int place, String key, double value, DoubleUnaryOperator within, List<Fault> faults) {
        if (value == value && within.applyAsDouble(value) != value) {
            faults.add(new Fault(place, key, value + " is not within the pacer's limits"));
        }
    }

    private static void question(List<Question> questions, int place, List<Fault> faults) {
        Question question = questions.get(place);
        String at = "questions/" + place + "/";
        boolean twice = questions.subList(0, place).stream()
                .anyMatch(other -> other.id().equals(question.id()));
        if (twice) {
            faults.add(new Fault(-1, at + "id", "there are two questions \"" + question.id() + "\""));
        }
        if (question.takes().chooses() && question.choices().size() < 2) {
            faults.add(new Fault(-1, at + "choices", "expected two choices or more"));
        }
        if (!question.labels().isEmpty()
                && question.labels().size() != question.choices().size()) {
            faults.add(new Fault(
                    -1,
                    at + "labels",
                    "expected one for each of the " + question.choices().size() + " choices"));
        }
        if (!(question.from() < question.to())) {
            faults.add(new Fault(-1, at + "to", "expected more than from"));
        }
    }

    private static void phase(Protocol protocol, int place, List<Fault> faults) {
        Phase phase = protocol.phases().get(place);
        PhaseKind kind = phase.kind();
        if (!phase.exercise().isEmpty() && !protocol.exercises().contains(phase.exercise())) {
            faults.add(new Fault(
                    place,
                    "exercise",
                    "exercise \"" + phase.exercise() + "\" is not one of this protocol's: " + protocol.exercises()));
        }
        paces(place, "rate_per_min", phase.ratePerMinute(), Pacer::limitedRate, faults);
        paces(place, "inhale_share", phase.inhaleShare(), Pacer::limitedShare, faults);
        if (kind == PhaseKind.QUESTION && phase.question().isEmpty()) {
            faults.add(new Fault(place, "question", "a question phase needs a question"));
        }
        if (kind == PhaseKind.QUESTION
                && !protocol.question(phase.question()).takes().awaited()) {
            faults.add(new Fault(
                    place, "question", "a question phase ends with its answer, and this question goes on and on"));
        }
        if (kind == PhaseKind.SCRIPT && phase.script().isEmpty()) {
            faults.add(new Fault(place, "script", "a script phase needs a script"));
        }
        if (kind == PhaseKind.STRESSOR && phase.consent().isEmpty()) {
            faults.add(new Fault(place, "consent", "a stressor needs a consent text: nobody is stressed unasked"));
        }
        if (phase.dropRank() > 0 && kind.always()) {
            faults.add(new Fault(
                    place, "drop_rank", "a phase that shows the skill without help is never left out; expected 0"));
        }
        if (phase.veilSeconds() > 0) {
            if (kind != PhaseKind.FEEDBACK) {
                faults.add(new Fault(place, "veil_seconds", "only feedback can be veiled for a while"));
            }
            if (!(phase.veilEverySeconds() > phase.veilSeconds())) {
                faults.add(new Fault(place, "veil_every_seconds", "expected more than veil_seconds"));
            }
        }
        if (phase.pacerEverySeconds() > 0 && !kind.paces()) {
            faults.add(new Fault(place, "pacer_every_seconds", "only a phase that paces has a pacer that can fade"));
        }
        if (phase.pacerSeconds() > 0 && !(phase.pacerEverySeconds() > phase.pacerSeconds())) {
            faults.add(new Fault(place, "pacer_seconds", "expected less than pacer_every_seconds"));
        }
        if (phase.end() == PhaseEnd.DONE
                && phase.exercise().isEmpty()
                && phase.question().isEmpty()
                && phase.script().isEmpty()) {
            faults.add(new Fault(
                    place, "end", "a phase that ends when it is done needs an exercise, a question or a script"));
        }
    }
}
