package org.stillpoint.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.stillpoint.signal.Modality;
import org.stillpoint.training.Exercise;
import org.stillpoint.training.Exercises;
import org.stillpoint.training.Pacer;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseEnd;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Posture;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.ProtocolRules;
import org.stillpoint.training.Question;

/** One {@code protocols/<id>.toml}; a fault gives its line and what was expected, and no protocol. */
record ProtocolFile(Protocol protocol, int order) {

    private static final int LAST = 1000;
    private static final double LONGEST_PHASE_SECONDS = 7200;
    private static final double LARGEST_NUMBER = 999_999;
    private static final Set<String> KEYS = Set.of(
            "id",
            "name",
            "order",
            "exercises",
            "display",
            "sound",
            "dim",
            "rationale",
            "shorter",
            "posture",
            "pacer",
            "questions",
            "phases");
    private static final Set<String> PACER_KEYS =
            Set.of("rate_per_min", "inhale_share", "pause_full_seconds", "pause_empty_seconds", "glide");
    private static final Set<String> QUESTION_KEYS = Set.of(
            "id",
            "asks",
            "takes",
            "by",
            "choices",
            "labels",
            "none",
            "low",
            "high",
            "from",
            "to",
            "unit",
            "needs",
            "own_words",
            "remembered");
    private static final Set<String> PHASE_KEYS = Set.of(
            "title",
            "kind",
            "seconds",
            "text",
            "end",
            "minimum_seconds",
            "drop_rank",
            "exercise",
            "rate_per_min",
            "inhale_share",
            "display",
            "sound",
            "threshold_percentile",
            "veil_seconds",
            "veil_every_seconds",
            "script",
            "question",
            "markers",
            "consent",
            "rationale",
            "pacer_seconds",
            "pacer_every_seconds",
            "spoken");

    /** All keys that a file may hold. */
    static Set<String> keys() {
        Set<String> keys = new TreeSet<>(KEYS);
        keys.addAll(PACER_KEYS);
        keys.addAll(QUESTION_KEYS);
        keys.addAll(PHASE_KEYS);
        keys.removeAll(Set.of("pacer", "questions", "phases"));
        return keys;
    }

    static Optional<ProtocolFile> read(Path file, List<String> problems) {
        TomlReading toml = TomlReading.open(file, problems).orElse(null);
        if (toml == null) {
            return Optional.empty();
        }
        ProtocolFile read = protocol(toml);
        problems.addAll(toml.faults());
        return toml.faults().isEmpty() ? Optional.of(read) : Optional.empty();
    }

    private static ProtocolFile protocol(TomlReading toml) {
        toml.onlyKnown("", KEYS);
        toml.onlyKnown("/pacer", PACER_KEYS);
        Protocol protocol = new Protocol(
                toml.id(),
                toml.text("", "name"),
                exercises(toml),
                toml.text("", "display"),
                toml.optional("", "sound"),
                toml.number("/pacer", "rate_per_min", 6, Pacer.MIN_RATE_PER_MINUTE, Pacer.MAX_RATE_PER_MINUTE),
                toml.number("/pacer", "inhale_share", 0.45, Pacer.MIN_INHALE_SHARE, Pacer.MAX_INHALE_SHARE),
                toml.number("/pacer", "pause_full_seconds", 0, 0, Pacer.MAX_PAUSE_SECONDS),
                toml.number("/pacer", "pause_empty_seconds", 0, 0, Pacer.MAX_PAUSE_SECONDS),
                toml.yes("/pacer", "glide"),
                toml.yes("", "dim"),
                toml.text("", "rationale"),
                phases(toml),
                questions(toml),
                toml.optional("", "shorter"),
                toml.word("", "posture", Posture.values(), Posture.UPRIGHT, true));
        int order = (int) toml.number("", "order", LAST, -LAST, LAST);
        if (toml.faults().isEmpty()) {
            for (ProtocolRules.Fault wrong : ProtocolRules.faults(protocol)) {
                String at = wrong.phase() < 0 ? "" : "/phases/" + wrong.phase();
                toml.fault(at + "/" + wrong.key(), wrong.reason());
            }
        }
        return new ProtocolFile(protocol, order);
    }

    private static List<String> exercises(TomlReading toml) {
        List<String> known = Exercises.all().stream().map(Exercise::id).toList();
        List<String> named = new ArrayList<>();
        for (String exercise : toml.words("", "exercises")) {
            named.add(exercise);
            if (!known.contains(exercise)) {
                toml.fault("/exercises", "there is no exercise \"" + exercise + "\"; expected some of " + known);
            }
        }
        if (named.isEmpty()) {
            toml.fault("/exercises", "no exercise; expected some of " + known);
        }
        return List.copyOf(named);
    }

    private static List<Question> questions(TomlReading toml) {
        List<Question> questions = new ArrayList<>();
        int count = Math.min(toml.tables("/questions"), ProtocolRules.MOST_PHASES);
        for (int i = 0; i < count; i++) {
            String at = "/questions/" + i;
            toml.onlyKnown(at, QUESTION_KEYS);
            questions.add(question(toml, at));
        }
        return List.copyOf(questions);
    }

    private static Question question(TomlReading toml, String at) {
        return new Question(
                toml.text(at, "id"),
                toml.text(at, "asks"),
                toml.word(at, "takes", Question.Takes.values(), Question.Takes.RATING, false),
                toml.word(at, "by", Question.By.values(), Question.By.PATIENT, true),
                toml.words(at, "choices"),
                toml.words(at, "labels"),
                toml.optional(at, "none"),
                toml.optional(at, "low"),
                toml.optional(at, "high"),
                toml.number(at, "from", 0, 0, LARGEST_NUMBER),
                toml.number(at, "to", 0, 0, LARGEST_NUMBER),
                toml.optional(at, "unit"),
                sensors(toml, at),
                toml.yes(at, "own_words"),
                toml.optional(at, "remembered"));
    }

    private static List<Modality> sensors(TomlReading toml, String at) {
        List<Modality> sensors = new ArrayList<>();
        for (int i = 0; i < toml.at(at + "/needs").size(); i++) {
            sensors.add(toml.word(at + "/needs", Integer.toString(i), Modality.values(), Modality.EMG, false));
        }
        return sensors;
    }

    private static List<Phase> phases(TomlReading toml) {
        List<Phase> phases = new ArrayList<>();
        int count = toml.tables("/phases");
        if (count > ProtocolRules.MOST_PHASES) {
            toml.fault("/phases", count + " phases; expected at most " + ProtocolRules.MOST_PHASES);
            return List.of();
        }
        for (int i = 0; i < count; i++) {
            String at = "/phases/" + i;
            toml.onlyKnown(at, PHASE_KEYS);
            phases.add(phase(toml, at));
        }
        return List.copyOf(phases);
    }

    private static Phase phase(TomlReading toml, String at) {
        double seconds = toml.number(at, "seconds", 1, LONGEST_PHASE_SECONDS);
        return new Phase(
                toml.text(at, "title"),
                toml.word(at, "kind", PhaseKind.values(), PhaseKind.REST, false),
                seconds,
                toml.text(at, "text"),
                toml.word(at, "end", PhaseEnd.values(), PhaseEnd.TIME, true),
                toml.number(at, "minimum_seconds", seconds, 1, Math.max(1, seconds)),
                (int) toml.number(at, "drop_rank", 0, 0, 99),
                toml.optional(at, "exercise"),
                toml.number(at, "rate_per_min", Double.NaN, Pacer.MIN_RATE_PER_MINUTE, Pacer.MAX_RATE_PER_MINUTE),
                toml.number(at, "inhale_share", Double.NaN, Pacer.MIN_INHALE_SHARE, Pacer.MAX_INHALE_SHARE),
                toml.optional(at, "display"),
                toml.optional(at, "sound"),
                toml.number(at, "threshold_percentile", Double.NaN, 0, 95),
                toml.number(at, "veil_seconds", 0, 1, LONGEST_PHASE_SECONDS),
                toml.number(at, "veil_every_seconds", 0, 1, LONGEST_PHASE_SECONDS),
                toml.optional(at, "script"),
                toml.optional(at, "question"),
                toml.words(at, "markers"),
                toml.optional(at, "consent"),
                toml.optional(at, "rationale"),
                toml.number(at, "pacer_seconds", 0, 0, LONGEST_PHASE_SECONDS),
                toml.number(at, "pacer_every_seconds", 0, 1, LONGEST_PHASE_SECONDS),
                toml.yes(at, "spoken"));
    }
}
