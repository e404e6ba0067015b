package org.stillpoint.ui.sound;

/**
 * The pacer's breath, sample by sample: which half it is in and how far through. Follows the state's pacer without a tear:
 * small differences are worked off slowly, a jump is taken over at once. One thread.
 */
final class Stroke {

    private static final double JUMP_CYCLES = 0.04;
    private static final double WORK_OFF_SECONDS = 0.05;

    private final double rateHz;
    private double phase = Double.NaN;
    private double cyclesASample;
    private double pacedCycles = 1;
    private double inhaleEnd;
    private double exhaleBegins;
    private double exhaleEnds;

    Stroke(double rateHz) {
        this.rateHz = rateHz;
    }

    void tune(SoundState state) {
        if (Double.isNaN(state.pacerPhase)) {
            phase = Double.NaN;
            return;
        }
        pacedCycles = state.pacerRatePerMinute / 60 / rateHz;
        cyclesASample = pacedCycles;
        inhaleEnd = state.inhaleEndPhase;
        exhaleBegins = inhaleEnd + state.pauseFullShare;
        exhaleEnds = 1 - state.pauseEmptyShare;
        double error = state.pacerPhase - phase;
        error -= Math.rint(error);
        if (Math.abs(error) <= JUMP_CYCLES) {
            cyclesASample += error / (WORK_OFF_SECONDS * rateHz);
        } else {
            phase = state.pacerPhase;
        }
    }

    void step() {
        phase += cyclesASample;
        phase -= Math.floor(phase);
    }

    /** How long the half lasts. */
    double halfSeconds() {
        double share = inhales() ? inhaleEnd : exhaleEnds - exhaleBegins;
        return share / (pacedCycles * rateHz);
    }

    boolean runs() {
        return phase == phase;
    }

    boolean inhales() {
        return phase < inhaleEnd;
    }

    /** Way through the half, 0 … 1; outside it in a pause. */
    double progress() {
        return inhales() ? phase / inhaleEnd : (phase - exhaleBegins) / (exhaleEnds - exhaleBegins);
    }

    /** How loud the half is here: nothing at its ends and in the pauses, full in its middle. */
    double swell() {
        double progress = progress();
        return runs() && progress >= 0 && progress <= 1 ? Math.sin(Math.PI * progress) : 0;
    }
}
