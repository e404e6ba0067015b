package org.stillpoint.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.ui.sound.HeardSession.phase;
import static org.stillpoint.ui.sound.HeardSession.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.training.Effort;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.PhaseKind;

/**
 * A session with closed eyes in which everything happens that can: holds, mutes, levels, phases, other sounds, a script's
 * files, all at full level. What is claimed is read from the buffer.
 */
class WholeSessionSoundTest {

    private static final double HIGHEST = Math.pow(10, -1 / 20.0);
    private static final Map<String, double[]> PLAYED = new ConcurrentHashMap<>();
    private static final double PER_MINUTE = 13;

    @TempDir
    static Path folder;

    private double audioSeconds;

    @BeforeAll
    static void writeFiles() throws IOException {
        // as loud as a file can be, and cut where it stands highest
        for (double hz : new double[] {150, 190}) {
            AudioFormat format = new AudioFormat(44_100, 16, 1, true, false);
            byte[] bytes = new byte[2 * 44_100 * 3];
            for (int i = 0; i < bytes.length / 2; i++) {
                long code = Math.round(32_767 * Math.cos(2 * Math.PI * hz * i / 44_100));
                bytes[2 * i] = (byte) code;
                bytes[2 * i + 1] = (byte) (code >> 8);
            }
            try (AudioInputStream sound =
                    new AudioInputStream(new ByteArrayInputStream(bytes), format, bytes.length / 2)) {
                AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file(hz).toFile());
            }
        }
    }

    private static Path file(double hz) {
        return folder.resolve((int) hz + ".wav");
    }

    static Stream<String> sounds() {
        return Stream.concat(
                Sounds.all().stream().map(Sounds.Sound::id).filter(id -> !id.equals(Sounds.NONE)),
                Stream.of("150.wav"));
    }

    private static HeardSession session(String sound) {
        HeardSession session = new HeardSession(
                protocol(
                        sound,
                        phase(PhaseKind.FEEDBACK, ""),
                        phase(PhaseKind.FEEDBACK, ""),
                        phase(PhaseKind.REST, "none")),
                "",
                new OwnSounds(folder));
        session.sound.volume(1);
        return session;
    }

    private void live(HeardSession session, boolean held) {
        double cycles = session.seconds() * PER_MINUTE / 60;
        session.writer
                .state(held ? Feedback.State.HELD : Feedback.State.RUNNING)
                .pacer(!held, PER_MINUTE, 0.45, held ? Double.NaN : cycles - Math.floor(cycles));
        audioSeconds += held ? 0 : 0.02;
    }

    /** All of it sounding, and nothing changed but the phases and the files. */
    private double ownSlope(String sound, boolean words) {
        HeardSession session = session(sound);
        session.writer.muscle(30, 2, true);
        int[] tick = new int[1];
        session.each(() -> {
                    live(session, false);
                    session.writer.phase(tick[0]++ / 60 % 2, 0, 600);
                    session.writer.effort(Effort.values()[tick[0] / 75 % 3]);
                    if (words && tick[0] % 150 == 1) {
                        audioSeconds = 0;
                        session.writer.audio(
                                file(tick[0] % 300 == 1 ? 150 : 190).toString(), 0);
                    } else if (words) {
                        session.writer.audio(session.writer.next().audio(), audioSeconds);
                    }
                })
                .run(15);
        return session.line.steepest(48_000, session.line.length);
    }

    private HeardSession eventful(String sound, boolean words, double seconds) {
        Random random = new Random(7);
        HeardSession session = session(sound);
        boolean[] held = new boolean[1];
        session.writer.muscle(30, 2, true);
        session.each(() -> {
                    live(session, held[0]);
                    session.writer.audio(session.writer.next().audio(), audioSeconds);
                    if (random.nextInt(25) == 0) {
                        happen(session, sound, words, random, held);
                    }
                })
                .run(seconds);
        return session;
    }

    private void happen(HeardSession session, String sound, boolean words, Random random, boolean[] held) {
        switch (random.nextInt(10)) {
            case 0 -> held[0] = !held[0];
            case 1 -> session.sound.volume(random.nextBoolean() ? 1 : 0);
            case 2 -> session.sound.volume(random.nextDouble());
            case 3 -> session.writer.phase(random.nextInt(3), 0, 600);
            case 4 -> session.sound.sound(random.nextInt(3) == 0 ? Sounds.NONE : sound, 0);
            case 5 ->
                session.writer.muscle(
                        random.nextInt(3) == 0 ? Double.NaN : 30 * random.nextDouble(), 2, random.nextBoolean());
            case 6 -> session.writer.veiled(random.nextBoolean()).masked(random.nextInt(4) == 0);
            case 7 -> {
                if (words) {
                    audioSeconds = 0;
                    session.writer.audio(
                            random.nextInt(3) == 0
                                    ? ""
                                    : file(random.nextBoolean() ? 150 : 190).toString(),
                            0);
                }
            }
            case 8 -> session.writer.effort(Effort.values()[random.nextInt(3)]);
            default -> {
                if (random.nextInt(3) == 0) {
                    session.sound.fadeOut(2);
                }
            }
        }
    }

    /** What the buffer of a long session with all voices held: its steepest step and its highest sample. */
    private double[] withAll(String sound) {
        return PLAYED.computeIfAbsent(sound, id -> {
            HeardSession session = eventful(id, true, 120);
            return new double[] {
                session.line.steepest(0, session.line.length), session.line.loudest(0, session.line.length)
            };
        });
    }

    @ParameterizedTest
    @MethodSource("sounds")
    void nothingThatHappensMakesAStepSteeperThanTheSoundItself(String sound) {
        HeardSession session = eventful(sound, false, 40);
        assertThat(session.line.steepest(0, session.line.length)).isLessThanOrEqualTo(1.1 * ownSlope(sound, false));
    }

    @ParameterizedTest
    @MethodSource("sounds")
    void norDoesItWithTheFilesOfAScript(String sound) {
        assertThat(withAll(sound)[0])
                .isLessThanOrEqualTo(1.1 * Math.max(ownSlope(sound, false), ownSlope(sound, true)));
    }

    @ParameterizedTest
    @MethodSource("sounds")
    void allTogetherAtFullLevelStayOneDecibelBelowFullScale(String sound) {
        assertThat(withAll(sound)[1]).isBetween(0.3, HIGHEST);
    }
}
