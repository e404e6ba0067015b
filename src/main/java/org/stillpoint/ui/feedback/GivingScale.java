package org.stillpoint.ui.feedback;

/**
 * A scale from zero that gives way: at least so high, quickly higher when a value goes beyond it, slowly back within half
 * a minute.
 */
final class GivingScale {

    private static final double PEAK_SECONDS = 30;
    private static final double UP_SECONDS = 0.3;
    private static final double DOWN_SECONDS = 6;
    private static final double ROOM = 1.15;

    private final double least;
    private double top;
    private double recentPeak;

    GivingScale(double least) {
        this.least = least;
        this.top = least;
    }

    /**
     * @param value the newest; NaN = none
     * @param atLeast what has to fit on it besides; NaN = nothing
     */
    void follow(double value, double atLeast, double elapsedSeconds) {
        recentPeak *= Math.exp(-elapsedSeconds / PEAK_SECONDS);
        if (value > recentPeak) {
            recentPeak = value;
        }
        double wanted = Math.max(least, ROOM * recentPeak);
        if (atLeast > wanted) {
            wanted = atLeast;
        }
        top += (1 - Math.exp(-elapsedSeconds / (wanted > top ? UP_SECONDS : DOWN_SECONDS))) * (wanted - top);
    }

    /** 0 = nothing, 1 = its upper end. */
    double share(double value) {
        return value / top;
    }
}
