package org.stillpoint.signal;

import org.jtransforms.fft.DoubleFFT_1D;

/**
 * Power density of one window, made again and again in the same memory: straight line or mean taken off, periodic Hann
 * window, zeros up to a power of two.
 *
 * <p>In: values at an even rate. Out: unit squared per Hz, one-sided; the same numbers as {@link Spectrum#welch} with one
 * segment where nothing is padded. Powers of two up to 4096 because others allocate and longer ones start threads. One
 * thread; {@link #run} allocates nothing.
 */
public final class LiveSpectrum {

    private static final int LONGEST = 4096;

    private final double rateHz;
    private final int samples;
    private final double[] window;
    private final double[] work;
    private final double[] density;
    private final double scale;
    private final DoubleFFT_1D fft;

    /**
     * @param samples length of the window
     * @param padded length of the transform, a power of two up to 4096
     * @throws IllegalArgumentException if the lengths do not fit
     */
    public LiveSpectrum(double rateHz, int samples, int padded) {
        if (!(rateHz > 0) || samples < 8 || padded < samples || padded > LONGEST || Integer.bitCount(padded) != 1) {
            throw new IllegalArgumentException(
                    "no live spectrum of " + samples + " values in " + padded + " at " + rateHz + " Hz");
        }
        this.rateHz = rateHz;
        this.samples = samples;
        window = new double[samples];
        double power = 0;
        for (int k = 0; k < samples; k++) {
            window[k] = 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * k / samples);
            power += window[k] * window[k];
        }
        scale = 1 / (rateHz * power);
        work = new double[padded];
        density = new double[padded / 2 + 1];
        fft = new DoubleFFT_1D(padded);
    }

    /** Shortest power of two that holds so many values. */
    public static int padded(int samples) {
        return Math.max(8, Integer.highestOneBit(Math.max(1, samples - 1)) * 2);
    }

    /**
     * Makes the spectrum of {@code x}, which stays as it is.
     *
     * @param x as many values as the window is long, all finite
     * @param withoutLine whether a straight line is taken off before the mean
     */
    public void run(double[] x, boolean withoutLine) {
        double middle = (samples - 1) / 2.0;
        double up = 0;
        double down = 0;
        for (int i = 0; i < samples && withoutLine; i++) {
            up += (i - middle) * x[i];
            down += (i - middle) * (i - middle);
        }
        double slope = withoutLine ? up / down : 0;
        double mean = 0;
        for (int i = 0; i < samples; i++) {
            mean += x[i];
        }
        mean /= samples;
        for (int i = 0; i < work.length; i++) {
            work[i] = i < samples ? (x[i] - mean - slope * (i - middle)) * window[i] : 0;
        }
        fft.realForward(work);
        int last = density.length - 1;
        density[0] = scale * work[0] * work[0];
        density[last] = scale * work[1] * work[1];
        for (int k = 1; k < last; k++) {
            density[k] = 2 * scale * (work[2 * k] * work[2 * k] + work[2 * k + 1] * work[2 * k + 1]);
        }
    }

    public int bins() {
        return density.length;
    }

    public double density(int bin) {
        return density[bin];
    }

    public double hz(int bin) {
        return bin * binHz();
    }

    public double binHz() {
        return rateHz / work.length;
    }

    /** Sum of the bins with {@code lowHz <= f < highHz} times their distance. */
    public double power(double lowHz, double highHz) {
        double sum = 0;
        for (int k = 0; k < density.length; k++) {
            sum += inside(k, lowHz, highHz) ? density[k] : 0;
        }
        return sum * binHz();
    }

    /** Bin with the largest density in {@code lowHz <= f < highHz}; -1 when no bin lies there. */
    public int peakBin(double lowHz, double highHz) {
        int best = -1;
        for (int k = 0; k < density.length; k++) {
            if (inside(k, lowHz, highHz) && (best < 0 || density[k] > density[best])) {
                best = k;
            }
        }
        return best;
    }

    private boolean inside(int k, double lowHz, double highHz) {
        return hz(k) >= lowHz - 1e-9 && hz(k) < highHz - 1e-9;
    }
}
