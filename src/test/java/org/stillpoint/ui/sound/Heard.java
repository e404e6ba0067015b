package org.stillpoint.ui.sound;

import java.util.Arrays;
import java.util.function.Supplier;

/** A loudspeaker that keeps what it is given, and plays at the pace of a clock set by hand. */
final class Heard implements SoundOut {

    static final double RATE_HZ = 48_000;
    private static final int BUFFER = 2880;

    float[] samples = new float[1 << 20];
    int length;
    long nowNanos;
    boolean stuck;
    boolean open;
    boolean absent;
    int opened;
    private long openedNanos;
    private int openedAt;

    /** Opens it again each time, as a machine does. */
    Supplier<SoundOut> opener() {
        return () -> {
            opened++;
            if (absent) {
                return SoundOut.none("no loudspeaker");
            }
            open = true;
            stuck = false;
            openedNanos = nowNanos;
            openedAt = length;
            return this;
        };
    }

    /** When a sample is heard: when it left the buffer. */
    double heardSeconds(int sample) {
        return openedNanos / 1e9 + (sample - openedAt) / RATE_HZ;
    }

    @Override
    public int room() {
        if (stuck) {
            return 0;
        }
        long played = openedAt + (long) ((nowNanos - openedNanos) / 1e9 * RATE_HZ + 1e-6);
        return (int) Math.max(0, Math.min(BUFFER, BUFFER - (length - played)));
    }

    @Override
    public void write(float[] block, int count) {
        if (length + count > samples.length) {
            samples = Arrays.copyOf(samples, 2 * samples.length);
        }
        System.arraycopy(block, 0, samples, length, count);
        length += count;
    }

    @Override
    public double waitSeconds() {
        return BUFFER / RATE_HZ;
    }

    @Override
    public double queuedSeconds() {
        return (BUFFER - room()) / RATE_HZ;
    }

    @Override
    public String silence() {
        return "";
    }

    @Override
    public void close() {
        open = false;
    }

    double steepest(int from, int to) {
        return steepest(samples, from, to);
    }

    double loudest(int from, int to) {
        return loudest(samples, from, to);
    }

    static double steepest(float[] samples, int from, int to) {
        double steepest = 0;
        for (int i = from + 1; i < to; i++) {
            steepest = Math.max(steepest, Math.abs(samples[i] - samples[i - 1]));
        }
        return steepest;
    }

    static double loudest(float[] samples, int from, int to) {
        double loudest = 0;
        for (int i = from; i < to; i++) {
            loudest = Math.max(loudest, Math.abs(samples[i]));
        }
        return loudest;
    }
}
