package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.acquisition.SampleRing;
import org.stillpoint.care.PatientCard;
import org.stillpoint.care.SessionResult;
import org.stillpoint.care.TrialResult;
import org.stillpoint.device.DeviceProfile;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Marker;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Noise;
import org.stillpoint.signal.Unit;
import org.stillpoint.store.Bench;
import org.stillpoint.store.NewSession;
import org.stillpoint.store.RecordedDevice;
import org.stillpoint.store.Recording;
import org.stillpoint.store.SessionRecorder;
import org.stillpoint.store.StoreException;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;

/** Two muscles with a level each: what is told afterwards is told of the one that was trained. */
class TrainedSideTest {

    private static final double RATE_HZ = 200;
    private static final double LEFT_MICROVOLTS = 40;
    private static final double RIGHT_MICROVOLTS = 10;
    private static final Protocol PROTOCOL = new Protocol(
            "sides",
            "Sides",
            List.of("emg-relaxation"),
            "tension",
            6,
            0.45,
            "",
            List.of(
                    new Phase("Baseline", PhaseKind.BASELINE, 40, ""),
                    new Phase("Trial 1", PhaseKind.FEEDBACK, 20, "")));

    @TempDir
    Path temporary;

    private Bench bench;
    private SampleRing ring;
    private SessionRecorder recorder;
    private long samples;

    @BeforeEach
    void open() throws StoreException {
        bench = new Bench(temporary.resolve("data"));
    }

    @AfterEach
    void close() throws StoreException {
        bench.close();
    }

    private static Channel muscle(String id, String name) {
        return new Channel(id, name, Modality.EMG, Unit.MICROVOLT, 0.1, 0, -32768, 32767, Noise.UNKNOWN);
    }

    private void begin() throws StoreException {
        DeviceProfile as = Bench.profile();
        DeviceProfile two = new DeviceProfile(
                "two-muscles",
                "Two muscles",
                RATE_HZ,
                as.isolation(),
                List.of(muscle("left", "left trapezius"), muscle("right", "right trapezius")),
                null,
                null,
                null,
                null,
                "built-in",
                null);
        ring = new SampleRing(2, 6500);
        samples = 0;
        recorder = new SessionRecorder(
                bench.store,
                new NewSession(
                        "one",
                        PROTOCOL,
                        List.of(RecordedDevice.of(two, RATE_HZ, ring)),
                        new SampleRing(NewSession.FEEDBACK_COLUMNS.size(), 64),
                        bench.clock.nanos()),
                bench.clock);
    }

    /** @param left µV */
    private void live(double seconds, double left, double right) {
        for (long end = samples + Math.round(seconds * RATE_HZ); samples < end; samples++) {
            double wave = Math.sqrt(2) * 10 * Math.sin(2 * Math.PI * 60 * samples / RATE_HZ);
            ring.publish(new double[] {Math.rint(left * wave), Math.rint(right * wave)}, bench.clock.nanos());
            bench.clock.pass(1 / RATE_HZ);
            recorder.work();
        }
    }

    /** In the trial the right side is tenser than at rest, the left one quieter. @param side null = nobody answered */
    private Recording session(String side) throws StoreException {
        begin();
        if (side != null) {
            recorder.mark(new Marker(0, "answer", "muscle-side: " + side));
        }
        recorder.mark(new Marker(0, "phase", "Baseline"));
        live(40, LEFT_MICROVOLTS, RIGHT_MICROVOLTS);
        recorder.mark(new Marker(40, "phase", "Trial 1"));
        live(20, LEFT_MICROVOLTS / 2, RIGHT_MICROVOLTS * 3);
        recorder.close();
        SessionReview.store(bench.store, recorder.sessionId());
        return bench.store.recordings().open(recorder.sessionId());
    }

    private static TrialResult trial(Recording recording) throws StoreException {
        return recording.result().orElseThrow().first(PhaseKind.FEEDBACK).orElseThrow();
    }

    @Test
    void withoutAnAnswerTheFirstMuscleIsTold() throws Exception {
        TrialResult trial = trial(session(null));
        assertThat(trial.measures().get(0).name()).isEqualTo("muscle@left");
        assertThat(trial.zone().percent()).isGreaterThan(90);
    }

    @Test
    void theSecondMuscleIsToldWhenItWasTrained() throws Exception {
        TrialResult trial = trial(session("second"));
        assertThat(trial.measures().get(0).name()).isEqualTo("muscle@right");
        assertThat(trial.median("muscle")).isGreaterThan(2 * RIGHT_MICROVOLTS).isLessThan(LEFT_MICROVOLTS);
        assertThat(trial.zone().percent()).isLessThan(10);
    }

    @Test
    void theTenserOfBothHasALevelOfItsOwn() throws Exception {
        TrialResult trial = trial(session("larger"));
        assertThat(trial.measures().get(0).name()).isEqualTo("muscle@left+right");
        assertThat(trial.measures().get(0).title())
                .startsWith("left trapezius or right trapezius, whichever is tenser,");
        assertThat(trial.median("muscle")).isEqualTo(trial.median("muscle@right"), within(1e-12));
        assertThat(trial.zone().percent()).isGreaterThan(90);
    }

    @Test
    void computedAgainEachSideComesOutTheSame() throws Exception {
        for (String side : new String[] {"first", "second", "larger"}) {
            ReplayCheck check = ReplayCheck.of(session(side));
            assertThat(check.identical()).as(side + " " + check.differences()).isTrue();
        }
    }

    @Test
    void oneSideIsNeverCountedFromTheRestOfAnother() throws Exception {
        session("first");
        TrialResult trial = trial(session("second"));
        assertThat(trial.zone().ground()).startsWith("this session's baseline");
        assertThat(trial(session("second")).zone().ground()).isEqualTo("the first baseline");
        assertThat(trial(session("first")).zone().levelMicrovolts())
                .isGreaterThan(2 * trial.zone().levelMicrovolts());
    }

    @Test
    void theNoteAndTheCardNameTheSite() throws Exception {
        Recording recording = session("second");
        SessionResult result = recording.result().orElseThrow();
        assertThat(SessionNote.text(recording, result))
                .contains("µV, this session's baseline, the first, right trapezius\n");
        assertThat(PatientCard.of(result, PROTOCOL).text()).contains("how quiet the muscle (right trapezius) is");
    }
}
