package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.care.MeasureResult;
import org.stillpoint.care.SessionResult;
import org.stillpoint.report.SessionReview;
import org.stillpoint.store.Bench;
import org.stillpoint.store.SessionRecorder;
import org.stillpoint.store.StoreException;

class SessionsCommandTest {

    @TempDir
    Path temporary;

    private Bench bench;

    @BeforeEach
    void open() throws StoreException {
        bench = new Bench(temporary.resolve("data"));
    }

    private CommandRun run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data", bench.folder.path().toString()));
        int exit = CommandLine.of(bench.clock)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
        return new CommandRun(exit, out.toString(), err.toString());
    }

    private JsonNode json(CommandRun run) throws Exception {
        assertThat(run.exit()).as(run.err()).isZero();
        return JsonMapper.builder().build().readTree(run.out());
    }

    @Test
    void theListHasTheKeysOfTheContract() throws Exception {
        String id = bench.recorded("guest", 3);
        bench.close();
        JsonNode list = json(run("sessions", "list", "--json"));
        assertThat(list).hasSize(1);
        assertThat(list.get(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "id", "state", "patient", "protocol", "started_at", "duration_s", "devices", "gaps", "markers");
        assertThat(list.at("/0/id").asText()).isEqualTo(id);
        assertThat(list.at("/0/state").asText()).isEqualTo("complete");
        assertThat(list.at("/0/protocol").isNull()).isTrue();
        assertThat(list.at("/0/duration_s").asDouble()).isEqualTo(3);
        assertThat(list.at("/0/started_at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|[+-]\\d\\d:\\d\\d)");
        assertThat(list.at("/0/devices/0/fitted_rate_hz").isNull()).isTrue();
        assertThat(list.at("/0/devices/0/channels/0").toString())
                .isEqualTo("{\"id\":\"emg\",\"role\":\"emg\",\"unit\":\"uV\"}");
        assertThat(list.at("/0/markers").asInt()).isEqualTo(1);
    }

    @Test
    void aSessionIsListedAsRecordingBesideARunningStation() throws Exception {
        SessionRecorder recorder = bench.recorder("guest");
        bench.samples(recorder, 200);
        assertThat(json(run("sessions", "list", "--json")).at("/0/state").asText())
                .isEqualTo("recording");
        recorder.close();
        bench.close();
    }

    @Test
    void anEmptyFolderHasAnEmptyList() throws Exception {
        bench.close();
        assertThat(json(run("sessions", "list", "--json"))).isEmpty();
    }

    @Test
    void aShownSessionHasItsMeasures() throws Exception {
        String id = bench.recorded("guest", 3);
        bench.close();
        JsonNode measures = json(run("sessions", "show", id, "--json")).get("measures");
        assertThat(measures).isNotEmpty();
        assertThat(measures.get(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "name",
                        "value",
                        "unit",
                        "reason",
                        "window_s",
                        "band_hz",
                        "artefact_pct",
                        "phase",
                        "from_s",
                        "recipe");
    }

    @Test
    void anUnknownIdIsOneSentence() throws Exception {
        bench.close();
        CommandRun run = run("sessions", "show", "0123456789abcdef");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("There is no session 0123456789abcdef").hasLineCount(1);
    }

    @Test
    void deletingNeedsAYes() throws Exception {
        String id = bench.recorded("guest", 1);
        bench.close();
        assertThat(run("sessions", "delete", id).exit()).isEqualTo(2);
        assertThat(json(run("sessions", "list", "--json"))).hasSize(1);
        assertThat(run("sessions", "delete", id, "--yes").exit()).isZero();
        assertThat(json(run("sessions", "list", "--json"))).isEmpty();
    }

    @Test
    void aMovedSessionIsTheOthers() throws Exception {
        String id = bench.recorded("guest", 1);
        bench.close();
        assertThat(run("sessions", "move", id, "--patient", "new-one").exit()).isZero();
        assertThat(json(run("sessions", "list", "--json")).at("/0/patient").asText())
                .isEqualTo("new-one");
    }

    @Test
    void writingBesideARunningStationIsRefused() throws Exception {
        String id = bench.recorded("guest", 1);
        CommandRun run = run("sessions", "move", id, "--patient", "new-one");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).startsWith("Another Stillpoint");
        bench.close();
    }

    @Test
    void recoverPrintsTheCount() throws Exception {
        bench.close();
        assertThat(run("sessions", "recover").out()).isEqualTo("0\n");
    }

    @Test
    void sessionsWithoutAnActionIsWrongUsage() throws Exception {
        bench.close();
        assertThat(run("sessions").exit()).isEqualTo(2);
    }

    @Test
    void allOfAPatientAreExportedAndTold() throws Exception {
        String id = bench.recorded("guest", 1);
        bench.recorded("other", 1);
        bench.close();
        Path out = temporary.resolve("out");
        CommandRun run = run("export", "all", "--patient", "guest", "--format", "csv", "--out", out.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .hasSize(9)
                .allSatisfy(line -> assertThat(Path.of(line)).exists());
        assertThat(out).isDirectoryContaining("glob:**/" + id);
        assertThat(out.toFile().list()).hasSize(1);
    }

    @Test
    void anUnknownFormatIsWrongUsage() throws Exception {
        bench.close();
        CommandRun run = run("export", "all", "--format", "xls", "--out", temporary.toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("there are: csv");
    }

    @Test
    void showTellsTheResultAndTheCard() throws Exception {
        String id = bench.recorded("guest", 3);
        bench.close();
        JsonNode session = json(run("sessions", "show", id, "--json"));
        assertThat(session.fieldNames())
                .toIterable()
                .contains("measures", "trials", "ratings", "findings", "answers", "too_fast", "flare", "card");
        assertThat(session.at("/card/scale")).isNotEmpty();
    }

    @Test
    void whatWasStoredIsComputedAgain() throws Exception {
        String id = bench.recorded("guest", 3);
        SessionReview.store(bench.store, id);
        bench.close();
        JsonNode replay = json(run("replay", id, "--json"));
        assertThat(replay.fieldNames()).toIterable().containsExactly("id", "identical", "compared", "differences");
        assertThat(replay.at("/identical").asBoolean()).isTrue();
        assertThat(replay.at("/compared").asInt()).isGreaterThan(20);
    }

    @Test
    void anotherNumberThanTheStoredOneIsToldAndIsNoSuccess() throws Exception {
        String id = bench.recorded("guest", 3);
        MeasureResult other = new MeasureResult("rmssd", "RMSSD", 41.5, "ms", "", 64, Double.NaN, Double.NaN, 0);
        bench.store.sessions().review(id, List.of(other), SessionResult.NONE);
        bench.close();
        CommandRun run = run("replay", id, "--json");
        assertThat(run.exit()).isEqualTo(1);
        JsonNode difference = JsonMapper.builder().build().readTree(run.out()).at("/differences/0");
        assertThat(difference.at("/name").asText()).isEqualTo("rmssd");
        assertThat(difference.at("/stored").asDouble()).isEqualTo(41.5);
        assertThat(difference.at("/recomputed").isNull()).isTrue();
    }

    @Test
    void theNoteIsAPlainFile() throws Exception {
        String id = bench.recorded("guest", 3);
        bench.close();
        Path out = temporary.resolve("note.txt");
        assertThat(run("report", id, "--kind", "note", "--out", out.toString()).exit())
                .isZero();
        assertThat(out)
                .content()
                .startsWith("Biofeedback training session\nDate: ")
                .contains("Home plan:");
    }

    @Test
    void aCardIsTextUntilItCanBePrinted() throws Exception {
        String id = bench.recorded("guest", 3);
        bench.close();
        Path pdf = temporary.resolve("card.pdf");
        CommandRun refused = run("report", id, "--kind", "card", "--out", pdf.toString());
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("printed form is not there yet");
        assertThat(pdf).doesNotExist();
        Path text = temporary.resolve("card.txt");
        assertThat(run("report", id, "--kind", "card", "--out", text.toString()).exit())
                .isZero();
        assertThat(text).content().startsWith("How it went\n");
    }
}
