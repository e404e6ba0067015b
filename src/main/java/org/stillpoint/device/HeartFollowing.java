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
    private static final double MOOD_SECONDS = 120;

    private final SlowBreathing how;
    private final double resonancePerMinute;
    private final Random random;
    private double band;
    private double low;
    private double otherBand;
    private double otherLow;
    private double ownBand;
    private double ownLow;
    private double late;
    private double mood;
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
        return gain * strength(dt) * answer(seconds, dt, drive) + own(dt);
    }

    /** What slowly comes and goes over the minutes: an Ornstein-Uhlenbeck process. */
    private double strength(double dt) {
        if (how.moodSpread() == 0) {
            return 1;
        }
        mood += -mood * dt / MOOD_SECONDS + how.moodSpread() * Math.sqrt(2 * dt / MOOD_SECONDS) * random.nextGaussian();
        return Math.max(LEAST_GAIN, 1 + mood);
    }

    /** The heart's own waves: noise through the same resonance. */
    private double own(double dt) {
        if (how.ownWave() == 0) {
            return 0;
        }
        double w = 2 * Math.PI * resonancePerMinute / 60;
        double noise = how.ownWave() * Math.sqrt(2 * how.sharpness() / (w * dt)) * random.nextGaussian();
        ownBand += dt * (w / how.sharpness() * (noise - ownBand) - w * w * ownLow);
        ownLow += dt * ownBand;
        return ownBand;
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
                resonate(drive, now, how.sharpness(), dt);
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
                resonate(drive, resonancePerMinute, how.sharpness(), dt);
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
