package org.stillpoint.ui.sound;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** The machine's loudspeaker: 16 bit, both sides the same, some 60 ms ahead. */
final class SpeakerOut implements SoundOut {

    private static final int FRAME_BYTES = 4;
    private static final int AHEAD_FRAMES = (int) (0.06 * RATE_HZ);

    private final SourceDataLine line;
    private final byte[] bytes = new byte[AHEAD_FRAMES * FRAME_BYTES];

    private SpeakerOut(SourceDataLine line) {
        this.line = line;
    }

    static SoundOut open() {
        AudioFormat format = new AudioFormat((float) RATE_HZ, 16, 2, true, false);
        try {
            SourceDataLine line = AudioSystem.getSourceDataLine(format);
            line.open(format, AHEAD_FRAMES * FRAME_BYTES);
            line.start();
            return new SpeakerOut(line);
        } catch (IllegalArgumentException | SecurityException none) {
            return SoundOut.none("This machine has no loudspeaker: nothing is heard, all else goes on.");
        } catch (LineUnavailableException taken) {
            return SoundOut.none(
                    "Another program holds the loudspeaker: close it to hear the sounds; all else goes on.");
        }
    }

    @Override
    public int room() {
        return Math.min(AHEAD_FRAMES, line.available() / FRAME_BYTES);
    }

    @Override
    public void write(float[] samples, int count) {
        for (int i = 0; i < count; i++) {
            int value = Math.round(samples[i] * 32767);
            for (int side = 0; side < 2; side++) {
                bytes[i * FRAME_BYTES + 2 * side] = (byte) value;
                bytes[i * FRAME_BYTES + 2 * side + 1] = (byte) (value >> 8);
            }
        }
        line.write(bytes, 0, count * FRAME_BYTES);
    }

    @Override
    public double waitSeconds() {
        return line.getBufferSize() / FRAME_BYTES / RATE_HZ;
    }

    @Override
    public double queuedSeconds() {
        return (line.getBufferSize() - line.available()) / FRAME_BYTES / RATE_HZ;
    }

    @Override
    public String silence() {
        return "";
    }

    @Override
    public void close() {
        line.stop();
        line.close();
    }
}
