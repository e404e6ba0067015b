package org.stillpoint.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.acquisition.EventRing;
import org.stillpoint.acquisition.SampleRing;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.metric.PipelineSettings;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.store.ProtocolFiles;
import org.stillpoint.training.FeedbackCell;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.Start;
import org.stillpoint.training.TrainingControl;
import org.stillpoint.training.TrainingLoop;

/** The whole way of a protocol's key {@code sound}: from its file through training to the buffer. */
class ProtocolToSoundTest {

    private static final String FILE = """
            id = "mine"
            name = "Mine"
            exercises = ["paced-breathing"]
            display = "black"
            sound = "waves"
            rationale = "Each phase its own."
            [pacer]
            rate_per_min = 12
            [[phases]]
            title = "Tones"
            kind = "pacer-only"
            seconds = 10
            text = "Breathe with the tones."
            sound = "tones"
            [[phases]]
            title = "Quiet"
            kind = "pacer-only"
            seconds = 10
            text = "Breathe on."
            sound = "none"
            [[phases]]
            title = "Waves"
            kind = "pacer-only"
            seconds = 20
            text = "Breathe with the waves."
            """;

    @TempDir
    Path folder;

    private final Heard line = new Heard();
    private final TrainingControl control = new TrainingControl();
    private TrainingLoop loop;
    private BreathSound sound;

    @BeforeEach
    void begin() throws IOException {
        Files.writeString(folder.resolve("mine.toml"), FILE);
        Protocol protocol = ProtocolFiles.load(folder).find("mine").orElseThrow();
        Pipeline pipeline = new Pipeline(List.of(), new PipelineSettings(50, 0.25));
        FeedbackCell cell = new FeedbackCell(pipeline.metrics().size(), 0, 3);
        loop = new TrainingLoop(
                List.of(),
                pipeline,
                -1,
                -1,
                0,
                new Start(protocol, new PacerCell()),
                cell,
                new EventRing(64),
                new SampleRing(TrainingLoop.FEEDBACK_COLUMNS.size(), 4096),
                control,
                () -> line.nowNanos,
                0);
        sound = new BreathSound(
                cell, protocol, "", line.opener(), OwnSounds.NONE, new SoundFiles(), () -> line.nowNanos);
        sound.volume(1);
    }

    private void run(double untilSeconds) {
        while (line.nowNanos < untilSeconds * 1e9) {
            line.nowNanos += 20_000_000L;
            loop.work();
            while (sound.work() > 0) {
                // until the line is full
            }
        }
    }

    private double loudest(double fromSeconds, double toSeconds) {
        return line.loudest((int) (fromSeconds * Heard.RATE_HZ), (int) (toSeconds * Heard.RATE_HZ));
    }

    @Test
    void everyPhaseIsHeardWithItsOwnSound() {
        run(5);
        assertThat(sound.sounding()).isEqualTo("tones");
        run(15);
        assertThat(sound.sounding()).isEqualTo("none");
        run(25);
        assertThat(sound.sounding()).isEqualTo("waves");
        assertThat(loudest(1, 9)).isGreaterThan(0.1);
        assertThat(loudest(10.5, 19.5)).isZero();
        assertThat(loudest(21, 24)).isGreaterThan(0.05);
    }

    @Test
    void aHoldIsSilentAndTheSessionsEndToo() {
        run(4);
        control.hold();
        run(8);
        assertThat(loudest(4.5, 7.5)).isZero();
        control.resume();
        run(50);
        assertThat(loudest(9, 11)).isGreaterThan(0.1);
        assertThat(loudest(46, 49)).isZero();
    }
}
