package org.stillpoint.training;

/** Seconds of a phase until a level is under a line and stays there for nine tenths of ten seconds. One thread. */
final class TimeToRelax {

    private static final int HELD_TICKS = 500;
    private static final double HELD_SHARE = 0.9;

    private double line = Double.NaN;
    private double elapsed;
    private double from;
    private int seen;
    private int under;
    private double seconds = Double.NaN;

    void begin(double lineMicrovolts) {
        line = lineMicrovolts;
        elapsed = 0;
        seen = 0;
        under = 0;
        seconds = Double.NaN;
    }

    void step(double passedSeconds, double level) {
        elapsed += passedSeconds;
        if (seconds == seconds || level != level) {
            return;
        }
        boolean below = level < line;
        if (seen == 0 && !below) {
            return;
        }
        if (seen == 0) {
            from = elapsed;
        }
        seen++;
        under += below ? 1 : 0;
        if (seen >= 25 && under < HELD_SHARE * seen) {
            seen = 0;
            under = 0;
        } else if (seen >= HELD_TICKS) {
            seconds = from;
        }
    }

    /** NaN while it has not come to rest. */
    double seconds() {
        return seconds;
    }
}
