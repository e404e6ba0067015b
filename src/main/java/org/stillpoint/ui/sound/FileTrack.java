package org.stillpoint.ui.sound;

/**
 * A played file with a level that moves: it begins, stops, runs dry and ends over 30 ms, and keeps its place while it is
 * silent. One thread; allocates nothing after construction.
 */
final class FileTrack {

    private static final int FEWEST = 4;

    private final Level fade;
    private final Level dry;
    private final int ramp;
    private final float[] block = new float[1024];
    private PlayedSound sound;
    private double wanted;
    private int ready;
    private int at;
    private int filled;

    FileTrack(double rateHz, double fadeSeconds) {
        fade = new Level(rateHz, fadeSeconds);
        dry = new Level(rateHz, Level.RAMP_SECONDS);
        ramp = (int) (Level.RAMP_SECONDS * rateHz);
    }

    /** Another file; only while this one is silent. Null = none. */
    void sound(PlayedSound next) {
        if (sound != null) {
            sound.leave();
        }
        sound = next;
        at = 0;
        filled = 0;
    }

    PlayedSound sound() {
        return sound;
    }

    /** Whether it is to be heard from now on. */
    void tune(boolean heard) {
        ready = sound == null ? 0 : sound.ready() + filled - at;
        boolean begins = fade.value() > 0 || ready >= FEWEST * ramp || sound != null && sound.ended();
        wanted = heard && begins ? 1 : 0;
    }

    /** How loud it is, 0 … 1. */
    double level() {
        return fade.value() * dry.value();
    }

    /** Nothing more will come of it. */
    boolean over() {
        return sound == null || sound.ended() && ready == 0;
    }

    /** Where in its file it is; NaN without one. */
    double atSeconds() {
        return sound == null ? Double.NaN : sound.atSeconds() - (filled - at) / sound.rateHz();
    }

    double next() {
        // the nearer the last sample that is ready, the quieter: it ends, or runs dry, without a step
        double loud = fade.toward(wanted) * dry.toward(Math.min(1, ready / (double) ramp));
        if (loud == 0 || ready == 0) {
            return 0;
        }
        if (at == filled) {
            filled = Math.min(block.length, sound.ready());
            at = 0;
            sound.take(block, filled);
        }
        ready--;
        return loud * block[at++];
    }
}
