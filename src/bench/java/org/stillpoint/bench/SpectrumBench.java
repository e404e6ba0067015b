package org.stillpoint.bench;

import java.util.concurrent.TimeUnit;
import org.hipparchus.analysis.interpolation.SplineInterpolator;
import org.hipparchus.analysis.polynomials.PolynomialSplineFunction;
import org.hipparchus.complex.Complex;
import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.stillpoint.signal.LiveSpectrum;
import org.stillpoint.signal.SplineGrid;

/** One window of 1024 values, and a minute of beats on a grid of four a second; the peer by the same definitions. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SpectrumBench {

    static final int WINDOW = 1024;
    static final int BEATS = 80;
    static final int GRID = 256;

    private final double[] x = java.util.Arrays.copyOf(new SimulatedMinute().emg, WINDOW);
    private final LiveSpectrum spectrum = new LiveSpectrum(SimulatedMinute.RATE_HZ, WINDOW, WINDOW);
    private final double[] times = times();
    private final double[] values = values();
    private final SplineGrid spline = new SplineGrid(BEATS);
    private final double[] grid = new double[GRID];

    static double[] times() {
        double[] times = new double[BEATS];
        for (int n = 1; n < BEATS; n++) {
            times[n] = times[n - 1] + values()[n] / 1000;
        }
        return times;
    }

    static double[] values() {
        double[] values = new double[BEATS];
        for (int n = 0; n < BEATS; n++) {
            values[n] = 900 + (31L * n * n + 17L * n) % 81 - 40;
        }
        return values;
    }

    @Benchmark
    public double spectrum() {
        spectrum.run(x, false);
        return spectrum.density(50);
    }

    @Benchmark
    public double spectrumByHipparchus() {
        return density(x)[50];
    }

    @Benchmark
    public double splineGrid() {
        ours(spline, times, values, grid);
        return grid[0];
    }

    @Benchmark
    public double splineGridByHipparchus() {
        theirs(times, values, grid);
        return grid[0];
    }

    /** One-sided density of a window without its mean under a periodic Hann window. */
    static double[] density(double[] x) {
        int n = x.length;
        double mean = 0;
        for (double value : x) {
            mean += value / n;
        }
        double[] windowed = new double[n];
        double power = 0;
        for (int k = 0; k < n; k++) {
            double weight = 0.5 - 0.5 * Math.cos(2 * Math.PI * k / n);
            windowed[k] = (x[k] - mean) * weight;
            power += weight * weight;
        }
        Complex[] bins =
                new FastFourierTransformer(DftNormalization.STANDARD).transform(windowed, TransformType.FORWARD);
        double[] density = new double[n / 2 + 1];
        for (int k = 0; k < density.length; k++) {
            double sides = k == 0 || k == n / 2 ? 1 : 2;
            density[k] = sides * bins[k].norm() * bins[k].norm() / (SimulatedMinute.RATE_HZ * power);
        }
        return density;
    }

    static void ours(SplineGrid spline, double[] times, double[] values, double[] out) {
        spline.clear();
        for (int n = 0; n < times.length; n++) {
            spline.add(times[n], values[n]);
        }
        if (!spline.read(0.25, out)) {
            throw new IllegalStateException("the beats do not cover the grid");
        }
    }

    static void theirs(double[] times, double[] values, double[] out) {
        PolynomialSplineFunction curve = new SplineInterpolator().interpolate(times, values);
        double end = times[times.length - 1];
        for (int i = 0; i < out.length; i++) {
            out[i] = curve.value(end - (out.length - 1 - i) * 0.25);
        }
    }
}
