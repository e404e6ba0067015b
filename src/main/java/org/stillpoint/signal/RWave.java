package org.stillpoint.signal;

/**
 * Places the R wave: the largest deflection from the baseline near a given sample, rather in the polarity that the beats
 * have had, between samples by a parabola.
 *
 * <p>Works on the signal below 50 Hz and takes that filter's delay out; the baseline is the median of the 0.6 s around.
 * One thread, no allocation in {@link #step}.
 */
final class RWave {

    private static final double HALF_WINDOW_SECONDS = 0.09;
    private static final double RING_SECONDS = 4;
    private static final double BASELINE_SECONDS = 0.3;
    private static final double LOW_PASS_HZ = 50;
    private static final double FAVOUR = 1.8;
    private static final double NEAR = 0.5;
    private static final double MEMORY = 0.1;
    private static final int BASELINE_VALUES = 61;

    private final BiquadCascade lowPass;
    private final double[] ring;
    private final double[] scratch = new double[BASELINE_VALUES];
    private final double delay;
    private final int half;
    private final double rateHz;
    private long samples;
    private double polarity = 0.5;

    RWave(double rateHz) {
        this.rateHz = rateHz;
        lowPass = Butterworth.lowPass(2, Math.min(LOW_PASS_HZ, 0.4 * rateHz), rateHz);
        delay = lowPass.delaySeconds(15, rateHz) * rateHz;
        ring = new double[(int) Math.ceil(RING_SECONDS * rateHz)];
        half = Math.max(2, (int) Math.round(HALF_WINDOW_SECONDS * rateHz));
    }

    void step(double value) {
        ring[(int) (samples++ % ring.length)] = lowPass.step(value);
    }

    /** A sample without a value. */
    void skip() {
        double last = samples == 0 ? 0 : ring[(int) ((samples - 1) % ring.length)];
        ring[(int) (samples++ % ring.length)] = last;
    }

    void settle(double value) {
        lowPass.settle(value);
    }

    /** The R wave near {@code sample}, as a fraction of samples since the first. */
    double locate(long sample) {
        long centre = sample + Math.round(delay);
        long from = Math.max(Math.max(0, samples - ring.length + 1), centre - half);
        long to = Math.min(samples - 1, centre + half);
        double base = baseline(centre);
        double best = -1;
        long at = Math.max(0, Math.min(samples - 1, centre));
        for (long i = from; i <= to; i++) {
            double value = ring[(int) (i % ring.length)] - base;
            double off = (double) (i - centre) / half;
            double favour = value * polarity > 0 ? 1 + (FAVOUR - 1) * Math.abs(polarity) : 1;
            double weighed = Math.abs(value) * favour * (1 - NEAR * off * off);
            if (weighed > best) {
                best = weighed;
                at = i;
            }
        }
        if (best > 0) {
            boolean up = ring[(int) (at % ring.length)] > base;
            polarity += MEMORY * ((up ? 1 : -1) - polarity);
        }
        return at + vertex(at) - delay;
    }

    private double baseline(long centre) {
        long from = Math.max(Math.max(0, samples - ring.length + 1), centre - (long) (BASELINE_SECONDS * rateHz));
        long to = Math.min(samples - 1, centre + (long) (BASELINE_SECONDS * rateHz));
        for (int i = 0; i < scratch.length; i++) {
            double value = ring[(int) ((from + (to - from) * i / (scratch.length - 1)) % ring.length)];
            // sorted in on arrival: the library's sort allocates on newer Javas
            int place = i;
            while (place > 0 && scratch[place - 1] > value) {
                scratch[place] = scratch[place - 1];
                place--;
            }
            scratch[place] = value;
        }
        return scratch[scratch.length / 2];
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
