package org.stillpoint.ui.sound;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * A WAV, AIFF or AU file as one channel at a wanted rate, read piece by piece: the channels are averaged, both ends are
 * softened. Blocks while it reads; one thread.
 *
 * <p>What is wrong with it is told by an {@link IOException} of one sentence; the file's name is not in it.
 */
final class SoundFile implements AutoCloseable {

    private static final double END_SECONDS = 0.03;
    private static final int FRAMES = 1024;
    private static final String OTHER_KIND =
            "A sound file is of a kind that cannot be read: save it as WAV, AIFF or AU. All else goes on.";
    private static final String BROKEN = "A sound file cannot be read to its end. All else goes on.";
    private static final String MISSING = "A sound file is not where it was. All else goes on.";

    private final AudioInputStream sound;
    private final int channels;
    private final Resampler resampler;
    private final byte[] bytes;
    private final float[] tail;
    private int waiting;
    private int begun;
    private boolean over;

    private SoundFile(AudioInputStream sound, double rateHz) {
        this.sound = sound;
        AudioFormat format = sound.getFormat();
        channels = format.getChannels();
        resampler = new Resampler(format.getSampleRate(), rateHz);
        bytes = new byte[2 * channels * FRAMES];
        tail = new float[(int) (END_SECONDS * rateHz)];
    }

    /** Opens it, from so many seconds of it on. */
    static SoundFile open(Path file, double rateHz, double fromSeconds) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(MISSING);
        }
        BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            AudioInputStream coded = AudioSystem.getAudioInputStream(raw);
            AudioFormat from = coded.getFormat();
            if (!(from.getSampleRate() >= 4000 && from.getSampleRate() <= 400_000)
                    || !(from.getChannels() >= 1 && from.getChannels() <= 8)) {
                throw new IOException(OTHER_KIND);
            }
            AudioFormat plain = new AudioFormat(from.getSampleRate(), 16, from.getChannels(), true, false);
            SoundFile opened = new SoundFile(AudioSystem.getAudioInputStream(plain, coded), rateHz);
            opened.skip(fromSeconds);
            return opened;
        } catch (UnsupportedAudioFileException | RuntimeException other) {
            // a mutilated header makes the decoder throw whatever it stumbled over
            raw.close();
            throw new IOException(OTHER_KIND, other);
        } catch (IOException broken) {
            raw.close();
            throw broken;
        }
    }

    private void skip(double seconds) throws IOException {
        long left =
                2L * channels * (long) (Math.max(0, seconds) * sound.getFormat().getSampleRate());
        while (left > 0) {
            int got = sound.read(bytes, 0, (int) Math.min(bytes.length, left));
            if (got <= 0) {
                return;
            }
            left -= got;
        }
    }

    /**
     * The next samples, -1 … 1.
     *
     * @return how many; -1 at the end
     */
    int read(float[] into, int count) throws IOException {
        int got = over ? -1 : resampler.read(this::decode, into, count);
        if (got < 0) {
            over = true;
            return drain(into, count);
        }
        for (int i = 0; i < got; i++, begun++) {
            if (begun < tail.length) {
                into[i] *= (float) begun / tail.length;
            }
        }
        return held(into, got);
    }

    /** Holds the newest few back: they may be the last ones. */
    private int held(float[] into, int got) {
        int give = Math.max(0, waiting + got - tail.length);
        float[] all = new float[waiting + got];
        System.arraycopy(tail, 0, all, 0, waiting);
        System.arraycopy(into, 0, all, waiting, got);
        System.arraycopy(all, 0, into, 0, give);
        waiting = all.length - give;
        System.arraycopy(all, give, tail, 0, waiting);
        return give;
    }

    private int drain(float[] into, int count) {
        if (waiting == 0) {
            return -1;
        }
        int give = Math.min(count, waiting);
        for (int i = 0; i < give; i++) {
            into[i] = tail[i] * (waiting - 1 - i) / tail.length;
        }
        System.arraycopy(tail, give, tail, 0, waiting - give);
        waiting -= give;
        return give;
    }

    private int decode(float[] into, int offset, int count) throws IOException {
        int got;
        try {
            got = sound.read(bytes, 0, Math.min(bytes.length, 2 * channels * count));
        } catch (RuntimeException | IOException broken) {
            throw new IOException(BROKEN, broken);
        }
        int frames = got / (2 * channels);
        for (int i = 0; i < frames; i++) {
            int sum = 0;
            for (int c = 0; c < channels; c++) {
                int at = 2 * (i * channels + c);
                sum += (short) (bytes[at] & 0xff | bytes[at + 1] << 8);
            }
            into[offset + i] = sum / 32768f / channels;
        }
        return frames <= 0 ? -1 : frames;
    }

    @Override
    public void close() throws IOException {
        sound.close();
    }
}
