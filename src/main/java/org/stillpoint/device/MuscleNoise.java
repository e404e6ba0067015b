package org.stillpoint.device;

import java.util.Random;

/**
 * The sound of a muscle: Gaussian noise between 20 Hz and 450 Hz (or 0.42 of the rate, where that is less), RMS 1.
 *
 * <p>Two second-order Butterworth sections by the bilinear transform; the gain comes from the energy of their own
 * impulse response.
 */
final class MuscleNoise {

    private static final double LOW_HZ = 20;
    private static final double HIGH_HZ = 450;

    private final Random random;
    private final double gain;
    private final double[] high;
    private final double[] low;
    private double h1;
    private double h2;
    private double l1;
    private double l2;

    MuscleNoise(double rateHz, Random random) {
        this.random = random;
        high = section(Math.min(LOW_HZ, rateHz / 8), rateHz, true);
        low = section(Math.min(HIGH_HZ, 0.42 * rateHz), rateHz, false);
        double energy = 0;
        for (int i = 0; i < 4 * rateHz; i++) {
            double y = filter(i == 0 ? 1 : 0);
            energy += y * y;
        }
        gain = 1 / Math.sqrt(energy);
        h1 = h2 = l1 = l2 = 0;
        for (int i = 0; i < rateHz; i++) {
            filter(random.nextGaussian());
        }
    }

    double next() {
        return gain * filter(random.nextGaussian());
    }

    private double filter(double x) {
        double y = high[0] * x + h1;
        h1 = high[1] * x - high[3] * y + h2;
        h2 = high[2] * x - high[4] * y;
        double z = low[0] * y + l1;
        l1 = low[1] * y - low[3] * z + l2;
        l2 = low[2] * y - low[4] * z;
        return z;
    }

    /** b0 b1 b2 a1 a2. */
    private static double[] section(double cutoffHz, double rateHz, boolean highPass) {
        double k = Math.tan(Math.PI * cutoffHz / rateHz);
        double norm = 1 / (1 + Math.sqrt(2) * k + k * k);
        double b0 = highPass ? norm : k * k * norm;
        return new double[] {
            b0, highPass ? -2 * b0 : 2 * b0, b0, 2 * (k * k - 1) * norm, (1 - Math.sqrt(2) * k + k * k) * norm
        };
    }
}
