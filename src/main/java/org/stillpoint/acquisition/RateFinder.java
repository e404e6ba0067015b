package org.stillpoint.acquisition;

import java.util.concurrent.TimeUnit;

/** Finds the rate of a device that does not tell it, from the samples of its first five seconds. One thread. */
final class RateFinder {

    private static final long MEASURE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final double[] USUAL_HZ = {
        10, 20, 25, 40, 50, 60, 75, 80, 100, 120, 125, 128, 150, 200, 240, 250, 256, 300, 360, 400, 500, 512, 1000, 2000
    };

    private long sinceNanos;
    private long samples;

    /** One more sample. @return its rate once the five seconds are over, before that 0 */
    double sample(long arrivalNanos) {
        if (samples == 0) {
            sinceNanos = arrivalNanos;
        }
        samples++;
        long elapsed = arrivalNanos - sinceNanos;
        return elapsed < MEASURE_NANOS ? 0 : ordinaryRate((samples - 1) * 1e9 / elapsed);
    }

    /** The line broke: what was counted is worth nothing. */
    void reset() {
        samples = 0;
    }

    /** The usual rate within 0.4 % of what was measured, else the measured one to three digits. */
    static double ordinaryRate(double measuredHz) {
        for (double rate : USUAL_HZ) {
            if (Math.abs(measuredHz - rate) <= 0.004 * rate) {
                return rate;
            }
        }
        double unit = StrictMath.pow(10, Math.floor(StrictMath.log10(measuredHz)) - 2);
        return Math.round(measuredHz / unit) * unit;
    }
}
