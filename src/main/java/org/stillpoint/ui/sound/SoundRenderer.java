package org.stillpoint.ui.sound;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stillpoint.training.Feedback;

/**
 * Turns the newest feedback into sound: the voices of the chosen {@link Sounds sound}, a quiet reward, a stroke when a phase
 * begins, and the files that a script names, before which all else steps back.
 *
 * <p>Nothing clicks, whatever the feedback does; together the voices stay 1 dB below full scale. Another sound fades the
 * old one out first. Pure: no clock, no device. One thread; {@link #render} allocates nothing.
 */
public final class SoundRenderer {

    /** 1 dB below full scale. */
    static final double HIGHEST = Math.pow(10, -1 / 20.0);

    private static final double CHANGE_SECONDS = 0.25;
    /** What a script's file leaves of the rest: {@code HIGHEST * BEHIND} and the file's own peak stay within HIGHEST. */
    private static final double BEHIND = 0.4;

    private final double rateHz;
    private final SoundFiles files;
    private final SoundState state = new SoundState();
    private final List<Voice> always;
    private final ScriptVoice script;
    private final Level volumeLevel;
    private final Level choiceLevel;
    private final Level lineLevel;
    private List<Voice> chosen;
    private List<Voice> next;
    private boolean silent;
    private boolean nextSilent;
    private double gain;
    private double volume = 1;
    private boolean shown;
    private boolean ending;

    /** Without any files. @throws IllegalArgumentException if the rate is below 8 kHz */
    public SoundRenderer(double rateHz) {
        this(rateHz, new SoundFiles());
    }

    /** @param files who decodes a person's own files */
    SoundRenderer(double rateHz, SoundFiles files) {
        if (!(rateHz >= 8000)) {
            throw new IllegalArgumentException("sound at " + rateHz + " Hz");
        }
        this.rateHz = rateHz;
        this.files = files;
        always = List.of(new RewardVoice(rateHz), new BellVoice(rateHz));
        script = new ScriptVoice(rateHz, files);
        volumeLevel = new Level(rateHz, Level.RAMP_SECONDS);
        choiceLevel = new Level(rateHz, CHANGE_SECONDS);
        lineLevel = new Level(rateHz, Level.RAMP_SECONDS);
        choose(voices(Sounds.named(Sounds.USUAL)), false);
    }

    /** Another sound; allocates. */
    public void sound(Sounds.Sound sound) {
        next(voices(sound), sound.id().equals(Sounds.NONE));
    }

    /** A person's own sound in place of a generated one, with the pacer's tones; allocates. */
    void own(Path file) {
        next(List.of(new FileVoice(rateHz, files.play(file, 0, true, rateHz)), new BreathVoice(rateHz)), false);
    }

    private List<Voice> voices(Sounds.Sound sound) {
        List<Voice> voices = new ArrayList<>();
        sound.voices().forEach(voice -> voices.add(voice.apply(rateHz)));
        return voices;
    }

    private void next(List<Voice> voices, boolean none) {
        if (next != null) {
            next.forEach(Voice::leave);
        }
        next = voices;
        nextSilent = none;
    }

    private void choose(List<Voice> voices, boolean none) {
        chosen = voices;
        silent = none;
        double peak = 0;
        for (Voice voice : voices) {
            peak += voice.peak();
        }
        for (Voice voice : always) {
            peak += voice.peak();
        }
        gain = Math.min(1, HIGHEST / peak);
    }

    /** 0 … 1; moves there without a click. */
    public void volume(double share) {
        volume(share, 0);
    }

    /** The same as a fade: the whole range would take so long. */
    void volume(double share, double seconds) {
        volume = Math.max(0, Math.min(1, share));
        volumeLevel.over(seconds);
    }

    /** How loud it is on its way there. */
    double volumeNow() {
        return volumeLevel.value();
    }

    /** Whether the phase shows the patient the own signals: then a muscle is heard before it has a goal. */
    void shown(boolean own) {
        shown = own;
    }

    /** A new line: what is heard begins from nothing. */
    void begin() {
        lineLevel.reset();
        ending = false;
    }

    /** What is heard goes to nothing, over 30 ms. */
    void end() {
        ending = true;
    }

    /**
     * Fills the buffer with the next samples, -1 … 1.
     *
     * @param newest the newest feedback
     * @param aheadSeconds how long after that feedback the first sample will be heard
     */
    public void render(Feedback newest, double aheadSeconds, float[] out, int samples) {
        state.take(newest, aheadSeconds, shown);
        render(state, out, samples);
    }

    void render(SoundState now, float[] out, int samples) {
        if (next != null && choiceLevel.value() == 0) {
            chosen.forEach(Voice::leave);
            choose(next, nextSilent);
            next = null;
        }
        for (int v = 0; v < chosen.size(); v++) {
            chosen.get(v).tune(now);
        }
        for (int v = 0; v < always.size(); v++) {
            always.get(v).tune(now);
        }
        script.tune(now);
        double choice = next == null && !silent ? 1 : 0;
        for (int i = 0; i < samples; i++) {
            double sound = 0;
            for (int v = 0; v < chosen.size(); v++) {
                sound += chosen.get(v).next();
            }
            for (int v = 0; v < always.size(); v++) {
                sound += always.get(v).next();
            }
            double words = script.next();
            sound *= gain * choiceLevel.toward(choice) * (1 - (1 - BEHIND) * script.level());
            double level = volumeLevel.toward(volume) * lineLevel.toward(ending ? 0 : 1);
            out[i] = (float) (level * (sound + words));
        }
    }
}
