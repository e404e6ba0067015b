package org.stillpoint.signal;

/**
 * Places the R wave: the largest deflection near a given sample, in the polarity that the beats have had, between samples
 * by a parabola.
 *
 * <p>Works on a copy of the signal between 1 and 35 Hz and takes that filter's delay out. One thread, no allocation in
 * {@link #step}.
 */
final class RWave {

    private static final double HALF_WINDOW_SECONDS = 0.1;
    private static final double RING_SECONDS = 4;

    private final BiquadCascade band;
    private final double[] ring;
    private final double delay;
    private final int half;
    private long samples;
    private double polarity;

    RWave(double rateHz) {
        double high = Math.min(35, 0.4 * rateHz);
        band = Butterworth.bandPass(1, 1, high, rateHz);
        delay = band.delaySeconds(15, rateHz) * rateHz;
        ring = new double[(int) Math.ceil(RING_SECONDS * rateHz)];
        half = Math.max(2, (int) Math.round(HALF_WINDOW_SECONDS * rateHz));
    }

    void step(double value) {
        ring[(int) (samples++ % ring.length)] = band.step(value);
    }

    /** A sample without a value. */
    void skip() {
        ring[(int) (samples++ % ring.length)] = 0;
    }

    void settle(double value) {
        band.settle(value);
    }

    /** The R wave near {@code sample}, as a fraction of samples since the first. */
    double locate(long sample) {
        long from = Math.max(Math.max(0, samples - ring.length + 1), sample + (long) delay - half);
        long to = Math.min(samples - 1, sample + (long) delay + half);
        double best = 0;
        double high = 0;
        double low = 0;
        long at = Math.max(0, Math.min(samples - 1, sample));
        for (long i = from; i <= to; i++) {
            double value = ring[(int) (i % ring.length)];
            high = Math.max(high, value);
            low = Math.min(low, value);
            double weighed = value * polarity > 0 ? 1.4 * Math.abs(value) : Math.abs(value);
            if (weighed > best) {
                best = weighed;
                at = i;
            }
        }
        double size = Math.max(high, -low);
        if (size > 0) {
            polarity = 0.9 * polarity + 0.1 * (high + low) / size;
        }
        return at + vertex(at) - delay;
    }

    private double vertex(long at) {
        if (at < 1 || at + 1 >= samples) {
            return 0;
        }
        double before = ring[(int) ((at - 1) % ring.length)];
        double here = ring[(int) (at % ring.length)];
        double after = ring[(int) ((at + 1) % ring.length)];
        double bend = before - 2 * here + after;
        double shift = bend == 0 ? 0 : 0.5 * (before - after) / bend;
        return Math.abs(shift) <= 1 ? shift : 0;
    }
}
