package org.stillpoint.ui.sound;

/** A quiet open fifth that comes slowly while the goal is met and goes as slowly: missing the goal only quiets it. */
final class RewardVoice implements Voice {

    private static final double LOUD = 0.1;
    private static final double FADE_SECONDS = 1.5;

    private final Level level;
    private final Tone tone;
    private double wanted;

    RewardVoice(double rateHz) {
        level = new Level(rateHz, FADE_SECONDS);
        tone = new Tone(rateHz, 293.66);
    }

    @Override
    public void tune(SoundState state) {
        wanted = state.rewarded ? 1 : 0;
    }

    @Override
    public double next() {
        double turn = tone.angle(293.66);
        return LOUD * level.toward(wanted) * (0.6 * Math.sin(turn) + 0.4 * Math.sin(1.5 * turn));
    }

    @Override
    public double peak() {
        return LOUD;
    }
}
