package org.stillpoint.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.training.Script;
import org.stillpoint.training.Script.Step;
import org.stillpoint.training.Script.Wait;

/** One {@code scripts/<id>.toml}; a fault gives its line and what was expected, and no script. */
final class ScriptFile {

    private static final double LONGEST_STEP_SECONDS = 1800;
    private static final int MOST_STEPS = 400;
    private static final Set<String> KEYS = Set.of("id", "name", "eyes", "sensed", "steps");
    private static final Set<String> STEP_KEYS = Set.of("say", "seconds", "wait", "group", "pause_seconds", "audio");

    private enum Eyes {
        OPEN,
        CLOSED
    }

    private ScriptFile() {}

    /** @param sounds folder that the paths of sound files start from; null = there are none */
    static Optional<Script> read(Path file, Path sounds, List<String> problems) {
        TomlReading toml = TomlReading.open(file, problems).orElse(null);
        if (toml == null) {
            return Optional.empty();
        }
        Script script = script(toml, sounds);
        problems.addAll(toml.faults());
        return toml.faults().isEmpty() ? Optional.of(script) : Optional.empty();
    }

    private static Script script(TomlReading toml, Path sounds) {
        toml.onlyKnown("", KEYS);
        int count = toml.tables("/steps");
        if (count == 0 || count > MOST_STEPS) {
            toml.fault("/steps", count + " [[steps]]; expected 1 to " + MOST_STEPS);
        }
        List<String> missing = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < Math.min(count, MOST_STEPS); i++) {
            steps.add(step(toml, "/steps/" + i, sounds, missing));
        }
        String note = missing.isEmpty()
                ? ""
                : "The text goes on without its sound: not found in " + sounds + ": " + String.join(", ", missing);
        return new Script(
                toml.id(),
                toml.text("", "name"),
                toml.word("", "eyes", Eyes.values(), Eyes.OPEN, true) == Eyes.CLOSED,
                toml.words("", "sensed"),
                steps,
                note);
    }

    private static Step step(TomlReading toml, String at, Path sounds, List<String> missing) {
        toml.onlyKnown(at, STEP_KEYS);
        Wait waits = toml.word(at, "wait", Wait.values(), Wait.TIME, true);
        String group = toml.optional(at, "group");
        if (waits != Wait.TIME && group.isEmpty()) {
            toml.fault(at + "/wait", "a step that waits for a muscle needs its group");
        }
        return new Step(
                toml.text(at, "say"),
                toml.number(at, "seconds", 0.5, LONGEST_STEP_SECONDS),
                waits,
                group,
                toml.number(at, "pause_seconds", 0, 0, LONGEST_STEP_SECONDS),
                sound(toml, at, sounds, missing));
    }

    private static String sound(TomlReading toml, String at, Path sounds, List<String> missing) {
        String named = toml.optional(at, "audio");
        if (named.isEmpty()) {
            return "";
        }
        try {
            Path relative = Path.of(named);
            if (relative.isAbsolute() || relative.normalize().startsWith("..")) {
                toml.fault(at + "/audio", "audio leads out of its folder; expected a path inside of it");
                return "";
            }
            Path file = sounds == null ? null : sounds.resolve(relative).normalize();
            if (file != null && Files.isRegularFile(file)) {
                // a link that leads elsewhere is as much outside as dots are
                if (!file.startsWith(sounds.normalize()) || !file.toRealPath().startsWith(sounds.toRealPath())) {
                    toml.fault(at + "/audio", "audio leads out of its folder; expected a path inside of it");
                    return "";
                }
                return file.toString();
            }
        } catch (IOException unreadable) {
            missing.add(named);
            return "";
        } catch (InvalidPathException unnameable) {
            toml.fault(at + "/audio", "audio is no path of a file");
            return "";
        }
        missing.add(named);
        return "";
    }
}
