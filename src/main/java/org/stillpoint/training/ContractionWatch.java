package org.stillpoint.training;

/**
 * Whether a muscle is tensed, really but gently: 20 to 70 % of a comfortable effort, both above rest, for 0.3 s (an
 * engineering choice of the clinical page). Without a known effort any clear contraction is taken. One thread.
 */
final class ContractionWatch {

    static final double LEAST_SHARE = 0.2;
    static final double MOST_SHARE = 0.7;

    private static final int ACCEPTED_TICKS = 15;
    private static final int ABOVE_TICKS = 25;

    private double restMicrovolts;
    private double leastMicrovolts;
    private double effortMicrovolts;
    private int inside;
    private int above;
    private boolean accepted;

    /**
     * @param restMicrovolts mean level at rest
     * @param leastMicrovolts what lies under it is rest
     * @param effortMicrovolts level of a comfortable effort; NaN = not known
     */
    void begin(double restMicrovolts, double leastMicrovolts, double effortMicrovolts) {
        this.restMicrovolts = restMicrovolts;
        this.leastMicrovolts = leastMicrovolts;
        this.effortMicrovolts = effortMicrovolts;
        inside = 0;
        above = 0;
        accepted = false;
    }

    void step(double levelMicrovolts) {
        double share = share(levelMicrovolts);
        above = share > MOST_SHARE ? above + 1 : 0;
        boolean fits = levelMicrovolts > leastMicrovolts && !(share < LEAST_SHARE) && !(share > MOST_SHARE);
        inside = fits ? inside + 1 : 0;
        accepted |= inside >= ACCEPTED_TICKS;
    }

    /** Share of a comfortable effort, both above rest; NaN when that is not known. */
    double share(double levelMicrovolts) {
        return (levelMicrovolts - restMicrovolts) / (effortMicrovolts - restMicrovolts);
    }

    boolean accepted() {
        return accepted;
    }

    /** For half a second more than is asked. */
    boolean tooMuch() {
        return above >= ABOVE_TICKS;
    }
}
