package org.stillpoint.ui.sound;

import java.io.IOException;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** A sound file of a person's own: one channel at the loudspeaker's rate. Blocks while it reads. */
public final class OwnSound {

    private static final double LONGEST_SECONDS = 900;

    private OwnSound() {}

    /**
     * Reads a WAV, AIFF or AU file; the channels are averaged, other rates are brought to {@link SoundOut#RATE_HZ}.
     *
     * @throws IOException with one sentence that says what is wrong and what to do; the file's name is not in it
     */
    public static float[] read(Path file) throws IOException {
        try (AudioInputStream raw = AudioSystem.getAudioInputStream(file.toFile())) {
            AudioFormat from = raw.getFormat();
            AudioFormat plain = new AudioFormat(from.getSampleRate(), 16, from.getChannels(), true, false);
            if (raw.getFrameLength() > LONGEST_SECONDS * from.getSampleRate()) {
                throw new IOException("The sound is longer than 15 minutes: cut it, or choose another.");
            }
            try (AudioInputStream sound = AudioSystem.getAudioInputStream(plain, raw)) {
                return resampled(mono(sound.readAllBytes(), from.getChannels()), from.getSampleRate());
            }
        } catch (UnsupportedAudioFileException | IllegalArgumentException other) {
            throw new IOException("The sound file is of a kind that cannot be read: save it as WAV.", other);
        }
    }

    private static float[] mono(byte[] bytes, int channels) {
        float[] mono = new float[bytes.length / 2 / channels];
        for (int i = 0; i < mono.length; i++) {
            int sum = 0;
            for (int c = 0; c < channels; c++) {
                int at = 2 * (i * channels + c);
                sum += (short) (bytes[at] & 0xff | bytes[at + 1] << 8);
            }
            mono[i] = sum / 32768f / channels;
        }
        return mono;
    }

    private static float[] resampled(float[] samples, double rateHz) throws IOException {
        int length = (int) (samples.length * SoundOut.RATE_HZ / rateHz);
        if (length < SoundOut.RATE_HZ) {
            throw new IOException("The sound is shorter than a second: choose another.");
        }
        float[] all = new float[length];
        for (int i = 0; i < length; i++) {
            double at = i * rateHz / SoundOut.RATE_HZ;
            int before = Math.min(samples.length - 2, (int) at);
            all[i] = (float) (samples[before] + (at - before) * (samples[before + 1] - samples[before]));
        }
        return all;
    }
}
