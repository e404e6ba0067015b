package org.stillpoint.signal;

/**
 * A narrow stop for the hum of the mains.
 *
 * <p>The higher {@code q}, the narrower and the longer it rings: 10 rings for 64 ms at 50 Hz, 30 for 191 ms. In front of a
 * beat detector keep it at 10 or below.
 *
 * <p>Source: S. J. Orfanidis, Introduction to Signal Processing, section 11.3 (the form that SciPy's iirnotch has).
 */
public final class Notch {

    private Notch() {}

    /** @throws IllegalArgumentException if the frequency is not between 0 and half the rate, or q not positive */
    public static Biquad of(double mainsHz, double q, double rateHz) {
        if (!(mainsHz > 0) || !(mainsHz < rateHz / 2)) {
            throw new IllegalArgumentException("no notch at " + mainsHz + " Hz: half of the rate is " + rateHz / 2);
        }
        if (!(q > 0)) {
            throw new IllegalArgumentException("q must be positive: " + q);
        }
        double omega = 2 * Math.PI * mainsHz / rateHz;
        double gain = 1 / (1 + StrictMath.tan(omega / q / 2));
        double middle = -2 * gain * StrictMath.cos(omega);
        return new Biquad(gain, middle, gain, middle, 2 * gain - 1);
    }

    /** A notch at the mains and at its third harmonic where half the rate allows; none at all below that. */
    public static BiquadCascade mains(double mainsHz, double q, double rateHz) {
        boolean first = mainsHz > 0 && mainsHz < rateHz / 2;
        boolean third = first && 3 * mainsHz < rateHz / 2;
        if (third) {
            return new BiquadCascade(of(mainsHz, q, rateHz), of(3 * mainsHz, 3 * q, rateHz));
        }
        return first ? new BiquadCascade(of(mainsHz, q, rateHz)) : new BiquadCascade();
    }
}
