package org.stillpoint.ui.sound;

/** Soft noise like air: white noise through two low passes. Seeded; one thread. */
final class Air {

    private static final double GAIN = 2.2;

    private final double rateHz;
    private double share;
    private long seed = 0x9E3779B97F4A7C15L;
    private double once;
    private double twice;

    Air(double rateHz, double cutoffHz) {
        this.rateHz = rateHz;
        cutoff(cutoffHz);
    }

    void cutoff(double cutoffHz) {
        share = 1 - Math.exp(-2 * Math.PI * cutoffHz / rateHz);
    }

    /** The next sample, -1 … 1. */
    double next() {
        seed ^= seed << 13;
        seed ^= seed >>> 7;
        seed ^= seed << 17;
        double white = (seed >> 11) * 0x1.0p-52;
        once += share * (white - once);
        twice += share * (once - twice);
        return Math.max(-1, Math.min(1, GAIN * twice));
    }
}
