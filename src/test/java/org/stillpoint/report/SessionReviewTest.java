package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.acquisition.SampleRing;
import org.stillpoint.care.MeasureResult;
import org.stillpoint.metric.PipelineSettings;
import org.stillpoint.signal.Marker;
import org.stillpoint.store.Bench;
import org.stillpoint.store.NewSession;
import org.stillpoint.store.Recording;
import org.stillpoint.store.SessionRecorder;
import org.stillpoint.store.StoreException;

class SessionReviewTest {

    @TempDir
    Path temporary;

    private Bench bench;
    private SampleRing feedback;
    private SessionRecorder recorder;
    private int samples;

    @BeforeEach
    void open() throws StoreException {
        bench = new Bench(temporary.resolve("data"));
        feedback = new SampleRing(NewSession.FEEDBACK_COLUMNS.size(), 60000);
        recorder = new SessionRecorder(bench.store, bench.session("guest", feedback), bench.clock);
    }

    @AfterEach
    void close() throws StoreException {
        bench.close();
    }

    /** An ECG whose intervals swing by 50 ms ten times in 100 s. */
    private void seconds(int seconds, boolean paced) {
        int end = samples + (int) (seconds * Bench.RATE_HZ);
        for (; samples < end; samples++) {
            double t = samples / Bench.RATE_HZ;
            double microvolts = 0;
            int near = (int) Math.round(t / 0.8);
            for (int n = near - 2; n <= near + 2; n++) {
                double z = (t - 0.8 * n - 0.06 * Math.sin(2 * Math.PI * 0.08 * n)) / 0.012;
                microvolts += 1000 * Math.exp(-z * z / 2);
            }
            if (samples % 10 == 0) {
                double phase = paced ? t / 10 % 1 : Double.NaN;
                feedback.publish(
                        new double[] {t, 0, Double.NaN, 1, 0, phase, 1, 0.5, 0, Double.NaN, Double.NaN},
                        bench.clock.nanos());
            }
            bench.sample(0, Math.rint(microvolts * 10));
            recorder.work();
        }
    }

    private void phase(String title) {
        recorder.mark(new Marker(samples / Bench.RATE_HZ, "phase", title));
    }

    private List<MeasureResult> reviewed() throws StoreException {
        recorder.close();
        SessionReview.store(bench.store, recorder.sessionId());
        return bench.store.recordings().open(recorder.sessionId()).measures();
    }

    private static MeasureResult of(List<MeasureResult> measures, String phase, String name) {
        return measures.stream()
                .filter(one -> one.phase().equals(phase) && one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachPhaseHasItsOwnFigures() throws Exception {
        phase("Baseline");
        seconds(130, false);
        phase("Trial 1");
        seconds(130, true);
        List<MeasureResult> measures = reviewed();
        assertThat(of(measures, "Baseline", "welch120.lf_hf").value()).isGreaterThan(1);
        assertThat(of(measures, "Trial 1", "welch120.lf_hf").reason())
                .isEqualTo("not given where the breathing was paced");
        assertThat(of(measures, "Trial 1", "time.mean_hr").value()).isEqualTo(75, within(0.5));
        assertThat(of(measures, "Trial 1", "time.mean_hr").fromSeconds()).isEqualTo(130, within(0.02));
    }

    @Test
    void aSessionWithoutPhasesIsOneSegment() throws Exception {
        seconds(70, false);
        List<MeasureResult> measures = reviewed();
        assertThat(of(measures, "", "time.rmssd").value()).isBetween(5.0, 60.0);
        assertThat(of(measures, "", "time.rmssd").recipe()).containsKeys("window", "correction", "version");
    }

    @Test
    void heldTimeDoesNotCount() throws Exception {
        phase("Baseline");
        seconds(50, false);
        recorder.mark(new Marker(20, "hold", ""));
        recorder.mark(new Marker(40, "resume", ""));
        seconds(20, false);
        assertThat(of(reviewed(), "Baseline", "time.rmssd").reason()).isEqualTo("needs 60 s");
    }

    @Test
    void offlineAndLiveAgreeOnTheSameMinute() throws Exception {
        seconds(70, false);
        List<MeasureResult> measures = reviewed();
        double live = of(measures, "", "rmssd").value();
        assertThat(of(measures, "", "time.rmssd").value()).isEqualTo(live, within(0.03 * live));
        assertThat(of(measures, "", "rmssd").recipe())
                .containsEntry("window", "64 s")
                .extractingByKey("correction")
                .asString()
                .startsWith("live");
    }

    @Test
    void theTablesNamePhaseAndRecipe() throws Exception {
        phase("Baseline");
        seconds(125, false);
        reviewed();
        Recording recording = bench.store.recordings().open(recorder.sessionId());
        Path out = temporary.resolve("out");
        ExportFormats.of("csv").orElseThrow().export(recording, ExportIdentity.open(recording), out);
        Path folder = out.resolve(recorder.sessionId());
        assertThat(Files.readAllLines(folder.resolve("measures.csv")))
                .anyMatch(line -> line.startsWith("welch120.lf,")
                        && line.contains("Baseline,0,")
                        && line.contains("taper=periodic Hann"));
    }

    @Test
    void theLevelOfRestThatWasChosenIsKept() throws Exception {
        PipelineSettings chosen = PipelineSettings.USUAL.withRest(10, 5000);
        NewSession session = bench.session("guest", feedback);
        recorder = new SessionRecorder(
                bench.store,
                new NewSession("guest", null, session.devices(), feedback, session.startNanos(), chosen),
                bench.clock);
        for (; samples < 65 * Bench.RATE_HZ; samples++) {
            // 40 to 50 µV in the band: at rest beside a reference of 5000
            bench.sample(400 * Math.sin(samples * 1.9) * (1 + 0.2 * Math.sin(samples * 0.01)), 0);
            recorder.work();
        }
        assertThat(of(reviewed(), "", "muscle_rest@emg").value()).isEqualTo(100);
    }

    @Test
    void theJsonHasNoWindowWithoutAValue() throws Exception {
        phase("Baseline");
        seconds(70, false);
        for (JsonNode measure : SessionJson.measures(reviewed())) {
            assertThat(measure.get("window_s").isNull())
                    .as(measure.toString())
                    .isEqualTo(measure.get("value").isNull());
        }
    }
}
