package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.device.Emulation;
import org.stillpoint.device.Faults;
import org.stillpoint.device.Scenario;

/** What a person is told when something is not as it should be: one sentence, and an exit code that scripts can trust. */
class BadInputTest {

    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void aFolderForTheData() {
        data = folder.resolve("data");
    }

    @AfterEach
    void endAll() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private EmulatedDevice device(String profile) throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/ptmx")), "pseudo-terminals are absent on this system");
        EmulatedDevice device = EmulatedDevice.start(profile, Emulation.of(Scenario.REST));
        open.add(device);
        return device;
    }

    private ChildProgram child(String... args) throws Exception {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data", data.toString()));
        ChildProgram child = ChildProgram.start(folder, all.toArray(String[]::new));
        open.add(0, child);
        return child;
    }

    private CommandRun run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data", data.toString()));
        return ExportedSession.run(all.toArray(String[]::new));
    }

    private CommandRun record(String port, String profile) {
        return run("record", "--port", port, "--profile", profile, "--seconds", "1");
    }

    /** Failed with this one sentence and nothing on standard output. */
    private static void assertFailed(CommandRun run, String... parts) {
        assertThat(run.exit()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasLineCount(1).endsWith(".\n").contains(parts);
    }

    private void assertNoSession() throws Exception {
        assertThat(run("sessions", "list", "--json").out()).isEqualTo("[ ]\n");
    }

    @Test
    void aPortThatIsNotThereIsSaid() throws Exception {
        assertFailed(record("/dev/ttyNOWHERE7", "bitalino"), "There is no port /dev/ttyNOWHERE7", "plug the sensor in");
        assertNoSession();
    }

    /** What was recorded from a device by a profile; all are asked at the same time, for they take their time to fail. */
    private static final Map<String, CompletableFuture<CommandRun>> REFUSED = new TreeMap<>();

    private static final List<EmulatedDevice> OTHERS = new ArrayList<>();

    @BeforeAll
    static void askOthers(@TempDir Path places) throws Exception {
        if (!Files.exists(Path.of("/dev/ptmx"))) {
            return;
        }
        for (String pair : List.of(
                "silent bitalino",
                "openbci-cyton bitalino",
                "text-lines bitalino",
                "bitalino openbci-cyton",
                "text-lines openbci-cyton",
                "openbci-cyton text-lines")) {
            String there = pair.substring(0, pair.indexOf(' '));
            String asked = pair.substring(pair.indexOf(' ') + 1);
            boolean silent = there.equals("silent");
            EmulatedDevice device = EmulatedDevice.start(
                    silent ? asked : there,
                    Emulation.of(Scenario.REST)
                            .with(Faults.parse(silent ? List.of("stall=600s@0s") : List.of()), null));
            OTHERS.add(device);
            String data = places.resolve(pair.replace(' ', '-')).toString();
            REFUSED.put(
                    pair,
                    CompletableFuture.supplyAsync(
                            () -> ExportedSession.run(
                                    "record",
                                    "--port",
                                    device.port(),
                                    "--profile",
                                    asked,
                                    "--seconds",
                                    "1",
                                    "--data",
                                    data),
                            task -> new Thread(task, "asks").start()));
        }
    }

    @AfterAll
    static void endOthers() {
        REFUSED.values().forEach(CompletableFuture::join);
        OTHERS.forEach(EmulatedDevice::close);
        REFUSED.clear();
        OTHERS.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "silent bitalino, BITalino (r)evolution does not answer on, switch it on",
        // A Cyton does not know what a BITalino is asked with, and says nothing.
        "openbci-cyton bitalino, BITalino (r)evolution does not answer on, check that this is its port",
        "text-lines bitalino, 'is not BITalino (r)evolution; it said \"', Choose the device that is plugged in",
        "bitalino openbci-cyton, 'is not OpenBCI Cyton, 8 channels; it said \"', Choose the device that is plugged in",
        "text-lines openbci-cyton, 'is not OpenBCI Cyton, 8 channels; it said \"', Choose the device that is plugged in",
        "openbci-cyton text-lines, Nothing comes from, switch Text lines"
    })
    void aDeviceThatDoesNotAnswerOrAnswersAsAnotherIsSaid(String pair, String what, String todo) {
        assumeTrue(Files.exists(Path.of("/dev/ptmx")), "pseudo-terminals are absent on this system");
        assertFailed(REFUSED.get(pair).join(), what, todo);
    }

    @Test
    void aBrokenProfileOfTheUserIsSaidWithItsLineAndTheOthersStillLoad() throws Exception {
        Path broken = Files.createDirectories(data.resolve("devices/mine")).resolve("device.toml");
        Files.writeString(broken, "format = 1\nid = \"mine\"\nname = 7\n");
        CommandRun run = run("profiles", "--json");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).matches("(?s).*" + broken.toString().replace("\\", "\\\\") + ":3: .*name.*\n.*");
        assertThat(JsonMapper.builder().build().readTree(run.out()).findValuesAsText("id"))
                .contains("simulated", "bitalino", "openbci-cyton", "text-lines")
                .doesNotContain("mine");
        assertFailed(record("/dev/null", "mine"), "The device profile \"mine\" is broken", broken + ":3: ");
    }

    @Test
    void aColumnThatIsNotThereIsSaidWithThoseThatAre() throws Exception {
        Path csv = Files.writeString(folder.resolve("heart.csv"), "t_s,ecg_uV,resp\n0,1,2\n0.004,2,2\n");
        assertFailed(
                run("analyze", csv.toString(), "--map", "ecg=ekg_uV"),
                "There is no column \"ekg_uV\" in heart.csv; it has: t_s, ecg_uV, resp");
    }

    @Test
    void whatIsNotKnownIsSaidWithWhatIs() {
        CommandRun toaster = record("/dev/null", "toaster");
        assertThat(toaster.exit()).isEqualTo(2);
        assertThat(toaster.out()).isEmpty();
        assertThat(toaster.err()).contains("\"toaster\"", "bitalino, openbci-cyton, text-lines");
        assertFailed(
                run("record", "--profile", "simulated", "--seconds", "1", "--protocol", "yoga"),
                "There is no such protocol",
                "paced-breathing",
                "emg-relaxation");
    }

    @Test
    void aSessionThatIsNotThereIsSaid() {
        assertThat(run("record", "--profile", "simulated", "--seconds", "1").exit())
                .isZero();
        String id = "0123456789abcdef";
        assertFailed(run("sessions", "show", id), id, "stillpoint sessions list");
        assertFailed(run("export", id, "--format", "csv", "--out", folder.toString()), id);
        assertFailed(run("sessions", "delete", id, "--yes"), id);
        assertThat(folder.resolve(id)).doesNotExist();
    }

    @Test
    void withoutRecordingsTheFolderIsNamedAndNothingIsMade() {
        assertFailed(run("sessions", "show", "0123456789abcdef"), data.toString());
        assertFailed(run("export", "all", "--format", "csv", "--out", folder.toString()), data.toString());
        assertThat(data).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "record --port /dev/null",
        "record --profile bitalino --seconds 0",
        "record --profile bitalino --seconds soon",
        "emulate bitalino --scenario storm",
        "emulate bitalino --fault drop=often",
        "decode",
        "export abc --format floppy --out out",
        "sessions delete abc",
        "sessions",
        "flute"
    })
    void wrongUsageExitsWithTwoAndASentence(String line) {
        CommandRun run = ExportedSession.run(line.split(" "));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isNotBlank();
    }

    @Test
    void besideARecordingTheStationIsReadAndASecondWriterIsTold() throws Exception {
        EmulatedDevice device = device("bitalino");
        ChildProgram recorder = child("record", "--port", device.port(), "--profile", "bitalino");
        String id = recorder.firstLine();

        JsonNode list = JsonMapper.builder()
                .build()
                .readTree(run("sessions", "list", "--json").out());
        assertThat(list).hasSize(1);
        assertThat(list.at("/0/id").asText()).isEqualTo(id);
        assertThat(list.get(0).get("state").asText()).isEqualTo("recording");
        assertThat(run("sessions", "show", id, "--json").exit()).isZero();
        CommandRun export = run(
                "export", id, "--format", "csv", "--out", folder.resolve("out").toString());
        assertThat(export.exit()).as(export.err()).isZero();

        assertFailed(record(device.port(), "bitalino"), "Another program has " + device.port() + " open");
        assertFailed(run("record", "--profile", "simulated", "--seconds", "1"), "Another Stillpoint is writing");
        assertFailed(run("sessions", "delete", id, "--yes"), "Another Stillpoint is writing");
        assertThat(recorder.alive()).isTrue();

        recorder.signal("INT");
        assertEndedWell(recorder, id);
    }

    @Test
    void aRecordingThatIsToldToEndIsComplete() throws Exception {
        EmulatedDevice device = device("openbci-cyton");
        ChildProgram recorder = child("record", "--port", device.port(), "--profile", "openbci-cyton");
        String id = recorder.firstLine();
        recorder.signal("TERM");
        assertEndedWell(recorder, id);
    }

    private void assertEndedWell(ChildProgram recorder, String id) throws Exception {
        assertThat(recorder.exit()).as(recorder.err()).isZero();
        assertThat(recorder.out()).isEqualTo(id + "\n");
        try (Stream<JsonNode> sessions = Stream.of(JsonMapper.builder()
                .build()
                .readTree(run("sessions", "list", "--json").out()))) {
            assertThat(sessions.map(list -> list.get(0).get("state").asText())).containsExactly("complete");
        }
    }
}
