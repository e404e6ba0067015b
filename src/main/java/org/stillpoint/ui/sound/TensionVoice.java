package org.stillpoint.ui.sound;

/** A quiet tone that grows with the tension above the goal, and is silent at it and below. */
final class TensionVoice implements Voice {

    private static final double LOUD = 0.2;

    private final Level level;
    private final Tone tone;
    private double wanted;
    private double hz = 220;

    TensionVoice(double rateHz) {
        level = new Level(rateHz, Level.RAMP_SECONDS);
        tone = new Tone(rateHz, hz);
    }

    @Override
    public void tune(SoundState state) {
        wanted = state.tension > 0 ? Math.min(1, state.tension) : 0;
        hz = wanted > 0 ? 220 + 60 * wanted : hz;
    }

    @Override
    public double next() {
        return LOUD * level.toward(wanted) * Math.sin(tone.angle(hz));
    }

    @Override
    public double peak() {
        return LOUD;
    }
}
