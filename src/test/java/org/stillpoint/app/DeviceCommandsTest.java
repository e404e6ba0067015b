package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.device.Emulation;
import org.stillpoint.device.Emulator;
import org.stillpoint.device.Profiles;
import org.stillpoint.device.Scenario;

/** The commands {@code emulate} and {@code devices}. */
class DeviceCommandsTest {

    private static final Profiles PROFILES = Profiles.load(Path.of("devices"), null);

    @TempDir
    private Path folder;

    @Test
    void emulateSaysThePathInLineOneAndNothingElse() throws Exception {
        needsPseudoTerminals();
        Path ledger = folder.resolve("ledger.csv");
        CommandRun run = emulate("text-lines", "--scenario", "ramp", "--seconds", "0.3", "--ledger", ledger.toString());
        assertThat(run.exit()).isZero();
        assertThat(run.out().lines())
                .hasSize(1)
                .first()
                .satisfies(path -> assertThat(Path.of(path)).isAbsolute().doesNotExist());
        List<String> rows = Files.readAllLines(ledger);
        assertThat(rows.get(0)).isEqualTo("index,t_s,event");
        assertThat(rows).anyMatch(row -> row.matches("5,0\\.05[0-9]{4},unread"));
    }

    @Test
    void emulateWithAWrongFaultIsWrongUsageWithTheList() {
        CommandRun run = emulate("bitalino", "--fault", "drop=lots");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("drop=lots").contains("garbage=3s@20s");
    }

    @Test
    void emulateWithAColumnThatIsNotThereIsWrongUsageWithTheColumns() throws Exception {
        Path csv = folder.resolve("in.csv");
        Files.writeString(csv, "ecg_uV,resp\n1,2\n");
        CommandRun run = emulate("bitalino", "--signal", csv.toString(), "--rate", "100", "--map", "ecg=ekg");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("'ekg'").contains("ecg_uV, resp");
    }

    @Test
    void emulateOfAFileThatIsNotThereFailsWithASentence() {
        CommandRun run =
                emulate("bitalino", "--signal", folder.resolve("no.csv").toString(), "--rate", "100");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("no.csv").endsWith(".\n");
    }

    @Test
    void emulateOfAnUnknownProfileNamesTheOnesThereAre() {
        CommandRun run = emulate("toaster");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("toaster").contains("openbci-cyton");
    }

    @Test
    void devicesHearsASketchThatStartsByItself() throws Exception {
        needsPseudoTerminals();
        JsonNode found = devicesOn("text-lines", Emulation.of(Scenario.REST), "--port");
        assertThat(found.get("state").asText()).isEqualTo("free");
        assertThat(found.get("profile").asText()).isEqualTo("text-lines");
        assertThat(found.get("rate_hz").asDouble()).isBetween(90.0, 110.0);
        assertThat(found.get("channels").findValuesAsText("id")).containsExactly("ecg", "ppg", "resp", "emg");
    }

    @Test
    void devicesOnlyListensToADeviceThatWaitsForCommands() throws Exception {
        needsPseudoTerminals();
        JsonNode found = devicesOn("bitalino", Emulation.of(Scenario.REST), "--port");
        assertThat(found.get("profile").isNull()).isTrue();
        assertThat(found.get("channels")).isEmpty();
    }

    @Test
    void devicesAsksThePortThatIsNamed() throws Exception {
        needsPseudoTerminals();
        JsonNode found = devicesOn("openbci-cyton", Emulation.of(Scenario.REST), "--probe");
        assertThat(found.get("profile").asText()).isEqualTo("openbci-cyton");
        assertThat(found.get("firmware").asText()).isEqualTo("v3.1.2");
        assertThat(found.get("rate_hz").asInt()).isEqualTo(250);
        assertThat(found.get("channels").get(0).get("quality").asText()).isNotEmpty();
    }

    @Test
    void devicesSaysThatAPortIsGone() throws Exception {
        CommandRun run = CommandRun.of(
                new DevicesCommand(() -> PROFILES, System::nanoTime), "--json", "--port", "/dev/no-such-port");
        JsonNode found = new ObjectMapper().readTree(run.out()).get(0);
        assertThat(found.get("state").asText()).isEqualTo("gone");
        assertThat(found.has("battery_pct")).isTrue();
    }

    private JsonNode devicesOn(String profile, Emulation emulation, String option) throws Exception {
        try (Emulator emulator = new Emulator(PROFILES.named(profile), emulation, System::nanoTime)) {
            Path path = emulator.open();
            Thread device = new Thread(() -> {
                try {
                    emulator.run();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            device.start();
            CommandRun run = CommandRun.of(
                    new DevicesCommand(() -> PROFILES, System::nanoTime), "--json", option, path.toString());
            emulator.stop();
            device.join(5000);
            assertThat(run.exit()).isZero();
            return new ObjectMapper().readTree(run.out()).get(0);
        }
    }

    private static CommandRun emulate(String... args) {
        return CommandRun.of(new EmulateCommand(() -> PROFILES, System::nanoTime), args);
    }

    private static void needsPseudoTerminals() {
        assumeTrue(Files.exists(Path.of("/dev/ptmx")), "pseudo-terminals are absent on this system");
    }
}
