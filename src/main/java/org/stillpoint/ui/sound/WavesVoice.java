package org.stillpoint.ui.sound;

/** Breath-shaped noise, like waves: brighter air in, darker air out, no pitch at all. */
final class WavesVoice implements Voice {

    private static final double LOUD = 0.5;

    private final Stroke stroke;
    private final Level in;
    private final Level out;
    private final Air bright;
    private final Air dark;

    WavesVoice(double rateHz) {
        stroke = new Stroke(rateHz);
        in = new Level(rateHz, Level.RAMP_SECONDS);
        out = new Level(rateHz, Level.RAMP_SECONDS);
        bright = new Air(rateHz, 1400);
        dark = new Air(rateHz, 380);
    }

    @Override
    public void tune(SoundState state) {
        stroke.tune(state);
    }

    @Override
    public double next() {
        stroke.step();
        double swell = stroke.swell();
        boolean inhales = stroke.runs() && stroke.inhales();
        return LOUD
                * (0.45 * in.toward(inhales ? swell : 0) * bright.next()
                        + out.toward(inhales ? 0 : swell) * dark.next());
    }

    @Override
    public double peak() {
        return LOUD * 1.45;
    }
}
