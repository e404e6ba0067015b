package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.acquisition.SystemClock;

/** One short session of a protocol that needs no sensor, recorded without one and read in every way that there is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithoutSensorTest {

    private static final String PROTOCOL = """
            id = "short-evening"
            name = "Short evening"
            exercises = ["paced-breathing"]
            display = "black"
            rationale = "A test."

            [pacer]
            rate_per_min = 10
            inhale_share = 0.40

            [[phases]]
            title = "Settle"
            kind = "instruction"
            seconds = 1
            text = "Slow, low, soft; not deeper."

            [[phases]]
            title = "Breathe"
            kind = "pacer-only"
            seconds = 2
            text = "Let the sound lead."

            [[phases]]
            title = "Good night"
            kind = "wrap-up"
            seconds = 1
            text = "Let your breath go free."
            """;

    private Path folder;
    private CommandRun recorded;
    private String id;

    @BeforeAll
    void record(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Path protocols = Files.createDirectories(folder.resolve("protocols"));
        Files.writeString(protocols.resolve("short-evening.toml"), PROTOCOL);
        recorded = run("record", "--protocol", "short-evening", "--patient", "P-0009");
        id = recorded.out().strip();
    }

    private CommandRun run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.toString()));
        int exit = CommandLine.of(new SystemClock())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
        return new CommandRun(exit, out.toString(), err.toString());
    }

    private JsonNode shown() throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(run("sessions", "show", id, "--json").out());
    }

    @Test
    void itEndsByItselfWithItsProtocolAndPrintsItsId() {
        assertThat(recorded.exit()).as(recorded.err()).isZero();
        assertThat(id).matches("[0-9a-f]{16}");
    }

    @Test
    void itIsCompleteHasItsLengthAndNoDevice() throws IOException {
        JsonNode session = shown();
        assertThat(session.get("state").asText()).isEqualTo("complete");
        assertThat(session.get("protocol").asText()).isEqualTo("short-evening");
        // four seconds of phases; the newest row of the feedback is up to 40 ms older than the end
        assertThat(session.get("duration_s").asDouble()).isBetween(3.95, 8.0);
        assertThat(session.get("devices")).isEmpty();
    }

    @Test
    void noMeasureIsMadeUpForIt() throws IOException {
        JsonNode session = shown();
        assertThat(session.get("measures")).isEmpty();
        assertThat(session.get("trials"))
                .allSatisfy(trial -> assertThat(trial.get("measures")).isEmpty());
    }

    @Test
    void thatNothingWasMeasuredIsSaid() {
        assertThat(run("sessions", "show", id).out()).contains("No sensor was used: nothing was measured.");
    }

    @Test
    void itsPhasesAreInTheMarkersAtTheirTimes() throws IOException {
        Path out = folder.resolve("export");
        assertThat(run("export", id, "--format", "csv", "--out", out.toString()).exit())
                .isZero();
        List<String> rows = Files.readAllLines(out.resolve(id).resolve("markers.csv"));
        double began = seconds(rows, "phase,Settle");
        assertThat(began).isBetween(0.0, 2.0);
        assertThat(seconds(rows, "phase,Breathe") - began).isCloseTo(1, within(0.05));
        assertThat(seconds(rows, "phase,Good night") - began).isCloseTo(3, within(0.05));
    }

    private static double seconds(List<String> rows, String marker) {
        return rows.stream()
                .filter(row -> row.endsWith("," + marker))
                .mapToDouble(row -> Double.parseDouble(row.substring(0, row.indexOf(','))))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatThePersonWasGivenIsExportedAndNoSignal() throws IOException {
        Path out = folder.resolve("export-feedback");
        run("export", id, "--format", "csv", "--out", out.toString());
        assertThat(Files.readAllLines(out.resolve(id).resolve("feedback.csv"))).hasSizeGreaterThan(60);
        try (var files = Files.list(out.resolve(id))) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("signals-"));
        }
    }

    @Test
    void itsNoteSaysWhatWasDoneAndThatNoSensorWasUsed() throws IOException {
        Path note = folder.resolve("note.txt");
        assertThat(run("report", id, "--kind", "note", "--out", note.toString()).exit())
                .isZero();
        assertThat(Files.readString(note))
                .contains("Protocol: Short evening")
                .contains("Sensors: none was used")
                .doesNotContain("sensors on")
                .doesNotContain("NaN");
    }

    @Test
    void aReplayFindsNothingThatDiffers() {
        assertThat(run("replay", id).exit()).isZero();
    }

    @Test
    void aProtocolThatNeedsASensorIsRefusedInOneSentenceThatNamesIt() {
        CommandRun refused = run("record", "--protocol", "emg-relaxation");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("needs a sensor").contains("a muscle sensor");
    }

    @Test
    void withoutAProtocolAProfileIsStillNeeded() {
        assertThat(run("record").err()).contains("Missing required option: '--profile=ID'");
    }

    @Test
    void aPortWithoutAProfileIsWrongUsage() {
        assertThat(run("record", "--port", "/dev/ttyUSB0", "--protocol", "evening")
                        .exit())
                .isEqualTo(2);
    }
}
