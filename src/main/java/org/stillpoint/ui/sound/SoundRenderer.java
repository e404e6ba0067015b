package org.stillpoint.ui.sound;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.training.Feedback;

/**
 * Turns the newest feedback into sound: the voices of the chosen {@link Sounds sound}, on wish a quiet tone above the goal,
 * and a quiet reward.
 *
 * <p>Nothing clicks, whatever the feedback does; together the voices stay 1 dB below full scale. Another sound fades the
 * old one out first. Pure: no clock, no device. One thread; {@link #render} allocates nothing.
 */
public final class SoundRenderer {

    /** 1 dB below full scale. */
    static final double HIGHEST = Math.pow(10, -1 / 20.0);

    private static final double CHANGE_SECONDS = 0.25;

    private final double rateHz;
    private final SoundState state = new SoundState();
    private final TensionVoice tensionVoice;
    private final List<Voice> always;
    private final Level volumeLevel;
    private final Level choiceLevel;
    private List<Voice> chosen;
    private List<Voice> next;
    private double gain;
    private boolean tensionTone;
    private double volume = 1;

    /** @throws IllegalArgumentException if the rate is below 8 kHz */
    public SoundRenderer(double rateHz) {
        if (!(rateHz >= 8000)) {
            throw new IllegalArgumentException("sound at " + rateHz + " Hz");
        }
        this.rateHz = rateHz;
        tensionVoice = new TensionVoice(rateHz);
        always = List.of(tensionVoice, new RewardVoice(rateHz));
        volumeLevel = new Level(rateHz, Level.RAMP_SECONDS);
        choiceLevel = new Level(rateHz, CHANGE_SECONDS);
        choose(voices(Sounds.named(Sounds.USUAL)));
    }

    /** Another sound; allocates. */
    public void sound(Sounds.Sound sound) {
        next = voices(sound);
    }

    /** A person's own sound, one channel at this rate, in place of a generated one; allocates. */
    public void own(float[] samples) {
        next = List.of(new FileVoice(rateHz, samples), new BreathVoice(rateHz));
    }

    private List<Voice> voices(Sounds.Sound sound) {
        List<Voice> voices = new ArrayList<>();
        sound.voices().forEach(voice -> voices.add(voice.apply(rateHz)));
        return voices;
    }

    private void choose(List<Voice> voices) {
        chosen = voices;
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
        volume = Math.max(0, Math.min(1, share));
    }

    /** Whether tension above the goal is heard. */
    public void tensionTone(boolean on) {
        tensionTone = on;
    }

    /**
     * Fills the buffer with the next samples, -1 … 1.
     *
     * @param newest the newest feedback
     * @param aheadSeconds how long after that feedback the first sample will be heard
     */
    public void render(Feedback newest, double aheadSeconds, float[] out, int samples) {
        state.take(newest, aheadSeconds);
        render(state, out, samples);
    }

    void render(SoundState now, float[] out, int samples) {
        if (next != null && choiceLevel.value() == 0) {
            choose(next);
            next = null;
        }
        for (int v = 0; v < chosen.size(); v++) {
            chosen.get(v).tune(now);
        }
        for (int v = 0; v < always.size(); v++) {
            always.get(v).tune(now);
        }
        if (!tensionTone) {
            tensionVoice.quiet();
        }
        for (int i = 0; i < samples; i++) {
            double sound = 0;
            for (int v = 0; v < chosen.size(); v++) {
                sound += chosen.get(v).next();
            }
            sound *= choiceLevel.toward(next == null ? 1 : 0);
            for (int v = 0; v < always.size(); v++) {
                sound += always.get(v).next();
            }
            out[i] = (float) (gain * volumeLevel.toward(volume) * sound);
        }
    }
}
