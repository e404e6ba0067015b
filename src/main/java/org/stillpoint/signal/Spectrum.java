package org.stillpoint.signal;

import org.jtransforms.fft.DoubleFFT_1D;

/**
 * A one-sided power density: bin k lies at {@code firstHz + k * binHz}.
 *
 * @param density unit squared per Hz
 * @param firstHz frequency of bin 0
 * @param binHz distance of the bins
 * @param segments how many periodograms were averaged
 */
public record Spectrum(double[] density, double firstHz, double binHz, int segments) {

    /**
     * Welch's average: periodic Hann windows that overlap by half, the mean of each segment removed, no zero padding, only
     * complete segments; a series shorter than one segment is one segment.
     *
     * <p>Source: Welch, IEEE Trans. Audio Electroacoust. 15 (1967) 70-73.
     *
     * @param x values at {@code rateHz}
     * @throws IllegalArgumentException if there are fewer than two values or the segment is shorter than two
     */
    public static Spectrum welch(double[] x, double rateHz, int segmentSamples) {
        if (x.length < 2 || segmentSamples < 2 || !(rateHz > 0)) {
            throw new IllegalArgumentException("no spectrum of " + x.length + " values in segments of " + segmentSamples
                    + " at " + rateHz + " Hz");
        }
        int n = Math.min(x.length, segmentSamples);
        double[] window = new double[n];
        double power = 0;
        for (int k = 0; k < n; k++) {
            window[k] = 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * k / n);
            power += window[k] * window[k];
        }
        DoubleFFT_1D fft = new DoubleFFT_1D(n);
        double[] sum = new double[n / 2 + 1];
        double[] piece = new double[n];
        int segments = 0;
        for (int from = 0; from + n <= x.length; from += Math.max(1, n / 2)) {
            double mean = 0;
            for (int k = 0; k < n; k++) {
                mean += x[from + k];
            }
            mean /= n;
            for (int k = 0; k < n; k++) {
                piece[k] = (x[from + k] - mean) * window[k];
            }
            fft.realForward(piece);
            addSquares(piece, sum);
            segments++;
        }
        for (int k = 0; k < sum.length; k++) {
            boolean single = k == 0 || n % 2 == 0 && k == n / 2;
            sum[k] *= (single ? 1 : 2) / (rateHz * power * segments);
        }
        return new Spectrum(sum, 0, rateHz / n, segments);
    }

    /** Squares of a packed real transform: for even n the last real part sits at place 1, for odd n the last imaginary. */
    private static void addSquares(double[] packed, double[] sum) {
        int n = packed.length;
        sum[0] += packed[0] * packed[0];
        for (int k = 1; k < sum.length; k++) {
            if (n % 2 == 0 && k == n / 2) {
                sum[k] += packed[1] * packed[1];
                continue;
            }
            double re = packed[2 * k];
            double im = n % 2 == 1 && k == (n - 1) / 2 ? packed[1] : packed[2 * k + 1];
            sum[k] += re * re + im * im;
        }
    }

    /**
     * Lomb-Scargle density of unevenly spaced values, their mean removed, at {@code firstBin * binHz} and on.
     *
     * <p>Source: Lomb, Astrophys. Space Sci. 39 (1976) 447-462; Scargle, Astrophys. J. 263 (1982) 835-853. Density is twice
     * the power times T / N with T = N * last time / (N - 1).
     *
     * @param tSeconds times, the first one 0
     */
    public static Spectrum lombScargle(double[] tSeconds, double[] values, double binHz, int firstBin, int bins) {
        int n = values.length;
        if (n < 3 || tSeconds.length != n) {
            throw new IllegalArgumentException("no spectrum of " + n + " values at " + tSeconds.length + " times");
        }
        double mean = 0;
        for (double value : values) {
            mean += value;
        }
        mean /= n;
        double scale = 2 * (n * tSeconds[n - 1] / (n - 1)) / n;
        double[] density = new double[bins];
        for (int k = 0; k < bins; k++) {
            double omega = 2 * Math.PI * (firstBin + k) * binHz;
            double s2 = 0;
            double c2 = 0;
            for (double t : tSeconds) {
                s2 += StrictMath.sin(2 * omega * t);
                c2 += StrictMath.cos(2 * omega * t);
            }
            double tau = StrictMath.atan2(s2, c2) / (2 * omega);
            double yc = 0;
            double ys = 0;
            double cc = 0;
            double ss = 0;
            for (int i = 0; i < n; i++) {
                double c = StrictMath.cos(omega * (tSeconds[i] - tau));
                double s = StrictMath.sin(omega * (tSeconds[i] - tau));
                yc += (values[i] - mean) * c;
                ys += (values[i] - mean) * s;
                cc += c * c;
                ss += s * s;
            }
            density[k] = scale * 0.5 * (yc * yc / cc + ys * ys / ss);
        }
        return new Spectrum(density, firstBin * binHz, binHz, 1);
    }

    /** Frequency of a bin. */
    public double hz(int bin) {
        // whole multiples of the distance, so that a bin that should lie on an edge does
        return Math.rint(firstHz / binHz + bin) * binHz;
    }

    /** Sum of the bins with {@code lowHz <= f < highHz} times their distance. */
    public double power(double lowHz, double highHz) {
        double sum = 0;
        for (int k = 0; k < density.length; k++) {
            if (inside(k, lowHz, highHz)) {
                sum += density[k];
            }
        }
        return sum * binHz;
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
        double f = hz(k);
        return f >= lowHz - 1e-9 && f < highHz - 1e-9;
    }
}
