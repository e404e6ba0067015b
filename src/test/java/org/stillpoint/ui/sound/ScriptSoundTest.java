package org.stillpoint.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.training.Feedback;

/** A person's own files in scripts, from the buffer that a loudspeaker would play. */
class ScriptSoundTest {

    @TempDir
    Path folder;

    private final HeardSession session = HeardSession.of("tones");
    private double audioSeconds;
    private double height = 0.8;

    /** A sine that begins and ends at its full height, as badly cut recordings do. */
    private Path sine(String name, AudioFileFormat.Type type, AudioFormat format, double hz, double seconds)
            throws IOException {
        int width = format.getSampleSizeInBits() / 8;
        int frames = (int) (seconds * format.getSampleRate());
        byte[] bytes = new byte[frames * width * format.getChannels()];
        for (int i = 0; i < frames; i++) {
            double value = height * Math.cos(2 * Math.PI * hz * i / format.getSampleRate());
            long code = Math.round(value * ((1L << format.getSampleSizeInBits() - 1) - 1));
            for (int c = 0; c < format.getChannels(); c++) {
                for (int b = 0; b < width; b++) {
                    int place = format.isBigEndian() ? width - 1 - b : b;
                    bytes[(i * format.getChannels() + c) * width + place] = (byte) (code >> 8 * b);
                }
            }
        }
        Path file = folder.resolve(name);
        try (AudioInputStream sound = new AudioInputStream(new ByteArrayInputStream(bytes), format, frames)) {
            AudioSystem.write(sound, type, file.toFile());
        }
        return file;
    }

    private Path sine(String name, double seconds) throws IOException {
        return sine(name, AudioFileFormat.Type.WAVE, new AudioFormat(44_100, 16, 1, true, false), 440, seconds);
    }

    /** The step goes on with its file; a held session stands still. */
    private void play(Path file, double seconds) {
        session.each(() -> {
                    session.writer.audio(file == null ? "" : file.toString(), audioSeconds);
                    audioSeconds += 0.02;
                })
                .run(seconds);
    }

    private double ordinary(double fromSeconds, double toSeconds) {
        return session.line.steepest(at(fromSeconds), at(toSeconds));
    }

    private static int at(double seconds) {
        return (int) Math.round(seconds * Heard.RATE_HZ);
    }

    /** Frequency by the crossings of zero upwards. */
    private double frequency(double fromSeconds, double toSeconds) {
        int crossings = 0;
        for (int i = at(fromSeconds); i < at(toSeconds); i++) {
            crossings += session.line.samples[i - 1] < 0 && session.line.samples[i] >= 0 ? 1 : 0;
        }
        return crossings / (toSeconds - fromSeconds);
    }

    @ParameterizedTest
    @CsvSource({
        "WAVE, 44100, 16, 2, false",
        "WAVE, 22050, 16, 1, false",
        "WAVE, 96000, 24, 2, false",
        "WAVE, 8000, 16, 1, false",
        "AIFF, 48000, 16, 1, true",
        "AU, 32000, 16, 2, true"
    })
    void itIsHeardAtItsOwnPitchWhateverItsKindAndRate(String type, float rateHz, int bits, int channels, boolean big)
            throws IOException {
        AudioFileFormat.Type kind = type.equals("AIFF")
                ? AudioFileFormat.Type.AIFF
                : type.equals("AU") ? AudioFileFormat.Type.AU : AudioFileFormat.Type.WAVE;
        play(sine("a", kind, new AudioFormat(rateHz, bits, channels, true, big), 440, 4), 4);
        assertThat(frequency(1, 3)).isCloseTo(440, within(1.0));
        assertThat(session.line.loudest(at(1), at(3))).isCloseTo(0.53 * 0.8 * 0.6, within(0.01));
    }

    @Test
    void itBeginsAndEndsOverTenMillisecondsAtLeast() throws IOException {
        play(sine("a.wav", 2), 4);
        double own = ordinary(0.5, 1.5);
        assertThat(session.line.steepest(0, session.line.length)).isLessThanOrEqualTo(1.1 * own);
        assertThat(session.line.loudest(at(2.5), session.line.length)).isZero();
    }

    @Test
    void aHoldStopsItSoftlyAndItGoesOnWhereItWas() throws IOException {
        Path file = sine("a.wav", 6);
        play(file, 2);
        double own = ordinary(0.5, 2);
        session.each(() -> session.writer.state(Feedback.State.HELD)).run(30);
        assertThat(session.line.loudest(at(2.5), at(31))).isZero();
        session.writer.state(Feedback.State.RUNNING);
        play(file, 6);
        assertThat(session.line.steepest(0, session.line.length)).isLessThanOrEqualTo(1.1 * own);
        int last = session.line.length - 1;
        while (session.line.samples[last] == 0) {
            last--;
        }
        assertThat(last / Heard.RATE_HZ).isCloseTo(36.1, within(0.15));
    }

    @Test
    void theNextStepsFileTakesItsPlaceSoftly() throws IOException {
        Path high = sine("b.wav", AudioFileFormat.Type.WAVE, new AudioFormat(44_100, 16, 1, true, false), 880, 4);
        play(sine("a.wav", 4), 2);
        audioSeconds = 0;
        play(high, 3);
        assertThat(frequency(1, 1.9)).isCloseTo(440, within(2.0));
        assertThat(frequency(2.5, 4.5)).isCloseTo(880, within(2.0));
        assertThat(session.line.steepest(0, session.line.length)).isLessThanOrEqualTo(1.1 * ordinary(2.5, 4.5));
    }

    @Test
    void aStepThatBeginsAnewBeginsItsFileAnew() throws IOException {
        Path file = sine("a.wav", 1);
        play(file, 2);
        assertThat(session.line.loudest(at(1.4), at(1.9))).isZero();
        audioSeconds = 0;
        play(file, 2);
        assertThat(session.line.loudest(at(2.3), at(2.8))).isGreaterThan(0.1);
        assertThat(session.line.loudest(at(3.4), at(3.9))).isZero();
    }

    @Test
    void withoutALoudspeakerForAMinuteItIsWhereTheStepIs() throws IOException {
        Path file = sine("a.wav", 80);
        session.line.absent = true;
        play(file, 60);
        session.line.absent = false;
        play(file, 30);
        int last = session.line.length - 1;
        while (session.line.samples[last] == 0) {
            last--;
        }
        assertThat(session.line.heardSeconds(last)).isCloseTo(80, within(1.6));
    }

    @Test
    void aFileThatIsGoneIsSaidOnceAndTheRestGoesOn() throws IOException {
        Path file = sine("a.wav", 1);
        Files.delete(file);
        play(file, 1);
        audioSeconds = 0;
        play(file, 1);
        assertThat(session.sound.trouble()).isEqualTo("A sound file is not where it was. All else goes on.");
        assertThat(session.sound.trouble()).isNull();
        play(sine("b.wav", 2), 2);
        assertThat(session.line.loudest(at(3), at(4))).isGreaterThan(0.1);
    }

    @Test
    void aBrokenFileIsSaidInOneSentenceThatDoesNotNameIt() throws IOException {
        Path file = Files.writeString(folder.resolve("of-a-person.wav"), "not a sound at all");
        play(file, 1);
        assertThat(session.sound.trouble()).contains("save it as WAV").doesNotContain("person");
        assertThat(session.line.loudest(0, session.line.length)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"WAVE", "AIFF", "AU"})
    void aMutilatedFileIsPlayedOrSaidAndNothingMore(String type) throws IOException {
        AudioFileFormat.Type kind = type.equals("AIFF")
                ? AudioFileFormat.Type.AIFF
                : type.equals("AU") ? AudioFileFormat.Type.AU : AudioFileFormat.Type.WAVE;
        byte[] good = Files.readAllBytes(
                sine("good", kind, new AudioFormat(22_050, 16, 2, true, !type.equals("WAVE")), 440, 0.3));
        Random random = new Random(11);
        SoundFiles files = new SoundFiles();
        float[] taken = new float[1024];
        for (int i = 0; i < 300; i++) {
            byte[] bad = Arrays.copyOf(good, random.nextInt(4) == 0 ? random.nextInt(good.length) : good.length);
            for (int k = 0; k <= random.nextInt(6) && bad.length > 0; k++) {
                bad[random.nextInt(Math.min(bad.length, 60))] = (byte) random.nextInt();
            }
            PlayedSound sound = files.play(Files.write(folder.resolve("bad"), bad), 0, i % 2 == 0, Heard.RATE_HZ);
            for (int turn = 0; turn < 20; turn++) {
                files.work();
                int ready = Math.min(taken.length, sound.ready());
                sound.take(taken, ready);
                assertThat(Heard.loudest(taken, 0, ready)).isLessThanOrEqualTo(1);
            }
            sound.leave();
        }
        files.close();
    }

    @Test
    void theTonesStepBackBeforeIt() throws IOException {
        session.paced(6).run(12);
        double alone = session.line.loudest(at(2), at(4));
        height = 0;
        Path file = sine("silent.wav", 40);
        session.each(() -> {
                    double cycles = session.seconds() * 6 / 60;
                    session.writer
                            .pacer(true, 6, 0.45, cycles - Math.floor(cycles))
                            .audio(file.toString(), audioSeconds);
                    audioSeconds += 0.02;
                })
                .run(12);
        assertThat(session.line.loudest(at(22), at(24)) / alone).isCloseTo(0.4, within(0.03));
    }
}
