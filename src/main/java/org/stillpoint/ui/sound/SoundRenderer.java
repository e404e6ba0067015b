package org.stillpoint.ui.sound;

import org.stillpoint.training.Feedback;

/**
 * Turns the newest feedback into sound: in-breath = a soft rising chord, out-breath = a low falling tone with breath-like
 * noise, so that closed eyes tell them apart; on wish a quiet tone that grows with the tension above the goal.
 *
 * <p>Nothing clicks: every level moves by at most its whole range in 30 ms and every pitch glides, whatever the feedback
 * does. Levels add up to 0.8 of full scale at the most. Pure: no clock, no device. One thread; {@link #render} allocates
 * nothing.
 */
public final class SoundRenderer {

    private static final double RAMP_SECONDS = 0.03;
    private static final double GLIDE_SECONDS = 0.04;
    private static final double IN_LEVEL = 0.32;
    private static final double OUT_LEVEL = 0.34;
    private static final double TENSION_LEVEL = 0.12;
    private static final double JUMP_CYCLES = 0.04;

    private final double rateHz;
    private final double ramp;
    private final double glide;
    private final double noiseShare;
    private double phase;
    private boolean paced;
    private double inLevel;
    private double outLevel;
    private double tensionLevel;
    private double inHz = 196;
    private double outHz = 147;
    private double tensionHz = 220;
    private double inAngle;
    private double outAngle;
    private double tensionAngle;
    private long seed = 0x9E3779B97F4A7C15L;
    private double noise1;
    private double noise2;
    private boolean tensionTone;
    private double volume = 1;
    private double shownVolume = 1;

    /** @throws IllegalArgumentException if the rate is below 8 kHz */
    public SoundRenderer(double rateHz) {
        if (!(rateHz >= 8000)) {
            throw new IllegalArgumentException("sound at " + rateHz + " Hz");
        }
        this.rateHz = rateHz;
        this.ramp = 1 / (RAMP_SECONDS * rateHz);
        this.glide = 1 - Math.exp(-1 / (GLIDE_SECONDS * rateHz));
        this.noiseShare = 1 - Math.exp(-2 * Math.PI * 420 / rateHz);
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
     * @param newest the feedback at the buffer's first sample
     */
    public void render(Feedback newest, float[] out, int samples) {
        boolean running = newest.state() == Feedback.State.RUNNING;
        boolean pacing = running && newest.pacing() && !Double.isNaN(newest.pacerPhase());
        double cyclesASample = pacing ? newest.pacerRatePerMinute() / 60 / rateHz : 0;
        double share = pacing ? newest.pacerInhaleShare() : 0.45;
        double pauseFull = pacing ? newest.pacerPauseFullShare() : 0;
        double pauseEmpty = pacing ? newest.pacerPauseEmptyShare() : 0;
        if (pacing) {
            double error = newest.pacerPhase() - phase;
            error -= Math.rint(error);
            if (!paced || Math.abs(error) > JUMP_CYCLES) {
                phase = newest.pacerPhase();
            } else {
                cyclesASample += 0.2 * error / samples;
            }
        }
        paced = pacing;
        double tension = tension(newest, running);
        for (int i = 0; i < samples; i++) {
            phase += cyclesASample;
            phase -= Math.floor(phase);
            boolean inhaling = phase < share;
            double outBegins = share + pauseFull;
            double progress = inhaling ? phase / share : (phase - outBegins) / (1 - pauseEmpty - outBegins);
            boolean moving = pacing && progress >= 0 && progress <= 1;
            double swell = moving ? Math.sin(Math.PI * progress) : 0;
            inLevel = toward(inLevel, inhaling ? swell : 0, ramp);
            outLevel = toward(outLevel, inhaling ? 0 : swell, ramp);
            tensionLevel = toward(tensionLevel, tension, ramp);
            shownVolume = toward(shownVolume, volume, ramp);
            inHz += glide * ((inhaling ? 196 + 98 * progress : inHz) - inHz);
            outHz += glide * ((inhaling ? outHz : 147 - 49 * progress) - outHz);
            out[i] = (float) (shownVolume
                    * (IN_LEVEL * inLevel * chord()
                            + OUT_LEVEL * outLevel * fall()
                            + TENSION_LEVEL * tensionLevel * hum()));
        }
    }

    private double tension(Feedback newest, boolean running) {
        double over = newest.muscleMicrovolts() - newest.thresholdMicrovolts();
        if (!tensionTone || !running || newest.veiled() || !(over > 0)) {
            return 0;
        }
        double share = Math.min(1, over / Math.max(1, newest.thresholdMicrovolts()));
        tensionHz = 220 + 60 * share;
        return share;
    }

    private static double toward(double from, double to, double step) {
        return from < to ? Math.min(to, from + step) : Math.max(to, from - step);
    }

    /** Root, fifth and octave, the upper ones softer; at most 1. */
    private double chord() {
        inAngle += inHz / rateHz;
        inAngle -= 2 * Math.floor(inAngle / 2);
        double turn = 2 * Math.PI * inAngle;
        return 0.5 * Math.sin(turn) + 0.3 * Math.sin(1.5 * turn) + 0.2 * Math.sin(2 * turn);
    }

    /** A low tone under soft noise; at most 1. */
    private double fall() {
        outAngle += outHz / rateHz;
        outAngle -= Math.floor(outAngle);
        seed ^= seed << 13;
        seed ^= seed >>> 7;
        seed ^= seed << 17;
        double white = (seed >> 11) * 0x1.0p-52;
        noise1 += noiseShare * (white - noise1);
        noise2 += noiseShare * (noise1 - noise2);
        double breath = Math.max(-1, Math.min(1, 2.2 * noise2));
        return 0.6 * Math.sin(2 * Math.PI * outAngle) + 0.4 * breath;
    }

    private double hum() {
        tensionAngle += tensionHz / rateHz;
        tensionAngle -= Math.floor(tensionAngle);
        return Math.sin(2 * Math.PI * tensionAngle);
    }
}
