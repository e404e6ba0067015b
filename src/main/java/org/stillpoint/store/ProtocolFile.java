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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.device.TomlLines;
import org.stillpoint.training.Exercise;
import org.stillpoint.training.Exercises;
import org.stillpoint.training.Pacer;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;

/** One {@code protocols/<id>.toml}; a fault gives its line and what was expected, and no protocol. */
record ProtocolFile(Protocol protocol, int order) {

    private static final int LAST = 1000;
    private static final double LONGEST_PHASE_SECONDS = 7200;
    private static final Set<String> KEYS =
            Set.of("id", "name", "order", "exercises", "display", "rationale", "pacer", "phases");
    private static final Set<String> PACER_KEYS = Set.of("rate_per_min", "inhale_share");
    private static final Set<String> PHASE_KEYS = Set.of("title", "kind", "seconds", "text");

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
            double rate = tree.at("/pacer/rate_per_min").isMissingNode()
                    ? 6
                    : number(tree, "/pacer", "rate_per_min", Pacer.MIN_RATE_PER_MINUTE, Pacer.MAX_RATE_PER_MINUTE);
            double share = tree.at("/pacer/inhale_share").isMissingNode()
                    ? 0.45
                    : number(tree, "/pacer", "inhale_share", Pacer.MIN_INHALE_SHARE, Pacer.MAX_INHALE_SHARE);
            Protocol protocol = new Protocol(
                    id,
                    text(tree, "", "name"),
                    exercises(tree),
                    text(tree, "", "display"),
                    rate,
                    share,
                    text(tree, "", "rationale"),
                    phases(tree));
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
                phases.add(new Phase(
                        text(phase, at, "title"),
                        kind(phase, at),
                        number(tree, at, "seconds", 1, LONGEST_PHASE_SECONDS),
                        text(phase, at, "text")));
            }
            if (phases.isEmpty()) {
                fault("/phases", "no [[phases]]; expected one or more");
            }
            return List.copyOf(phases);
        }

        private PhaseKind kind(JsonNode phase, String at) {
            String word = phase.path("kind").asText();
            for (PhaseKind kind : PhaseKind.values()) {
                if (word(kind).equals(word)) {
                    return kind;
                }
            }
            String known = String.join(
                    ", ", Arrays.stream(PhaseKind.values()).map(Reading::word).toList());
            fault(at + "/kind", "kind is \"" + word + "\"; expected one of " + known);
            return PhaseKind.REST;
        }

        private static String word(PhaseKind kind) {
            return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
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
