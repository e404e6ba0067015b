package org.stillpoint.ui.sound;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The sound files that the steps of a script name. Each begins with its step and plays on; a hold stops it where it is. It
 * leaves its own place only when its step begins anew, or when it has fallen far behind, as without a loudspeaker.
 */
final class ScriptVoice implements Voice {

    private static final double LOUD = 0.53;
    private static final double BEHIND_SECONDS = 1.5;

    private final double rateHz;
    private final SoundFiles files;
    private final FileTrack track;
    private String playing = "";
    private double lastSeconds;
    private boolean anew;

    ScriptVoice(double rateHz, SoundFiles files) {
        this.rateHz = rateHz;
        this.files = files;
        track = new FileTrack(rateHz, Level.RAMP_SECONDS);
    }

    @Override
    public void tune(SoundState state) {
        if (state.runs) {
            anew |= state.audioSeconds < lastSeconds;
            lastSeconds = state.audioSeconds;
        }
        boolean same = !state.runs || playing.equals(state.audio) && !anew && !behind(state.audioSeconds);
        if (!same && track.level() == 0) {
            change(state.audio, state.audioSeconds);
            same = true;
        }
        track.tune(state.runs && same);
    }

    private boolean behind(double seconds) {
        return !track.over() && seconds - track.atSeconds() > BEHIND_SECONDS;
    }

    private void change(String file, double fromSeconds) {
        playing = file;
        anew = false;
        try {
            track.sound(file.isEmpty() ? null : files.play(Path.of(file), fromSeconds, false, rateHz));
        } catch (InvalidPathException unnameable) {
            track.sound(null);
        }
    }

    /** How loud it is: what else is heard steps back before it. */
    double level() {
        return track.level();
    }

    @Override
    public double next() {
        return LOUD * track.next();
    }

    @Override
    public double peak() {
        return LOUD;
    }

    @Override
    public void leave() {
        track.sound(null);
    }
}
