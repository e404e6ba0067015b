package org.stillpoint.ui.sound;

/**
 * A continuous chord that softens as the muscle lets go: full and bright well above the goal, one low, quiet tone at it and
 * below. Silent while the muscle cannot be read.
 */
final class ChordVoice implements Voice {

    private static final double LOUD = 0.26;
    private static final double FADE_SECONDS = 0.25;

    private final Level level;
    private final Level above;
    private final Tone tone;
    private double wanted;
    private double tension;

    ChordVoice(double rateHz) {
        level = new Level(rateHz, FADE_SECONDS);
        above = new Level(rateHz, FADE_SECONDS);
        tone = new Tone(rateHz, 110);
    }

    @Override
    public void tune(SoundState state) {
        boolean known = !Double.isNaN(state.tension);
        wanted = known ? 1 : 0;
        tension = known ? Math.max(0, Math.min(1, state.tension)) : tension;
    }

    @Override
    public double next() {
        double up = above.toward(tension);
        double turn = tone.angle(110);
        double sound = (0.3 * Math.sin(turn)
                        + up * (0.3 * Math.sin(1.5 * turn) + 0.25 * Math.sin(2 * turn) + 0.15 * Math.sin(3 * turn)))
                * (0.4 + 0.6 * up);
        return LOUD * level.toward(wanted) * sound;
    }

    @Override
    public double peak() {
        return LOUD;
    }
}
