package org.stillpoint.metric;

import org.stillpoint.signal.BreathDetector;
import org.stillpoint.signal.BreathEvent;
import org.stillpoint.signal.MovingMean;
import org.stillpoint.signal.Quality;

/** A breathing belt: a smoothed value 0.25 s behind the chest, breaths, and where in its range the belt stands. */
final class BreathChain implements Chain {

    private static final double SMOOTH_SECONDS = 0.25;

    private final double rateHz;
    private final MovingMean first;
    private final MovingMean second;
    private final BreathDetector breaths;
    private final RecentRange range;
    private final BreathTrust trust;
    private double level = Double.NaN;
    private double eventSeconds = Double.NaN;
    private double inhale = Double.NaN;
    private double exhale = Double.NaN;
    private double inhaleEnd = Double.NaN;
    private double exhaleEnd = Double.NaN;

    BreathChain(double rateHz) {
        this.rateHz = rateHz;
        // two means of n values lie n - 1 values behind
        int window = 1 + (int) Math.round(SMOOTH_SECONDS * rateHz);
        first = new MovingMean(window);
        second = new MovingMean(window);
        breaths = new BreathDetector(rateHz);
        range = new RecentRange(rateHz);
        trust = new BreathTrust(rateHz, window);
    }

    @Override
    public Event step(double value, Quality quality, double tSeconds) {
        boolean blind = quality == Quality.OFF
                || quality == Quality.RAILED
                || quality == Quality.FLAT
                || quality == Quality.LOST;
        double seen = blind ? Double.NaN : value;
        double smoothed = second.step(first.step(seen));
        level = smoothed;
        range.step(smoothed);
        trust.step(seen, smoothed);
        BreathEvent found = breaths.step(seen);
        switch (found) {
            case INHALE:
                eventSeconds = seconds(breaths.inhaleSample(), tSeconds);
                return Event.INHALE;
            case EXHALE:
                eventSeconds = seconds(breaths.exhaleSample(), tSeconds);
                return Event.EXHALE;
            case BREATH:
                inhale = seconds(breaths.inhaleSample(), tSeconds);
                exhale = seconds(breaths.exhaleSample(), tSeconds);
                inhaleEnd = seconds(breaths.inhaleEndSample(), tSeconds);
                exhaleEnd = seconds(breaths.exhaleEndSample(), tSeconds);
                eventSeconds = seconds(breaths.endSample(), tSeconds);
                trust.breath(eventSeconds - inhale, breaths.depth());
                return Event.BREATH;
            default:
                return Event.NONE;
        }
    }

    private double seconds(double sample, double tSeconds) {
        return tSeconds - (breaths.samples() - 1 - sample) / rateHz;
    }

    @Override
    public double eventSeconds() {
        return eventSeconds;
    }

    @Override
    public double eventValue() {
        return breaths.depth();
    }

    @Override
    public boolean poor() {
        return trust.noisy();
    }

    /** Start of the breath that has ended. */
    double inhaleSeconds() {
        return inhale;
    }

    double exhaleSeconds() {
        return exhale;
    }

    /** Where its in-breath stopped moving. */
    double inhaleEndSeconds() {
        return inhaleEnd;
    }

    /** Where its out-breath stopped moving. */
    double exhaleEndSeconds() {
        return exhaleEnd;
    }

    @Override
    public double level() {
        return level;
    }

    double position() {
        return range.position(level);
    }
}
