package org.stillpoint.ui.sound;

/** A level that moves by at most its whole range in a given time. One thread. */
final class Level {

    /** No start, stop or change is quicker than this. */
    static final double RAMP_SECONDS = 0.03;

    private final double rateHz;
    private double step;
    private double value;

    Level(double rateHz, double seconds) {
        this.rateHz = rateHz;
        over(seconds);
    }

    /** From now on its whole range takes so long; never under {@link #RAMP_SECONDS}. */
    void over(double seconds) {
        step = 1 / (Math.max(RAMP_SECONDS, seconds) * rateHz);
    }

    /** Nothing at once: only where nothing of it is heard. */
    void reset() {
        value = 0;
    }

    double toward(double wanted) {
        value = value < wanted ? Math.min(wanted, value + step) : Math.max(wanted, value - step);
        return value;
    }

    double value() {
        return value;
    }
}
