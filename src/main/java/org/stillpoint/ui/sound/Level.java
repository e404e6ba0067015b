package org.stillpoint.ui.sound;

/** A level that moves by at most its whole range in a given time. One thread. */
final class Level {

    /** No start, stop or change is quicker than this. */
    static final double RAMP_SECONDS = 0.03;

    private final double step;
    private double value;

    Level(double rateHz, double seconds) {
        step = 1 / (seconds * rateHz);
    }

    double toward(double wanted) {
        value = value < wanted ? Math.min(wanted, value + step) : Math.max(wanted, value - step);
        return value;
    }

    double value() {
        return value;
    }
}
