package org.stillpoint.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of every sound, from the samples themselves. */
class VoicesTest {

    private static final double RATE_HZ = 48_000;
    private static final int BLOCK = 480;

    static Stream<Sounds.Sound> sounds() {
        return Sounds.all().stream().filter(sound -> !sound.id().equals(Sounds.NONE));
    }

    /** A tick is over before anyone stops it. */
    static Stream<Sounds.Sound> lasting() {
        return sounds().filter(sound -> !sound.id().equals("metronome"));
    }

    private static SoundState paced(double tSeconds, double ratePerMinute) {
        SoundState state = new SoundState();
        double cycles = tSeconds * ratePerMinute / 60;
        state.pacerPhase = cycles - Math.floor(cycles);
        state.pacerRatePerMinute = ratePerMinute;
        return state;
    }

    private static SoundRenderer renderer(Sounds.Sound sound) {
        SoundRenderer renderer = new SoundRenderer(RATE_HZ);
        renderer.sound(sound);
        renderer.render(new SoundState(), new float[BLOCK], BLOCK);
        return renderer;
    }

    private static double steepest(float[] samples, int from, int to) {
        double steepest = 0;
        for (int i = from + 1; i < to; i++) {
            steepest = Math.max(steepest, Math.abs(samples[i] - samples[i - 1]));
        }
        return steepest;
    }

    private static double loudest(float[] samples, int from, int to) {
        double loudest = 0;
        for (int i = from; i < to; i++) {
            loudest = Math.max(loudest, Math.abs(samples[i]));
        }
        return loudest;
    }

    /** So many seconds with everything on that can be, changing all the time. */
    private static float[] wild(SoundRenderer renderer, long seed, double seconds) {
        Random random = new Random(seed);
        float[] all = new float[(int) (seconds * RATE_HZ) / BLOCK * BLOCK];
        float[] block = new float[BLOCK];
        SoundState state = paced(0, 15);
        for (int at = 0; at < all.length; at += BLOCK) {
            double t = at / RATE_HZ;
            double phase = t * 15 / 60;
            state.pacerPhase = random.nextInt(200) == 0 ? Double.NaN : phase - Math.floor(phase);
            if (random.nextInt(50) == 0) {
                state.tension = random.nextInt(4) == 0 ? Double.NaN : 3 * random.nextDouble() - 1;
                state.rewarded = random.nextBoolean();
                renderer.volume(random.nextDouble() < 0.7 ? 1 : random.nextDouble());
            }
            renderer.render(state, block, BLOCK);
            System.arraycopy(block, 0, all, at, BLOCK);
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("sounds")
    void staysOneDecibelBelowFullScaleWhateverHappens(Sounds.Sound sound) {
        float[] all = wild(renderer(sound), 1, 40);
        assertThat(loudest(all, 0, all.length)).isBetween(0.02, Math.pow(10, -1 / 20.0));
    }

    @ParameterizedTest
    @MethodSource("sounds")
    void nothingThatHappensMakesAStepSteeperThanTheSoundItself(Sounds.Sound sound) {
        SoundRenderer calm = renderer(sound);
        float[] own = new float[20 * 48_000];
        SoundState full = paced(0, 15);
        full.tension = 1;
        full.rewarded = true;
        float[] block = new float[BLOCK];
        for (int at = 0; at < own.length; at += BLOCK) {
            double cycles = at / RATE_HZ * 15 / 60;
            full.pacerPhase = cycles - Math.floor(cycles);
            calm.render(full, block, BLOCK);
            System.arraycopy(block, 0, own, at, BLOCK);
        }
        float[] all = wild(renderer(sound), 2, 40);
        assertThat(steepest(all, 0, all.length)).isLessThanOrEqualTo(1.1 * steepest(own, 48_000, own.length));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void startAndStopTakeAtLeastTenMilliseconds(Sounds.Sound sound) {
        SoundRenderer renderer = renderer(sound);
        float[] all = new float[96_000];
        SoundState state = paced(0.7, 12);
        state.tension = 1;
        renderer.render(state, all, all.length);
        double full = loudest(all, 12_000, 36_000);
        assertThat(loudest(all, 0, 480)).isLessThan(0.4 * full);
        float[] after = new float[48_000];
        renderer.render(new SoundState(), after, after.length);
        assertThat(loudest(after, 0, 240)).isPositive();
        assertThat(loudest(after, 24_000, 48_000)).isZero();
    }

    @Test
    void inAndOutCuesComeAtTheirTimes() {
        SoundRenderer renderer = renderer(Sounds.named("tones"));
        int samples = (int) (60 * RATE_HZ);
        float[] all = new float[samples];
        float[] block = new float[BLOCK];
        for (int at = 0; at < samples; at += BLOCK) {
            renderer.render(paced(at / RATE_HZ, 6), block, BLOCK);
            System.arraycopy(block, 0, all, at, BLOCK);
        }
        for (int breath = 1; breath < 6; breath++) {
            assertThat(quietest(all, 10 * breath)).isCloseTo(10.0 * breath, within(0.03));
            assertThat(quietest(all, 10 * breath + 4.5)).isCloseTo(10 * breath + 4.5, within(0.03));
        }
    }

    /** Middle of the quiet moment between two halves: the quietest 10 ms within half a second. */
    private static double quietest(float[] all, double near) {
        double best = Double.NaN;
        double least = Double.MAX_VALUE;
        for (double t = near - 0.5; t < near + 0.5; t += 0.005) {
            int at = (int) (t * RATE_HZ);
            double loud = loudest(all, at - 240, at + 240);
            if (loud < least) {
                least = loud;
                best = t;
            }
        }
        return best;
    }

    @Test
    void theChordSoftensAsTheMuscleLetsGo() {
        SoundRenderer renderer = renderer(Sounds.named("chord"));
        float[] block = new float[96_000];
        SoundState state = new SoundState();
        double before = Double.MAX_VALUE;
        for (double tension : new double[] {1, 0.5, 0}) {
            state.tension = tension;
            renderer.render(state, block, block.length);
            double loud = loudest(block, 48_000, 96_000);
            assertThat(loud).isBetween(0.01, before * 0.95);
            before = loud;
        }
        state.tension = Double.NaN;
        renderer.render(state, block, block.length);
        assertThat(loudest(block, 48_000, 96_000)).isZero();
    }

    @Test
    void thePrescribedPacerBecomesAFileThatIsNamedByItsRate(@TempDir Path folder) throws IOException {
        PacerRecording recording = new PacerRecording(5.5, 0.45, 2, 0.5);
        Path file = recording.write(folder, Sounds.named("tones"));
        assertThat(file.getFileName()).hasToString("pacer-5.5-per-min-2-min.wav");
        byte[] bytes = Files.readAllBytes(file);
        assertThat(bytes).hasSize(44 + 2 * 24_000 * 120);
        float[] heard = all(file);
        assertThat(heard.length).isCloseTo(120 * 48_000, within(48));
        double early = loudest(heard, 20 * 48_000, 60 * 48_000);
        double late = loudest(heard, 117 * 48_000, 120 * 48_000);
        assertThat(early).isGreaterThan(0.1);
        assertThat(late).isLessThan(0.2 * early);
        Path again = recording.write(folder.resolve("again"), Sounds.named("tones"));
        assertThat(Arrays.equals(bytes, Files.readAllBytes(again))).isTrue();
    }

    private static float[] all(Path file) throws IOException {
        try (SoundFile sound = SoundFile.open(file, RATE_HZ, 0)) {
            float[] all = new float[(int) (150 * RATE_HZ)];
            float[] chunk = new float[4096];
            int length = 0;
            for (int got = sound.read(chunk, 4096); got >= 0; got = sound.read(chunk, 4096)) {
                System.arraycopy(chunk, 0, all, length, got);
                length += got;
            }
            return Arrays.copyOf(all, length);
        }
    }

    @ParameterizedTest
    @CsvSource({"tones", "waves", "metronome"})
    void aRecordingWithoutAFadeEndsWithoutAStep(String id, @TempDir Path folder) throws IOException {
        float[] heard = all(new PacerRecording(7, 0.45, 0.2, 0).write(folder, Sounds.named(id)));
        double own = steepest(heard, 48_000, heard.length - 9600);
        assertThat(steepest(heard, heard.length - 9600, heard.length)).isLessThanOrEqualTo(1.1 * own);
        assertThat(loudest(heard, heard.length - 480, heard.length)).isLessThan(0.01);
        assertThat(loudest(heard, 0, heard.length)).isLessThan(Math.pow(10, -1 / 20.0));
    }

    @Test
    void aFileThatIsNoSoundIsRefusedInOneSentence(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.wav"), "not a sound");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> all(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("A sound file is of a kind that cannot be read: save it as WAV");
    }
}
