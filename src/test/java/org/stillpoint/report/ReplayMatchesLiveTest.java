package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.care.SessionResult;
import org.stillpoint.care.Spread;
import org.stillpoint.care.TrialResult;
import org.stillpoint.care.TrialTrace;
import org.stillpoint.metric.Metric;
import org.stillpoint.store.Bench;
import org.stillpoint.store.Recording;
import org.stillpoint.store.StoreException;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;

/** One trained session with a pacer, a hold and a cough: what was said live against what is stored. */
class ReplayMatchesLiveTest {

    private static final double COUGH_KEY = 200;

    private static final Protocol PROTOCOL = new Protocol(
            "both",
            "Both",
            List.of("paced-breathing", "emg-relaxation"),
            "wave-tension",
            6,
            0.45,
            "",
            List.of(
                    new Phase("Baseline", PhaseKind.BASELINE, 60, ""),
                    new Phase("Alone, before", PhaseKind.ALONE_BEFORE, 20, ""),
                    new Phase("How", PhaseKind.INSTRUCTION, 10, ""),
                    new Phase("Trial 1", PhaseKind.FEEDBACK, 240, ""),
                    new Phase("Alone, after", PhaseKind.ALONE_AFTER, 30, "")));

    @TempDir
    static Path temporary;

    private static Bench bench;
    private static TrainedSession session;
    private static Recording recording;
    private static final Map<Integer, double[]> AGAIN = new TreeMap<>();

    @BeforeAll
    static void liveThroughIt() throws StoreException {
        bench = new Bench(temporary.resolve("data"));
        session = new TrainedSession(bench.store, bench.clock, "one", PROTOCOL);
        session.control.rating("distress_before", 5);
        session.live(120).control.hold();
        session.live(10).control.resume();
        session.live(COUGH_KEY - 130).control.event("cough");
        session.live(40).control.veil(true);
        session.live(30).control.veil(false);
        session.live(70).control.tooFast();
        session.control.answer("what_helped", "longer out-breath");
        session.control.rating("distress_after", 2);
        session.live(40);
        recording = bench.store.recordings().open(session.end());
        try (SessionReplay replay = new SessionReplay(recording)) {
            while (replay.next()) {
                int second = (int) Math.floor(replay.seconds() + 1e-6);
                if (replay.ticked() && !AGAIN.containsKey(second)) {
                    double[] said = new double[1 + replay.pipeline().metrics().size()];
                    said[0] = replay.seconds();
                    for (int m = 1; m < said.length; m++) {
                        said[m] = replay.pipeline().meter(m - 1).value();
                    }
                    AGAIN.put(second, said);
                }
            }
        }
    }

    @AfterAll
    static void close() throws StoreException {
        bench.close();
    }

    /** Seconds in which no window holds the time before the key, which counted live and does not count afterwards. */
    private static boolean bothExist(Metric metric, int second) {
        double window = Double.isNaN(metric.windowSeconds()) ? 60 : metric.windowSeconds();
        return second < COUGH_KEY - 6 || second > COUGH_KEY + 10 + window;
    }

    @Test
    void everyMeasureIsTheSameAfterwardsAsItWasLive() {
        List<Metric> metrics = session.pipeline.metrics();
        List<String> other = new ArrayList<>();
        int compared = 0;
        for (double[] live : session.live) {
            int second = (int) Math.floor(live[0] + 1e-6);
            double[] again = AGAIN.get(second);
            for (int m = 1; m < live.length; m++) {
                if (bothExist(metrics.get(m - 1), second)) {
                    compared += Double.isNaN(live[m]) ? 0 : 1;
                    boolean same = Double.isNaN(live[m])
                            ? Double.isNaN(again[m])
                            : Math.abs(live[m] - again[m]) <= 1e-6 * Math.max(1, Math.abs(live[m]));
                    if (!same) {
                        other.add(metrics.get(m - 1).id() + " at " + live[0] + ": " + live[m] + ", again " + again[m]);
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(3000);
        assertThat(other).isEmpty();
    }

    @Test
    void thePacerIsBackInTheReplay() {
        int with = place("with_pacer");
        assertThat(AGAIN.get(300)[with]).isBetween(0.0, 100.0);
        assertThat(AGAIN.get(50)[with]).isNaN();
    }

    @Test
    void aCoughHidesTheSecondsBeforeItsKeyAsWell() throws StoreException {
        MaskTimes masks = new MaskTimes(recording.markers());
        assertThat(masks.at(COUGH_KEY - 4.9)).isTrue();
        assertThat(masks.at(COUGH_KEY + 1.9)).isTrue();
        assertThat(masks.at(COUGH_KEY - 5.2)).isFalse();
        assertThat(masks.within(0, 400)).isEqualTo(17, within(0.1));
        assertThat(AGAIN.get((int) COUGH_KEY - 2)[place("heart_rate")]).isNaN();
    }

    @Test
    void aVeiledStretchIsToldApart() throws StoreException {
        TrialResult trial = result().last(PhaseKind.FEEDBACK).orElseThrow();
        Spread veiled = trial.measure("muscle").orElseThrow().alone();
        Spread shown = trial.measure("muscle").orElseThrow().shown();
        assertThat(veiled.seconds()).isBetween(28, 31);
        assertThat(veiled.seconds() + shown.seconds())
                .isEqualTo(trial.measure("muscle").orElseThrow().all().seconds());
        assertThat(trial.shownSeconds()).isEqualTo(shown.seconds());
    }

    @Test
    void timeInTheZoneIsAgainstTheFirstBaseline() throws StoreException {
        TrialResult baseline = result().first(PhaseKind.BASELINE).orElseThrow();
        TrialResult trial = result().last(PhaseKind.FEEDBACK).orElseThrow();
        assertThat(trial.zone().levelMicrovolts()).isEqualTo(baseline.median("muscle"));
        assertThat(baseline.zone().percent()).isEqualTo(50, within(3.0));
        assertThat(trial.zone().percent()).isBetween(0.0, 100.0);
        assertThat(bench.store.findings().remembered("one").firstNumber(SessionResult.BASELINE))
                .isEqualTo(baseline.median("muscle"));
    }

    @Test
    void eachPartHasItsTraceFromTheRecording() throws StoreException {
        List<TrialTrace> parts = SessionReview.of(recording).trials();
        assertThat(parts).extracting(TrialTrace::word).containsExactly("rest", "alone", "1", "alone");
        TrialTrace trial = parts.get(2);
        assertThat(trial.measure()).isEqualTo("Muscle");
        assertThat(trial.percentile(50))
                .isEqualTo(result().last(PhaseKind.FEEDBACK).orElseThrow().median("muscle"), within(0.05));
        assertThat(trial.value(20)).isPositive();
        // held from 120 to 130 s, the trial begins at 90 s
        assertThat(trial.value(35)).isNaN();
        assertThat(trial.counts(35)).isFalse();
    }

    @Test
    void ratingsAndAnswersAreInTheResult() throws StoreException {
        assertThat(result().ratings().get(0).change()).isEqualTo(-3);
        assertThat(result().answers().get(0).words()).isEqualTo("longer out-breath");
        assertThat(result().tooFast()).isEqualTo(1);
    }

    @Test
    void computedAgainNothingDiffers() throws StoreException {
        ReplayCheck check = ReplayCheck.of(recording);
        assertThat(check.differences()).isEmpty();
        assertThat(check.compared()).isGreaterThan(200);
    }

    @Test
    void theNoteTellsWhatWasDoneAndNamesNobody() throws StoreException {
        String note = SessionNote.text(recording, result());
        assertThat(note)
                .contains(
                        "min with feedback in use",
                        "- Trial 1: ",
                        "pressed 1 time",
                        "distress (0 to 10): before 5, after 2")
                .doesNotContain("one\n", "NaN");
    }

    @Test
    void theNoteTellsTheReferenceOnceAndNoKeyOfTheProgram() throws StoreException {
        String note = SessionNote.text(recording, result());
        assertThat(note).containsOnlyOnce("this session's baseline, the first").doesNotContain("_", "e+");
    }

    private static SessionResult result() {
        return recording.result().orElseThrow();
    }

    private static int place(String id) {
        List<Metric> metrics = session.pipeline.metrics();
        for (int m = 0; m < metrics.size(); m++) {
            if (metrics.get(m).id().equals(id)) {
                return m + 1;
            }
        }
        throw new IllegalArgumentException(id);
    }
}
