package org.stillpoint.training;

import java.util.List;

/**
 * The breathing rate at which heart and breath would be in step, from their steps at all rates: it may lie beyond them.
 *
 * <p>A resonance is a band-pass between breath and heart, and the tangent of its phase is a straight line over the logarithm
 * of the rate, near enough for the half octave that is looked at: fitted by weighted least squares, read where it crosses
 * zero. Its steepness is fitted too, so that no sharpness is assumed.
 */
final class StepCrossing {

    /** Where the tangent grows without bounds it says nothing. */
    private static final double MOST_DEGREES = 70;

    private StepCrossing() {}

    /** Breaths a minute with one standard error; absent when the steps do not fall over the rates. */
    static Estimate of(List<ResonanceRate> rates) {
        double weights = 0;
        double meanX = 0;
        double meanY = 0;
        for (ResonanceRate rate : rates) {
            double w = weight(rate);
            weights += w;
            meanX += w * StrictMath.log(rate.perMinute());
            meanY += w * (w > 0 ? tangent(rate) : 0);
        }
        meanX /= weights;
        meanY /= weights;
        double xx = 0;
        double xy = 0;
        for (ResonanceRate rate : rates) {
            double w = weight(rate);
            double x = StrictMath.log(rate.perMinute()) - meanX;
            xx += w * x * x;
            xy += w * x * (w > 0 ? tangent(rate) - meanY : 0);
        }
        double slope = xy / xx;
        if (!(slope < 0)) {
            return Estimate.ABSENT;
        }
        double away = -meanY / slope;
        double error = Math.sqrt(1 / weights + away * away / xx) / -slope;
        double perMinute = StrictMath.exp(meanX + away);
        return new Estimate(perMinute, perMinute * error);
    }

    private static double tangent(ResonanceRate rate) {
        return StrictMath.tan(Math.toRadians(rate.phaseDegrees().value()));
    }

    /** One over the variance of the tangent. */
    private static double weight(ResonanceRate rate) {
        if (!(Math.abs(rate.phaseDegrees().value()) < MOST_DEGREES)) {
            return 0;
        }
        double tangent = tangent(rate);
        double error = Math.toRadians(rate.phaseDegrees().error()) * (1 + tangent * tangent);
        return error > 0 ? 1 / (error * error) : 0;
    }
}
