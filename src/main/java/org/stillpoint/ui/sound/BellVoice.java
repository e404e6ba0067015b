package org.stillpoint.ui.sound;

import org.stillpoint.training.Effort;

/**
 * One soft stroke when another part of the session begins, a higher one when the muscle is to be tensed, a lower one when it
 * is to let go: closed eyes need not look.
 */
final class BellVoice implements Voice {

    private static final double LOUD = 0.12;
    private static final double PART_HZ = 392;
    private static final double TENSE_HZ = 523.25;
    private static final double LET_GO_HZ = 261.63;
    private static final double FALL_SECONDS = 0.6;
    private static final double SILENT = 1e-4;

    private final Level rise;
    private final Tone tone;
    private final double fall;
    private int phase = -1;
    private Effort effort = Effort.NOTHING;
    private double hz = PART_HZ;
    private boolean rising;
    private double ringing;

    BellVoice(double rateHz) {
        rise = new Level(rateHz, 0.04);
        tone = new Tone(rateHz, PART_HZ);
        fall = Math.exp(-1 / (FALL_SECONDS * rateHz));
    }

    @Override
    public void tune(SoundState state) {
        if (!state.runs) {
            return;
        }
        if (state.effort != effort) {
            strike(state.effort == Effort.TENSE ? TENSE_HZ : LET_GO_HZ, state.effort != Effort.NOTHING);
        } else if (state.phase != phase) {
            strike(PART_HZ, phase >= 0);
        }
        effort = state.effort;
        phase = state.phase;
    }

    private void strike(double newHz, boolean heard) {
        if (heard) {
            hz = newHz;
            rising = true;
        }
    }

    @Override
    public double next() {
        double angle = tone.angle(hz);
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
