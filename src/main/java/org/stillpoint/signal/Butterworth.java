package org.stillpoint.signal;

/**
 * Designs Butterworth filters by the bilinear transform with pre-warped edges, as second-order sections.
 *
 * <p>Orders count as in SciPy: a band-pass of order n has 2n poles. Gain is 1 at 0 Hz (low-pass), at half the rate
 * (high-pass), at the band's centre (band-pass). All maths by {@code StrictMath}: the same bits on every machine.
 *
 * <p>Source: Oppenheim and Schafer, Discrete-Time Signal Processing, chapter 7.
 */
public final class Butterworth {

    private Butterworth() {}

    /** @throws IllegalArgumentException if the cutoff is not between 0 and half the rate, or the order not positive */
    public static BiquadCascade lowPass(int order, double cutoffHz, double rateHz) {
        double edge = warp(cutoffHz, rateHz);
        Biquad[] sections = new Biquad[(check(order) + 1) / 2];
        for (int k = 0; k < sections.length; k++) {
            sections[k] = edgeSection(order, k, edge, false);
        }
        return new BiquadCascade(sections);
    }

    /** @throws IllegalArgumentException if the cutoff is not between 0 and half the rate, or the order not positive */
    public static BiquadCascade highPass(int order, double cutoffHz, double rateHz) {
        double edge = warp(cutoffHz, rateHz);
        Biquad[] sections = new Biquad[(check(order) + 1) / 2];
        for (int k = 0; k < sections.length; k++) {
            sections[k] = edgeSection(order, k, edge, true);
        }
        return new BiquadCascade(sections);
    }

    /** @throws IllegalArgumentException if an edge is not between 0 and half the rate, or low is not below high */
    public static BiquadCascade bandPass(int order, double lowHz, double highHz, double rateHz) {
        if (!(lowHz < highHz)) {
            throw new IllegalArgumentException("lower edge " + lowHz + " Hz is not below the upper " + highHz + " Hz");
        }
        double low = warp(lowHz, rateHz);
        double high = warp(highHz, rateHz);
        double centre = 2 * StrictMath.atan(StrictMath.sqrt(low * high));
        Biquad[] sections = new Biquad[check(order)];
        int made = 0;
        for (int k = 0; k < (order + 1) / 2; k++) {
            double angle = poleAngle(order, k);
            double re = StrictMath.cos(angle) * (high - low) / 2;
            double im = StrictMath.sin(angle) * (high - low) / 2;
            // s^2 - 2 p s + low high = 0: each pole p of the low-pass becomes two
            double dRe = re * re - im * im - low * high;
            double dIm = 2 * re * im;
            double size = StrictMath.hypot(dRe, dIm);
            double rootRe = StrictMath.sqrt(Math.max(0, (size + dRe) / 2));
            double rootIm = StrictMath.copySign(StrictMath.sqrt(Math.max(0, (size - dRe) / 2)), dIm);
            if (2 * k + 1 == order) {
                sections[made++] = bandSection(-2 * re, low * high, centre);
            } else {
                sections[made++] = pairSection(re + rootRe, im + rootIm, centre);
                sections[made++] = pairSection(re - rootRe, im - rootIm, centre);
            }
        }
        return new BiquadCascade(sections);
    }

    private static int check(int order) {
        if (order < 1) {
            throw new IllegalArgumentException("order must be at least 1: " + order);
        }
        return order;
    }

    /** Analogue edge for the bilinear transform s = (1 - z^-1) / (1 + z^-1). */
    private static double warp(double hz, double rateHz) {
        if (!(hz > 0) || !(hz < rateHz / 2)) {
            throw new IllegalArgumentException(
                    "edge of " + hz + " Hz is not between 0 and " + rateHz / 2 + " Hz, half of the rate " + rateHz);
        }
        return StrictMath.tan(Math.PI * hz / rateHz);
    }

    private static double poleAngle(int order, int k) {
        return Math.PI * (2.0 * k + order + 1) / (2.0 * order);
    }

    private static Biquad edgeSection(int order, int k, double edge, boolean high) {
        if (2 * k + 1 == order) {
            double gain = high ? 1 / (1 + edge) : edge / (1 + edge);
            return new Biquad(gain, high ? -gain : gain, 0, (edge - 1) / (edge + 1), 0);
        }
        double damping = -2 * StrictMath.cos(poleAngle(order, k));
        double a0 = 1 + damping * edge + edge * edge;
        double gain = (high ? 1 : edge * edge) / a0;
        return new Biquad(
                gain,
                high ? -2 * gain : 2 * gain,
                gain,
                2 * (edge * edge - 1) / a0,
                (1 - damping * edge + edge * edge) / a0);
    }

    private static Biquad pairSection(double poleRe, double poleIm, double centre) {
        return bandSection(-2 * poleRe, poleRe * poleRe + poleIm * poleIm, centre);
    }

    /** A section with poles s^2 + c1 s + c0 and zeros at 0 Hz and half the rate, gain 1 at {@code centre}. */
    private static Biquad bandSection(double c1, double c0, double centre) {
        double a0 = 1 + c1 + c0;
        double a1 = 2 * (c0 - 1) / a0;
        double a2 = (1 - c1 + c0) / a0;
        double gain = 1 / new Biquad(1, 0, -1, a1, a2).gain(centre);
        return new Biquad(gain, 0, -gain, a1, a2);
    }
}
