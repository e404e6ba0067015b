package org.stillpoint.device;

import java.util.Random;

/**
 * What the breath does to the heart rate of the simulated patient: band-passes between breath and heart, as
 * {@link SlowBreathing} says, and an answer that differs from breath to breath.
 */
final class HeartFollowing {

    /** Two resonances are narrower ones, or there would be no valley between them. */
    private static final double DOUBLE_Q = 5;

    private static final double FLAT_LAG_SECONDS = 1;
    private static final double GLIDE_SECONDS = 1;
    private static final double LEAST_GAIN = 0.3;

    private final SlowBreathing how;
    private final double resonancePerMinute;
    private final Random random;
    private double band;
    private double low;
    private double otherBand;
    private double otherLow;
    private double late;
    private double gain = 1;
    private double wantedGain = 1;
    private long breaths;

    HeartFollowing(SlowBreathing how, double resonancePerMinute, Random random) {
        this.how = how;
        this.resonancePerMinute = resonancePerMinute;
        this.random = random;
    }

    /**
     * Lives on by {@code dt}.
     *
     * @param drive the breath, -1 = empty, 1 = full
     * @param breathsSoFar a new one is answered with a new strength
     * @return swing of the heart rate, 1 = as large as at the resonance
     */
    double step(double seconds, double dt, double drive, long breathsSoFar) {
        if (breathsSoFar != breaths) {
            breaths = breathsSoFar;
            wantedGain = how.spread() == 0 ? 1 : Math.max(LEAST_GAIN, 1 + how.spread() * random.nextGaussian());
        }
        gain += (wantedGain - gain) * dt / GLIDE_SECONDS;
        return gain * answer(seconds, dt, drive);
    }

    private double answer(double seconds, double dt, double drive) {
        switch (how.kind()) {
            case FLAT -> {
                late += (drive - late) * dt / FLAT_LAG_SECONDS;
                return late;
            }
            case DRIFTING -> {
                double minutes = seconds / 60;
                double now = Math.max(3, Math.min(12, resonancePerMinute + how.movePerMinute() * minutes));
                resonate(drive, now, SimulatedPatient.RESONANCE_Q, dt);
                return band * Math.exp(how.growthPerMinute() * minutes);
            }
            case DOUBLE_PEAKED -> {
                resonate(drive, resonancePerMinute, DOUBLE_Q, dt);
                double w = 2 * Math.PI * how.secondPerMinute() / 60;
                otherBand += dt * (w / DOUBLE_Q * (drive - otherBand) - w * w * otherLow);
                otherLow += dt * otherBand;
                return band + otherBand;
            }
            default -> {
                resonate(drive, resonancePerMinute, SimulatedPatient.RESONANCE_Q, dt);
                return band;
            }
        }
    }

    /** Unity band-pass, in phase at the resonance: y' = (w/Q)(x - y) - w² z, z' = y. */
    private void resonate(double drive, double perMinute, double q, double dt) {
        double w = 2 * Math.PI * perMinute / 60;
        band += dt * (w / q * (drive - band) - w * w * low);
        low += dt * band;
    }
}
