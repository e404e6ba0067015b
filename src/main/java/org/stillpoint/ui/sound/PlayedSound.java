package org.stillpoint.ui.sound;

import java.nio.file.Path;

/**
 * A file that is being played: decoded ahead by one thread, taken by another, some two and a half seconds between them.
 * Neither waits for the other.
 */
final class PlayedSound {

    /** At the loudspeaker's rate some 2.7 s. */
    private static final int AHEAD = 1 << 17;

    private final Path path;
    private final double fromSeconds;
    private final boolean again;
    private final double rateHz;
    private final float[] ring = new float[AHEAD];
    private volatile long decoded;
    private volatile long taken;
    private volatile boolean ended;
    private volatile boolean left;

    /** @param again whether it begins anew at its end */
    PlayedSound(Path path, double fromSeconds, boolean again, double rateHz) {
        this.path = path;
        this.fromSeconds = fromSeconds;
        this.again = again;
        this.rateHz = rateHz;
    }

    Path path() {
        return path;
    }

    double fromSeconds() {
        return fromSeconds;
    }

    boolean again() {
        return again;
    }

    double rateHz() {
        return rateHz;
    }

    /** How many samples are ready; the taker's thread. */
    int ready() {
        return (int) (decoded - taken);
    }

    /** Takes samples that are ready. */
    void take(float[] into, int count) {
        long from = taken;
        for (int i = 0; i < count; i++) {
            into[i] = ring[(int) (from + i) & AHEAD - 1];
        }
        taken = from + count;
    }

    /** Where in the file the next sample stands. */
    double atSeconds() {
        return fromSeconds + taken / rateHz;
    }

    /** Nothing more will be decoded: it is at its end, or cannot be read. */
    boolean ended() {
        return ended;
    }

    void end() {
        ended = true;
    }

    /** Nobody listens any more: it may be closed. */
    void leave() {
        left = true;
    }

    boolean left() {
        return left;
    }

    /** How many samples still fit; the decoder's thread. */
    int room() {
        return AHEAD - (int) (decoded - taken);
    }

    void put(float[] samples, int count) {
        long from = decoded;
        for (int i = 0; i < count; i++) {
            ring[(int) (from + i) & AHEAD - 1] = samples[i];
        }
        decoded = from + count;
    }
}
