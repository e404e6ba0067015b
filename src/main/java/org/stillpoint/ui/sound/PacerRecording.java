package org.stillpoint.ui.sound;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.stillpoint.training.Pacer;

/**
 * The prescribed pacer as a WAV file for a phone: home practice without a computer.
 *
 * @param ratePerMinute breaths a minute
 * @param inhaleShare share of the in-breath
 * @param minutes how long, more than 0 and at most 60
 * @param fadeMinutes how long it grows quieter at the end
 */
public record PacerRecording(double ratePerMinute, double inhaleShare, double minutes, double fadeMinutes) {

    private static final double RATE_HZ = 24_000;
    private static final int BLOCK = 2400;

    /** @throws IllegalArgumentException when the pacer's limits or the minutes are left */
    public PacerRecording {
        new Pacer(ratePerMinute, inhaleShare);
        if (!(minutes > 0 && minutes <= 60)) {
            throw new IllegalArgumentException("a recording of " + minutes + " minutes is not within 0 to 60");
        }
        if (!(fadeMinutes >= 0 && fadeMinutes <= minutes)) {
            throw new IllegalArgumentException("a fade of " + fadeMinutes + " minutes does not fit");
        }
    }

    /** Its name says its rate and length, and nothing of a person: {@code pacer-5.5-per-min-10-min.wav}. */
    public String fileName() {
        return "pacer-" + plain(ratePerMinute) + "-per-min-" + plain(minutes) + "-min.wav";
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /**
     * Writes the file, never half: the same values give the same bytes.
     *
     * @param folder made when it is not there
     * @return the file
     */
    public Path write(Path folder, Sounds.Sound sound) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(fileName());
        Path part = Files.createTempFile(folder, "pacer", ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                pour(out, sound);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return file;
    }

    private void pour(OutputStream out, Sounds.Sound sound) throws IOException {
        int frames = (int) Math.round(minutes * 60 * RATE_HZ);
        out.write(header(frames));
        SoundRenderer renderer = new SoundRenderer(RATE_HZ);
        renderer.sound(sound);
        Pacer pacer = new Pacer(ratePerMinute, inhaleShare);
        SoundState state = new SoundState();
        state.pacerRatePerMinute = ratePerMinute;
        state.inhaleEndPhase = pacer.inhaleEndPhase();
        float[] block = new float[BLOCK];
        byte[] bytes = new byte[2 * BLOCK];
        for (int at = 0; at < frames; at += BLOCK) {
            int count = Math.min(BLOCK, frames - at);
            double leftMinutes = minutes - at / RATE_HZ / 60;
            state.pacerPhase = pacer.phase(at / RATE_HZ);
            renderer.volume(fadeMinutes > 0 ? leftMinutes / fadeMinutes : 1);
            if (at + BLOCK >= frames) {
                renderer.end();
            }
            renderer.render(state, block, count);
            for (int i = 0; i < count; i++) {
                int value = Math.round(block[i] * 32767);
                bytes[2 * i] = (byte) value;
                bytes[2 * i + 1] = (byte) (value >> 8);
            }
            out.write(bytes, 0, 2 * count);
        }
    }

    /** RIFF header of one channel of 16 bits. */
    private static byte[] header(int frames) {
        return ByteBuffer.allocate(44)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(36 + 2 * frames)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt((int) RATE_HZ)
                .putInt((int) RATE_HZ * 2)
                .putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(2 * frames)
                .array();
    }
}
