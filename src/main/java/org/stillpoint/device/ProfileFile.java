package org.stillpoint.device;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one {@code device.toml}; a fault gives its line and what was expected, and no profile. */
final class ProfileFile {

    private static final long LARGEST_BYTES = 1 << 20;

    private final ProfileSchema schema = new ProfileSchema();
    private final TomlMapper toml = new TomlMapper();

    /**
     * @param source {@code built-in} or {@code user}
     * @param problems where faults go
     */
    Optional<DeviceProfile> read(Path file, String source, List<ProfileProblem> problems) {
        List<ProfileProblem> faults = new ArrayList<>();
        Optional<DeviceProfile> profile = readOrExplain(file, source, faults);
        problems.addAll(faults);
        return faults.isEmpty() ? profile : Optional.empty();
    }

    private Optional<DeviceProfile> readOrExplain(Path file, String source, List<ProfileProblem> faults) {
        String text;
        JsonNode tree;
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                faults.add(new ProfileProblem(file, 1, "the file is larger than 1 MB; expected a profile of a few kB"));
                return Optional.empty();
            }
            text = Files.readString(file);
            tree = toml.readTree(text);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            faults.add(new ProfileProblem(file, line, "this is not TOML: " + firstLine(e.getOriginalMessage())));
            return Optional.empty();
        } catch (IOException e) {
            faults.add(new ProfileProblem(
                    file,
                    1,
                    "the file cannot be read as UTF-8 text (" + e.getClass().getSimpleName() + ")"));
            return Optional.empty();
        }
        TomlLines lines = new TomlLines(text);
        for (ProfileSchema.Fault fault : schema.check(tree)) {
            faults.add(new ProfileProblem(file, lines.of(fault.pointer()), fault.reason()));
        }
        return faults.isEmpty() ? new ProfileTree(tree, file, source, lines, faults).profile() : Optional.empty();
    }

    private static String firstLine(String text) {
        return text.strip().split("\\R", 2)[0];
    }
}
