package org.stillpoint.ui.sound;

/** In-breath = a soft rising chord, out-breath = a low falling tone with air, so that closed eyes tell them apart. */
final class BreathVoice implements Voice {

    private static final double IN = 0.32;
    private static final double OUT = 0.34;

    private final Stroke stroke;
    private final Level in;
    private final Level out;
    private final Tone chord;
    private final Tone low;
    private final Air air;
    private double inHz = 196;
    private double outHz = 147;

    BreathVoice(double rateHz) {
        stroke = new Stroke(rateHz);
        in = new Level(rateHz, Level.RAMP_SECONDS);
        out = new Level(rateHz, Level.RAMP_SECONDS);
        chord = new Tone(rateHz, inHz);
        low = new Tone(rateHz, outHz);
        air = new Air(rateHz, 420);
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
        if (swell > 0) {
            inHz = inhales ? 196 + 98 * stroke.progress() : inHz;
            outHz = inhales ? outHz : 147 - 49 * stroke.progress();
        }
        double turn = chord.angle(inHz);
        double bright = 0.5 * Math.sin(turn) + 0.3 * Math.sin(1.5 * turn) + 0.2 * Math.sin(2 * turn);
        double dark = 0.6 * Math.sin(low.angle(outHz)) + 0.4 * air.next();
        return IN * in.toward(inhales ? swell : 0) * bright + OUT * out.toward(inhales ? 0 : swell) * dark;
    }

    @Override
    public double peak() {
        return IN + OUT;
    }
}
