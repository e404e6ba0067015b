package org.stillpoint.training;

/**
 * The line of a goal that a value should stay on the good side of: fixed within a trial, never easier than where training
 * started, moved between trials only towards harder; the therapist alone makes it easier. One thread.
 */
final class GoalLine {

    /** Training starts where about so much of the time succeeds (our own default), when a phase says nothing. */
    static final double USUAL_PERCENTILE = 70;

    private static final double TIGHTEN_SHARE = 0.8;
    private static final double EASE_SHARE = 0.5;

    private final double sign;
    private double startedAt = Double.NaN;
    private double line = Double.NaN;
    private double wished = Double.NaN;
    private double proposed = Double.NaN;

    /** @param rises whether the value should be above the line instead of under it */
    GoalLine(boolean rises) {
        sign = rises ? -1 : 1;
    }

    /** Whether a phase may have a line: not where it says 0, the signal is shown before anything is earned. */
    static boolean in(Phase phase) {
        return phase.thresholdPercentile() != 0;
    }

    /** Percent of the trial before that went well, at which a phase draws its line. */
    static double percentile(Phase phase) {
        return phase.thresholdPercentile() > 0 ? phase.thresholdPercentile() : USUAL_PERCENTILE;
    }

    /** The therapist's choice, for the next trial; never easier than where training started. */
    void wish(double value) {
        wished = value;
    }

    /**
     * A trial begins.
     *
     * @param startedFrom where training starts if it starts now; NaN = unknown
     * @param lastTrial where the last trial stayed on the good side for the wanted share; NaN = no such trial
     * @param lastShare share of the last trial on the good side of its line, 0 … 1; NaN = it had no line
     */
    void trial(double startedFrom, double lastTrial, double lastShare) {
        if (startedAt != startedAt) {
            startedAt = startedFrom == startedFrom ? startedFrom : lastTrial;
            line = harder(startedAt, lastTrial);
        } else if (!(lastShare <= TIGHTEN_SHARE)) {
            line = harder(line, lastTrial);
        }
        proposed = lastShare < EASE_SHARE && easier(lastTrial, line) ? harder(startedAt, lastTrial) : Double.NaN;
        takeWish();
    }

    /** A level that was measured without the line: training starts from the first one, a harder one draws the line there. */
    void measured(double level) {
        startedAt = startedAt == startedAt ? startedAt : level;
        line = harder(line, level);
    }

    /** The therapist's choice becomes the line; to be called where a trial begins. */
    void takeWish() {
        if (wished == wished) {
            startedAt = startedAt == startedAt ? startedAt : wished;
            line = harder(startedAt, wished);
            wished = Double.NaN;
            proposed = Double.NaN;
        }
    }

    private boolean easier(double a, double b) {
        return sign * a > sign * b;
    }

    private double harder(double a, double b) {
        return b != b || easier(b, a) ? a : b;
    }

    /** NaN before the first trial, and when nothing is known. */
    double line() {
        return line;
    }

    double startedAt() {
        return startedAt;
    }

    /** An easier line after a trial that was under it for less than half of its time; NaN = none is proposed. */
    double proposed() {
        return proposed;
    }

    /** Whether a value is on the good side of the line. */
    boolean reached(double value) {
        return sign * value < sign * line;
    }
}
