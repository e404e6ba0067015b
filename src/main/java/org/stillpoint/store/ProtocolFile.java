package org.stillpoint.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.device.TomlLines;
import org.stillpoint.training.Exercise;
import org.stillpoint.training.Exercises;
import org.stillpoint.training.Pacer;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseEnd;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.ProtocolRules;

/** One {@code protocols/<id>.toml}; a fault gives its line and what was expected, and no protocol. */
record ProtocolFile(Protocol protocol, int order) {

    private static final int LAST = 1000;
    private static final double LONGEST_PHASE_SECONDS = 7200;
    private static final Set<String> KEYS =
            Set.of("id", "name", "order", "exercises", "display", "sound", "rationale", "pacer", "phases");
    private static final Set<String> PACER_KEYS =
            Set.of("rate_per_min", "inhale_share", "pause_full_seconds", "pause_empty_seconds", "glide");
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
            "rationale");

    static Optional<ProtocolFile> read(Path file, List<String> problems) {
        String text;
        JsonNode tree;
        try {
            text = Files.readString(file);
            tree = new TomlMapper().readTree(text);
        } catch (JsonProcessingException malformed) {
            int line = malformed.getLocation() == null
                    ? 1
                    : malformed.getLocation().getLineNr();
            problems.add(file + ":" + Math.max(1, line) + ": this is not TOML: "
                    + malformed.getOriginalMessage().strip().split("\\R", 2)[0]);
            return Optional.empty();
        } catch (IOException unreadable) {
            problems.add(file + ":1: the file cannot be read as UTF-8 text");
            return Optional.empty();
        }
        Reading reading = new Reading(file, new TomlLines(text));
        ProtocolFile read = reading.protocol(tree);
        problems.addAll(reading.faults);
        return reading.faults.isEmpty() ? Optional.of(read) : Optional.empty();
    }

    /** Reads one tree and collects what is wrong with it. */
    private static final class Reading {

        private final Path file;
        private final TomlLines lines;
        private final List<String> faults = new ArrayList<>();

        Reading(Path file, TomlLines lines) {
            this.file = file;
            this.lines = lines;
        }

        ProtocolFile protocol(JsonNode tree) {
            onlyKnown(tree, "", KEYS);
            onlyKnown(tree.path("pacer"), "/pacer", PACER_KEYS);
            String id = text(tree, "", "id");
            if (!file.getFileName().toString().equals(id + ".toml")) {
                fault("/id", "id is \"" + id + "\"; expected the name of the file");
            }
            Protocol protocol = new Protocol(
                    id,
                    text(tree, "", "name"),
                    exercises(tree),
                    text(tree, "", "display"),
                    optional(tree, "", "sound"),
                    number(tree, "/pacer", "rate_per_min", 6, Pacer.MIN_RATE_PER_MINUTE, Pacer.MAX_RATE_PER_MINUTE),
                    number(tree, "/pacer", "inhale_share", 0.45, Pacer.MIN_INHALE_SHARE, Pacer.MAX_INHALE_SHARE),
                    number(tree, "/pacer", "pause_full_seconds", 0, 0, Pacer.MAX_PAUSE_SECONDS),
                    number(tree, "/pacer", "pause_empty_seconds", 0, 0, Pacer.MAX_PAUSE_SECONDS),
                    yes(tree, "/pacer", "glide"),
                    text(tree, "", "rationale"),
                    phases(tree));
            if (faults.isEmpty()) {
                for (ProtocolRules.Fault wrong : ProtocolRules.faults(protocol)) {
                    String at = wrong.phase() < 0 ? "" : "/phases/" + wrong.phase();
                    fault(at + "/" + wrong.key(), wrong.reason());
                }
            }
            return new ProtocolFile(protocol, tree.path("order").asInt(LAST));
        }

        private List<String> exercises(JsonNode tree) {
            List<String> known = Exercises.all().stream().map(Exercise::id).toList();
            List<String> named = new ArrayList<>();
            for (JsonNode exercise : tree.path("exercises")) {
                named.add(exercise.asText());
                if (!known.contains(exercise.asText())) {
                    fault(
                            "/exercises",
                            "there is no exercise \"" + exercise.asText() + "\"; expected some of " + known);
                }
            }
            if (named.isEmpty()) {
                fault("/exercises", "no exercise; expected some of " + known);
            }
            return List.copyOf(named);
        }

        private List<Phase> phases(JsonNode tree) {
            List<Phase> phases = new ArrayList<>();
            for (int i = 0; i < tree.path("phases").size(); i++) {
                JsonNode phase = tree.path("phases").get(i);
                String at = "/phases/" + i;
                onlyKnown(phase, at, PHASE_KEYS);
                phases.add(phase(tree, phase, at));
            }
            return List.copyOf(phases);
        }

        private Phase phase(JsonNode tree, JsonNode phase, String at) {
            double seconds = number(tree, at, "seconds", 1, LONGEST_PHASE_SECONDS);
            return new Phase(
                    text(phase, at, "title"),
                    word(phase, at, "kind", PhaseKind.values(), PhaseKind.REST),
                    seconds,
                    text(phase, at, "text"),
                    phase.has("end") ? word(phase, at, "end", PhaseEnd.values(), PhaseEnd.TIME) : PhaseEnd.TIME,
                    number(tree, at, "minimum_seconds", seconds, 1, Math.max(1, seconds)),
                    (int) number(tree, at, "drop_rank", 0, 0, 99),
                    optional(phase, at, "exercise"),
                    number(tree, at, "rate_per_min", Double.NaN, Pacer.MIN_RATE_PER_MINUTE, Pacer.MAX_RATE_PER_MINUTE),
                    number(tree, at, "inhale_share", Double.NaN, Pacer.MIN_INHALE_SHARE, Pacer.MAX_INHALE_SHARE),
                    optional(phase, at, "display"),
                    optional(phase, at, "sound"),
                    number(tree, at, "threshold_percentile", Double.NaN, 5, 95),
                    number(tree, at, "veil_seconds", 0, 1, LONGEST_PHASE_SECONDS),
                    number(tree, at, "veil_every_seconds", 0, 1, LONGEST_PHASE_SECONDS),
                    optional(phase, at, "script"),
                    optional(phase, at, "question"),
                    words(phase, at, "markers"),
                    optional(phase, at, "consent"),
                    optional(phase, at, "rationale"));
        }

        private <E extends Enum<E>> E word(JsonNode table, String at, String key, E[] known, E otherwise) {
            String word = table.path(key).asText();
            for (E one : known) {
                if (ProtocolText.word(one).equals(word)) {
                    return one;
                }
            }
            String expected = String.join(
                    ", ", Arrays.stream(known).map(ProtocolText::word).toList());
            fault(at + "/" + key, key + " is \"" + word + "\"; expected one of " + expected);
            return otherwise;
        }

        private List<String> words(JsonNode table, String at, String key) {
            List<String> words = new ArrayList<>();
            JsonNode list = table.path(key);
            if (!list.isMissingNode() && !list.isArray()) {
                fault(at + "/" + key, key + " is one value; expected a list of words");
            }
            for (JsonNode one : list) {
                if (one.isTextual() && !one.asText().isBlank()) {
                    words.add(one.asText());
                } else {
                    fault(at + "/" + key, key + " holds \"" + one.asText() + "\"; expected words");
                }
            }
            return words;
        }

        private boolean yes(JsonNode tree, String at, String key) {
            JsonNode node = tree.at(at + "/" + key);
            if (!node.isMissingNode() && !node.isBoolean()) {
                fault(at + "/" + key, key + " is " + node.asText() + "; expected true or false");
            }
            return node.asBoolean(false);
        }

        private void onlyKnown(JsonNode table, String at, Set<String> known) {
            for (Iterator<String> names = table.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                if (!known.contains(name)) {
                    fault(
                            at + "/" + name,
                            "unknown key \"" + name + "\"; expected one of "
                                    + known.stream().sorted().toList());
                }
            }
        }

        private String text(JsonNode table, String at, String key) {
            JsonNode node = table.path(key);
            if (!node.isTextual() || node.asText().isBlank()) {
                fault(at + "/" + key, key + " is missing; expected a text");
                return "";
            }
            return node.asText();
        }

        private String optional(JsonNode table, String at, String key) {
            JsonNode node = table.path(key);
            if (!node.isMissingNode() && !node.isTextual()) {
                fault(at + "/" + key, key + " is " + node.asText() + "; expected a text");
            }
            return node.asText("");
        }

        private double number(JsonNode tree, String at, String key, double otherwise, double lowest, double highest) {
            return tree.at(at + "/" + key).isMissingNode() ? otherwise : number(tree, at, key, lowest, highest);
        }

        private double number(JsonNode tree, String at, String key, double lowest, double highest) {
            JsonNode node = tree.at(at + "/" + key);
            double value = node.asDouble(Double.NaN);
            if (!node.isNumber() || !(value >= lowest && value <= highest)) {
                fault(
                        at + "/" + key,
                        key + " is " + (node.isMissingNode() ? "missing" : node.asText()) + "; expected a number from "
                                + lowest + " to " + highest);
                return lowest;
            }
            return value;
        }

        private void fault(String pointer, String reason) {
            faults.add(file + ":" + lines.of(pointer) + ": " + reason);
        }
    }
}
