package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stillpoint.acquisition.EventRing;
import org.stillpoint.acquisition.SampleRing;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.metric.PipelineSettings;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Marker;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Noise;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.signal.Unit;

/** The loop over a ring that the test fills: muscle noise and a belt at 1000 samples a second. */
class TrainingLoopTest {

    private static final long START = 77_000_000_000L;
    private static final Protocol PROTOCOL = new Protocol(
            "both",
            "Both",
            List.of("paced-breathing", "emg-relaxation"),
            "wave",
            6,
            0.45,
            "why",
            List.of(
                    new Phase("Rest", PhaseKind.BASELINE, 10, "rest"),
                    new Phase("Trial 1", PhaseKind.FEEDBACK, 20, "follow"),
                    new Phase("Alone", PhaseKind.ALONE_AFTER, 10, "alone")));

    private double clockSeconds;
    private final SampleRing ring = new SampleRing(2, 1 << 16);
    private final SampleRing rows = new SampleRing(TrainingLoop.FEEDBACK_COLUMNS.size(), 1 << 12);
    private final TrainingControl control = new TrainingControl();
    private final PacerCell pacer = new PacerCell();
    private final Pipeline pipeline = new Pipeline(
            List.of(
                    new Pipeline.Line(channel("emg", Modality.EMG, Unit.MICROVOLT), 1000),
                    new Pipeline.Line(channel("resp", Modality.RESP, Unit.RAW), 1000)),
            new PipelineSettings(50, 0.25));
    private final FeedbackCell cell =
            new FeedbackCell(pipeline.metrics().size(), 2, PROTOCOL.phases().size());
    private final TrainingLoop loop = new TrainingLoop(
            List.of(new TrainingLoop.Feed(ring, 1000, 0)),
            pipeline,
            0,
            -1,
            0.4,
            new Start(PROTOCOL, pacer),
            cell,
            new EventRing(1024),
            rows,
            control,
            () -> START + Math.round(clockSeconds * 1e9),
            START);
    private final Feedback now = cell.blank();
    private final Random random = new Random(3);
    private final double[] codes = new double[2];
    private long index;
    private double muscleCodes = 500;

    private static Channel channel(String id, Modality modality, Unit unit) {
        return new Channel(id, id, modality, unit, 0.01, 0, -1e7, 1e7, new Noise(0.01, 0.2, 10, 500));
    }

    private void run(double seconds) {
        long until = index + Math.round(seconds * 1000);
        while (index < until) {
            for (int i = 0; i < 10; i++, index++) {
                codes[0] = Math.rint(muscleCodes * random.nextGaussian());
                codes[1] = Math.rint(10_000 * Math.sin(2 * Math.PI * index / 1000.0 / 10));
                ring.publish(codes, START + index * 1_000_000L);
            }
            loop.work();
        }
        cell.read(now);
    }

    private List<Marker> markers() {
        List<Marker> all = new ArrayList<>();
        for (Marker marker = loop.pollMarker(); marker != null; marker = loop.pollMarker()) {
            all.add(marker);
        }
        return all;
    }

    @Test
    void phasesChangeWithin20MillisecondsOfPlan() {
        run(41);
        List<Double> starts = markers().stream()
                .filter(m -> m.kind().equals("phase"))
                .map(Marker::tSeconds)
                .toList();
        assertThat(starts).hasSize(3);
        assertThat(starts.get(1)).isCloseTo(10, within(0.021));
        assertThat(starts.get(2)).isCloseTo(30, within(0.021));
        assertThat(now.state()).isEqualTo(Feedback.State.FINISHED);
    }

    @Test
    void decisionOfATickIsWrittenBeforeTheMeasuresAreWorkedOut() {
        run(1);
        long before = cell.sequence();
        ring.publish(codes, START + index * 1_000_000L);
        index++;
        loop.work();
        assertThat(cell.sequence() - before)
                .as("writes, one of them before the measures")
                .isEqualTo(2);
    }

    @Test
    void aChoiceOfSoundIsWrittenDownAndRemembered() {
        run(2);
        control.choseSound("waves");
        control.choseDisplay("shape");
        control.choseVolume(0.25);
        run(1);
        assertThat(markers())
                .extracting(marker -> marker.kind() + " " + marker.label())
                .contains("sound waves", "display shape", "volume 0.25");
        assertThat(loop.findings())
                .contains(
                        Finding.kept("chosen_sound_paced_breathing", Double.NaN, "waves"),
                        Finding.kept("chosen_display_paced_breathing", Double.NaN, "shape"));
    }

    @Test
    void holdStopsThePhaseClockThePacerAndTheReward() {
        run(12);
        assertThat(now.pacing()).isTrue();
        double before = now.phaseElapsedSeconds();
        control.hold();
        run(5);
        assertThat(now.state()).isEqualTo(Feedback.State.HELD);
        assertThat(now.pacing()).isFalse();
        assertThat(pacer.running()).isFalse();
        assertThat(now.rewarded()).isFalse();
        assertThat(now.phaseElapsedSeconds()).isCloseTo(before, within(0.03));
        control.resume();
        run(1);
        assertThat(now.state()).isEqualTo(Feedback.State.RUNNING);
        assertThat(pacer.running()).isTrue();
        assertThat(now.phaseElapsedSeconds()).isCloseTo(before + 1, within(0.06));
    }

    @Test
    void repeatAndSkipEndTheHold() {
        run(15);
        control.hold();
        control.repeatPhase();
        run(1);
        assertThat(now.phaseIndex()).isEqualTo(1);
        assertThat(now.phaseElapsedSeconds()).isCloseTo(1, within(0.03));
        control.hold();
        control.nextPhase();
        run(1);
        assertThat(now.phaseIndex()).isEqualTo(2);
    }

    @Test
    void bothExercisesRunAtOnce() {
        run(15);
        assertThat(now.pacerPhase()).isBetween(0.0, 1.0);
        assertThat(now.thresholdMicrovolts()).isBetween(2.0, 10.0);
        assertThat(now.muscleMicrovolts()).isBetween(2.0, 10.0);
        assertThat(now.breathPosition()).isBetween(0.0, 1.0);
    }

    @Test
    void aReadingAtTheSensorsLimitIsAbsentAndEarnsNothing() {
        run(12);
        muscleCodes = 30;
        run(2);
        assertThat(now.thresholdMicrovolts()).isPositive();
        assertThat(now.muscleMicrovolts()).isNaN();
        assertThat(now.muscleAtLimit()).isTrue();
        assertThat(now.rewarded()).isFalse();
    }

    @Test
    void thePacerIsChangedWhileItRuns() {
        run(12);
        control.pacerRate(4.5);
        control.inhaleShare(0.4);
        run(0.1);
        assertThat(now.pacerRatePerMinute()).isEqualTo(4.5);
        assertThat(pacer.inhaleShare()).isEqualTo(0.4);
        control.pacerRate(99);
        run(0.1);
        assertThat(now.pacerRatePerMinute()).isEqualTo(Pacer.MAX_RATE_PER_MINUTE);
    }

    @Test
    void tooFastEasesThePacerOnceAndThenLetsItRest() {
        run(12);
        control.tooFast();
        run(0.1);
        assertThat(now.pacerRatePerMinute()).isEqualTo(7);
        control.tooFast();
        run(0.1);
        assertThat(now.pacing()).isFalse();
        assertThat(markers()).filteredOn(m -> m.kind().equals("too-fast")).hasSize(2);
    }

    @Test
    void withoutAnySamplePhasesAndPacerGoOnByTheClock() {
        run(12);
        for (int tick = 0; tick < 500; tick++) {
            clockSeconds = 12 + tick * 0.02;
            loop.work();
        }
        cell.read(now);
        assertThat(now.phaseElapsedSeconds()).isCloseTo(12, within(0.05));
        assertThat(now.pacerPhase()).isCloseTo(1.2 % 1, within(0.01));
        assertThat(now.muscleMicrovolts()).isNaN();
        assertThat(now.rewarded()).isFalse();
        assertThat(now.breathPosition()).isNaN();
    }

    @Test
    void aCoughIsNeitherRewardedNorMeasured() {
        run(15);
        muscleCodes = 60;
        run(1);
        assertThat(now.rewarded()).isTrue();
        control.event("cough");
        run(1);
        assertThat(now.masked()).isTrue();
        assertThat(now.rewarded()).isFalse();
        run(1.1);
        assertThat(now.masked()).isFalse();
        assertThat(now.rewarded()).isTrue();
        assertThat(markers())
                .filteredOn(m -> m.kind().equals("event"))
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.label()).isEqualTo("cough");
                    assertThat(m.tSeconds()).isCloseTo(13, within(0.03));
                });
    }

    @Test
    void theFeedbackItselfIsRecordedAtLeast20TimesASecond() {
        run(10);
        assertThat(rows.published()).isBetween(200L, 300L);
    }

    @Test
    void aMillionSamplesAllocateNothing() {
        run(30);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long allocated = Long.MAX_VALUE;
        for (int tries = 0; tries < 3 && allocated > 0; tries++) {
            long total = 0;
            for (int chunk = 0; chunk < 10_000; chunk++) {
                for (int i = 0; i < 100; i++, index++) {
                    codes[0] = 400 * Math.sin(index * 0.37) + 100 * Math.sin(index * 0.11);
                    codes[1] = 10_000 * Math.sin(2 * Math.PI * index / 1000.0 / 10);
                    ring.publish(codes, START + index * 1_000_000L);
                }
                long before = threads.getThreadAllocatedBytes(thread);
                loop.work();
                total += threads.getThreadAllocatedBytes(thread) - before;
            }
            allocated = total;
        }
        assertThat(allocated).isZero();
    }
}
