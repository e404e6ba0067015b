package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.acquisition.SampleRing;
import org.stillpoint.care.MeasureResult;
import org.stillpoint.care.SessionSummary;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Marker;
import org.stillpoint.store.Bench;
import org.stillpoint.store.NewSession;
import org.stillpoint.store.ProtocolFiles;
import org.stillpoint.store.Recording;
import org.stillpoint.store.SessionRecorder;
import org.stillpoint.store.StoreException;
import org.stillpoint.training.Protocol;

class CsvExportTest {

    @TempDir
    Path temporary;

    private Bench bench;
    private Path out;

    @BeforeEach
    void open() throws StoreException {
        bench = new Bench(temporary.resolve("data"));
        out = temporary.resolve("out");
    }

    @AfterEach
    void close() throws StoreException {
        bench.close();
    }

    private List<Path> export(String id) throws Exception {
        Recording recording = bench.store.recordings().open(id);
        return ExportFormats.of("csv").orElseThrow().export(recording, ExportIdentity.open(recording), out);
    }

    private List<String> lines(String id, String name) throws Exception {
        return Files.readAllLines(out.resolve(id).resolve(name));
    }

    @Test
    void everyFileOfTheContractIsThereAndTold() throws Exception {
        String id = bench.recorded("guest", 3);
        assertThat(export(id))
                .allSatisfy(file -> assertThat(file).isRegularFile())
                .extracting(file -> out.relativize(file).toString().replace('\\', '/'))
                .containsExactly(
                        id + "/signals-made-up.csv",
                        id + "/beats.csv",
                        id + "/pulses.csv",
                        id + "/breaths.csv",
                        id + "/markers.csv",
                        id + "/feedback.csv",
                        id + "/measures.csv",
                        id + "/trials.csv",
                        id + "/session.json");
        assertThat(out)
                .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("."));
    }

    @Test
    void valuesAreExactlyTheCodesOnTheirGrid() throws Exception {
        String id = bench.recorded("guest", 5);
        export(id);
        List<String> lines = lines(id, "signals-made-up.csv");
        assertThat(lines).hasSize(501);
        assertThat(lines.get(0)).isEqualTo("index,t_s,emg_uV,ecg_mV");
        Channel emg = Bench.profile().channels().get(0);
        Channel ecg = Bench.profile().channels().get(1);
        for (int i = 0; i < 500; i++) {
            String[] cells = lines.get(i + 1).split(",");
            assertThat(Long.parseLong(cells[0])).isEqualTo(i);
            assertThat(Double.parseDouble(cells[1])).isEqualTo(i / 100.0, within(2e-6));
            assertThat(Double.parseDouble(cells[2])).isEqualTo(emg.value(Bench.emg(i)));
            assertThat(Double.parseDouble(cells[3])).isEqualTo(ecg.value(Bench.ecg(i)));
        }
    }

    @Test
    void aLostSampleIsARowWithEmptyCells() throws Exception {
        SessionRecorder recorder = bench.recorder("guest");
        bench.samples(recorder, 10);
        bench.sample(Double.NaN, Double.NaN);
        bench.samples(recorder, 100);
        recorder.close();
        export(recorder.sessionId());
        assertThat(lines(recorder.sessionId(), "signals-made-up.csv").get(11)).isEqualTo("10,0.1,,");
    }

    @Test
    void theDescriptionTellsEveryGapAndDigest() throws Exception {
        SessionRecorder recorder = bench.recorder("guest");
        bench.samples(recorder, 100);
        bench.sample(Double.NaN, Double.NaN);
        bench.samples(recorder, 100);
        recorder.close();
        export(recorder.sessionId());
        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(out.resolve(recorder.sessionId())
                        .resolve("session.json")
                        .toFile());
        assertThat(json.at("/gap_list/0/first_index").asInt()).isEqualTo(100);
        assertThat(json.at("/gap_list/0/t_s").asDouble()).isEqualTo(1.0, within(1e-6));
        assertThat(json.at("/devices/0/samples").asInt()).isEqualTo(201);
        assertThat(json.at("/devices/0/lost").asInt()).isEqualTo(1);
        assertThat(json.at("/files")).hasSize(8);
        assertThat(json.at("/patient").asText()).isEqualTo("guest");
    }

    @Test
    void aPseudonymisedExportTellsNeitherCodeNorDateNorNote() throws Exception {
        String id = bench.recorded("Kanarienvogel", 3);
        Recording recording = bench.store.recordings().open(id);
        String pseudonym = bench.store.patients().pseudonym(recording.session().patient());
        ExportIdentity identity = ExportIdentity.pseudonym(
                pseudonym, recording, recording.header().startedAt());
        for (Path file : new CsvExport().export(recording, identity, out)) {
            assertThat(Files.readString(file))
                    .doesNotContain("Kanarienvogel")
                    .doesNotContain("sings")
                    .doesNotContain(recording.header().startedAt().toLocalDate().toString());
        }
        assertThat(Files.readString(out.resolve(id).resolve("session.json")))
                .contains(pseudonym)
                .contains("\"day\" : 1");
    }

    @Test
    void anotherFolderOfThatNameIsLeftAlone() throws Exception {
        String id = bench.recorded("guest", 1);
        Files.createDirectories(out.resolve(id));
        Files.writeString(out.resolve(id).resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> export(id)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(out.resolve(id).resolve("mine.txt")).hasContent("mine");
    }

    @Test
    void exportingAgainReplacesTheEarlierExport() throws Exception {
        String id = bench.recorded("guest", 1);
        export(id);
        Files.writeString(out.resolve(id).resolve("beats.csv"), "spoilt");
        export(id);
        assertThat(lines(id, "beats.csv")).containsExactly("t_s,rr_ms,kind");
        try (var entries = Files.list(out)) {
            assertThat(entries).hasSize(1);
        }
    }

    @Test
    void feedbackRowsAreExported() throws Exception {
        SampleRing feedback = new SampleRing(NewSession.FEEDBACK_COLUMNS.size(), 100);
        SessionRecorder recorder = new SessionRecorder(bench.store, bench.session("guest", feedback), bench.clock);
        feedback.publish(new double[] {0.05, 4.25, 5, 1, 1, Double.NaN, 2, 0.5, 0, 31.5, 32}, bench.clock.nanos());
        bench.samples(recorder, 100);
        recorder.close();
        export(recorder.sessionId());
        assertThat(lines(recorder.sessionId(), "feedback.csv"))
                .containsExactly(
                        "t_s,value,threshold,gate,reward,pacer_phase,display,volume,veiled,goal,goal_line",
                        "0.05,4.25,5,1,1,,2,0.5,0,31.5,32");
    }

    @Test
    void theProtocolIsExportedAsItWasWithItsQuestions() throws Exception {
        Protocol protocol = ProtocolFiles.load(temporary.resolve("none"))
                .find("shoulders-both")
                .orElseThrow();
        NewSession plain = bench.session("guest", null);
        SampleRing feedback = new SampleRing(NewSession.FEEDBACK_COLUMNS.size(), 100);
        SessionRecorder recorder = new SessionRecorder(
                bench.store,
                new NewSession("guest", protocol, plain.devices(), feedback, plain.startNanos()),
                bench.clock);
        bench.samples(recorder, 100);
        recorder.close();
        export(recorder.sessionId());
        Path folder = Files.createDirectories(temporary.resolve("protocols"));
        String text = Files.readString(out.resolve(recorder.sessionId()).resolve("protocol.toml"));
        Files.writeString(folder.resolve("again.toml"), text.replace("\"shoulders-both\"", "\"again\""));
        Protocol again = ProtocolFiles.load(folder).find("again").orElseThrow();
        assertThat(again.questions()).isNotEmpty().isEqualTo(protocol.questions());
        assertThat(again.phases()).isEqualTo(protocol.phases());
    }

    @Test
    void theReviewKnowsGoalPhasesAndBreaks() throws Exception {
        SampleRing feedback = new SampleRing(NewSession.FEEDBACK_COLUMNS.size(), 100);
        SessionRecorder recorder = new SessionRecorder(bench.store, bench.session("guest", feedback), bench.clock);
        feedback.publish(new double[] {0.05, 4.25, 5, 1, 1, 0, 2, 0.5, 0, Double.NaN, Double.NaN}, bench.clock.nanos());
        recorder.mark(new Marker(0, "phase", "Baseline"));
        bench.samples(recorder, 300);
        for (int i = 0; i < 150; i++) {
            bench.sample(Double.NaN, Double.NaN);
        }
        bench.samples(recorder, 300);
        recorder.close();
        SessionSummary summary = SessionReview.store(bench.store, recorder.sessionId());
        assertThat(summary.seconds()).isEqualTo(7.5, within(1e-6));
        assertThat(summary.thresholdMicrovolts()).isEqualTo(5);
        assertThat(summary.phases()).extracting(Marker::label).containsExactly("Baseline");
        assertThat(summary.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.label()).isEqualTo("Made-up sensor: sensor sent nothing for 1.5 s"));
        assertThat(bench.store.recordings().open(recorder.sessionId()).measures())
                .startsWith(summary.measures().toArray(MeasureResult[]::new))
                .hasSizeGreaterThan(summary.measures().size())
                .allSatisfy(measure -> assertThat(Double.isNaN(measure.value()))
                        .isEqualTo(!measure.reason().isEmpty()));
    }
}
