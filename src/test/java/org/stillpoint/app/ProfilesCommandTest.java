package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.device.DeviceProfile;
import org.stillpoint.device.Profiles;

class ProfilesCommandTest {

    private static final Path DEVICES = Path.of("devices");

    @TempDir
    Path user;

    private CommandRun profiles(String... args) {
        DeviceProfile simulated = new DeviceProfile(
                "simulated",
                "Simulated patient",
                250,
                DeviceProfile.Isolation.ISOLATED,
                List.of(),
                null,
                null,
                null,
                null,
                "built-in",
                null);
        return CommandRun.of(new ProfilesCommand(List.of(simulated), () -> Profiles.load(DEVICES, user)), args);
    }

    @Test
    void jsonListsWhatIsMadeInCodeFirstAndEveryFolderAfterIt() throws IOException {
        JsonNode found = new ObjectMapper().readTree(profiles("--json").out());

        List<String> ids = new ArrayList<>();
        found.forEach(p -> ids.add(p.get("id").asText()));
        assertThat(ids).containsExactly("simulated", "bitalino", "openbci-cyton", "text-lines");
        assertThat(found.get(0).get("path").isNull()).isTrue();
        assertThat(found.get(1).toString())
                .isEqualTo(
                        "{\"id\":\"bitalino\",\"name\":\"BITalino (r)evolution\",\"rate_hz\":1000,\"kind\":\"bitalino\","
                                + "\"isolation\":\"battery\",\"source\":\"built-in\",\"path\":\"devices/bitalino/device.toml\","
                                + "\"channels\":[{\"id\":\"emg\",\"role\":\"emg\",\"unit\":\"mV\"},"
                                + "{\"id\":\"ecg\",\"role\":\"ecg\",\"unit\":\"mV\"},"
                                + "{\"id\":\"eda\",\"role\":\"eda\",\"unit\":\"uS\"},"
                                + "{\"id\":\"resp\",\"role\":\"resp\",\"unit\":\"pct\"}]}");
    }

    @Test
    void aBrokenProfileIsSaidOnStandardErrorAndTheOthersAreListed() throws IOException {
        Path toml = Files.createDirectories(user.resolve("mine")).resolve("device.toml");
        Files.writeString(toml, "format = 2\n");

        CommandRun run = profiles();

        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains(toml + ":1: \"format\" is 2; expected 1, the only format there is\n");
        assertThat(run.out().lines()).hasSize(4);
    }

    @Test
    void checkEndsWithOneWhenSomethingIsWrong() throws IOException {
        Files.writeString(Files.createDirectories(user.resolve("mine")).resolve("device.toml"), "format = 2\n");

        assertThat(profiles("--check", user.toString()).exit()).isEqualTo(1);
        assertThat(profiles("--check", DEVICES.toString()).exit()).isZero();
        assertThat(profiles("--check", user.resolve("none").toString()).exit()).isEqualTo(1);
    }

    @Test
    void checkTakesTheFolderOfOneDeviceToo() {
        CommandRun run = profiles("--check", DEVICES.resolve("bitalino").toString());

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("bitalino ").hasLineCount(1);
    }
}
