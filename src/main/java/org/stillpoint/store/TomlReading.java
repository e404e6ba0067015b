package org.stillpoint.store;

import com.fasterxml.jackson.core.JsonLocation;
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

/**
 * One TOML file of a person, value by value; what is wrong in it is collected as {@code file:line: reason}, and reading goes
 * on. Places are JSON pointers, the empty one is the whole file.
 */
final class TomlReading {

    /** Text that a person writes takes some kilobytes. */
    private static final long LARGEST_BYTES = 1_000_000;

    /** More than these say no more. */
    private static final int MOST_FAULTS = 20;

    private static final int MOST_SHOWN = 60;

    private final Path file;
    private final JsonNode tree;
    private final TomlLines lines;
    private final List<String> faults = new ArrayList<>();

    private TomlReading(Path file, JsonNode tree, TomlLines lines) {
        this.file = file;
        this.tree = tree;
        this.lines = lines;
    }

    /** Empty when the file is no TOML; {@code problems} then says so. */
    static Optional<TomlReading> open(Path file, List<String> problems) {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                problems.add(file + ":1: the file is larger than a megabyte; expected some kilobytes of text");
                return Optional.empty();
            }
            String text = Files.readString(file);
            return Optional.of(new TomlReading(file, new TomlMapper().readTree(text), new TomlLines(text)));
        } catch (JsonProcessingException malformed) {
            problems.add(file + ":" + line(malformed.getLocation()) + ": this is not TOML: "
                    + shown(malformed.getOriginalMessage()));
        } catch (RuntimeException unforeseen) {
            // the parser lets some values of the wrong form through to whoever converts them
            problems.add(file + ":1: this is not TOML: a value has a form that cannot be read");
        } catch (IOException unreadable) {
            problems.add(file + ":1: the file cannot be read as UTF-8 text");
        }
        return Optional.empty();
    }

    /** A place at the very beginning of a line is where the line before it ended. */
    private static int line(JsonLocation at) {
        return at == null ? 1 : Math.max(1, at.getColumnNr() <= 1 ? at.getLineNr() - 1 : at.getLineNr());
    }

    /** What a file holds, short and in one line. */
    private static String shown(String text) {
        String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + " …" : line;
    }

    /** What was found wrong, the first of it. */
    List<String> faults() {
        if (faults.size() <= MOST_FAULTS) {
            return faults;
        }
        List<String> first = new ArrayList<>(faults.subList(0, MOST_FAULTS));
        first.add(file + ":1: and " + (faults.size() - MOST_FAULTS) + " more faults");
        return first;
    }

    JsonNode at(String pointer) {
        return tree.at(pointer);
    }

    boolean has(String at, String key) {
        return !tree.at(at + "/" + key).isMissingNode();
    }

    void fault(String pointer, String reason) {
        faults.add(file + ":" + lines.of(pointer) + ": " + reason.replaceAll("\\p{Cntrl}+", " "));
    }

    void onlyKnown(String at, Set<String> known) {
        if (!tree.at(at).isObject() && !tree.at(at).isMissingNode()) {
            fault(
                    at,
                    at.substring(at.lastIndexOf('/') + 1) + " is " + shape(tree.at(at)) + "; expected a table of keys");
        }
        for (Iterator<String> names = tree.at(at).fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                fault(
                        at + "/" + name,
                        "unknown key \"" + shown(name) + "\"; expected one of "
                                + known.stream().sorted().toList());
            }
        }
    }

    /** How many entries a list of tables has; 0 when it is missing. */
    int tables(String at) {
        JsonNode list = tree.at(at);
        if (!list.isArray() && !list.isMissingNode()) {
            fault(at, at.substring(1) + " is " + shape(list) + "; expected tables under [[" + at.substring(1) + "]]");
        }
        return list.isArray() ? list.size() : 0;
    }

    private static String shape(JsonNode node) {
        return node.isArray() ? "a list" : node.isObject() ? "a table" : "\"" + shown(node.asText()) + "\"";
    }

    /** The id, which is also the name of the file. */
    String id() {
        String id = text("", "id");
        if (!file.getFileName().toString().equals(id + ".toml")) {
            fault("/id", "id is \"" + shown(id) + "\"; expected the name of the file");
        }
        return id;
    }

    String text(String at, String key) {
        JsonNode node = tree.at(at + "/" + key);
        if (!node.isTextual() || node.asText().isBlank()) {
            fault(at + "/" + key, key + " is missing; expected a text");
            return "";
        }
        return node.asText();
    }

    String optional(String at, String key) {
        JsonNode node = tree.at(at + "/" + key);
        if (!node.isMissingNode() && !node.isTextual()) {
            fault(at + "/" + key, key + " is " + shape(node) + "; expected a text");
        }
        return node.asText("");
    }

    /** A constant by its word of a file; {@code otherwise} also stands for a missing one when {@code optional}. */
    <E extends Enum<E>> E word(String at, String key, E[] known, E otherwise, boolean optional) {
        if (optional && !has(at, key)) {
            return otherwise;
        }
        String word = tree.at(at + "/" + key).asText();
        for (E one : known) {
            if (ProtocolText.word(one).equals(word)) {
                return one;
            }
        }
        String expected =
                String.join(", ", Arrays.stream(known).map(ProtocolText::word).toList());
        fault(at + "/" + key, key + " is \"" + shown(word) + "\"; expected one of " + expected);
        return otherwise;
    }

    List<String> words(String at, String key) {
        List<String> words = new ArrayList<>();
        JsonNode list = tree.at(at + "/" + key);
        if (!list.isMissingNode() && !list.isArray()) {
            fault(at + "/" + key, key + " is one value; expected a list of words");
        }
        for (JsonNode one : list) {
            if (one.isTextual() && !one.asText().isBlank()) {
                words.add(one.asText());
            } else {
                fault(at + "/" + key, key + " holds " + shape(one) + "; expected words");
            }
        }
        return words;
    }

    boolean yes(String at, String key) {
        JsonNode node = tree.at(at + "/" + key);
        if (!node.isMissingNode() && !node.isBoolean()) {
            fault(at + "/" + key, key + " is " + shape(node) + "; expected true or false");
        }
        return node.asBoolean(false);
    }

    double number(String at, String key, double otherwise, double lowest, double highest) {
        return has(at, key) ? number(at, key, lowest, highest) : otherwise;
    }

    double number(String at, String key, double lowest, double highest) {
        JsonNode node = tree.at(at + "/" + key);
        double value = node.asDouble(Double.NaN);
        if (!node.isNumber() || !(value >= lowest && value <= highest)) {
            fault(
                    at + "/" + key,
                    key + " is "
                            + (node.isMissingNode() ? "missing" : node.isNumber() ? shown(node.asText()) : shape(node))
                            + "; expected a number from " + lowest + " to " + highest);
            return lowest;
        }
        return value;
    }
}
