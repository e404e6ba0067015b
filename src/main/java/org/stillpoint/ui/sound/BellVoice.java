package org.stillpoint.ui.sound;

/** One soft stroke when another part of the session begins, or the session is over: closed eyes need not look. */
final class BellVoice implements Voice {

    private static final double LOUD = 0.12;
    private static final double HZ = 392;
    private static final double FALL_SECONDS = 0.6;
    private static final double SILENT = 1e-4;

    private final Level rise;
    private final Tone tone;
    private final double fall;
    private int phase = -1;
    private boolean rising;
    private double ringing;

    BellVoice(double rateHz) {
        rise = new Level(rateHz, 0.04);
        tone = new Tone(rateHz, HZ);
        fall = Math.exp(-1 / (FALL_SECONDS * rateHz));
    }

    @Override
    public void tune(SoundState state) {
        if (state.runs && state.phase != phase) {
            rising |= phase >= 0;
            phase = state.phase;
        }
    }

    @Override
    public double next() {
        double angle = tone.angle(HZ);
        if (rising) {
            ringing = Math.max(ringing, rise.toward(1));
            rising = rise.value() < 1;
        } else if (ringing > 0) {
            rise.reset();
            ringing = Math.max(0, ringing * fall - SILENT * (1 - fall));
        }
        return LOUD * ringing * (0.7 * Math.sin(angle) + 0.3 * Math.sin(1.5 * angle));
    }

    @Override
    public double peak() {
        return LOUD;
    }
}
