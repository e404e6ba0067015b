package org.stillpoint.bench;

import java.io.PrintStream;
import java.util.Locale;
import org.hipparchus.stat.descriptive.DescriptiveStatistics;
import org.stillpoint.signal.BiquadCascade;
import org.stillpoint.signal.Butterworth;
import org.stillpoint.signal.LiveSpectrum;
import org.stillpoint.signal.MovingRms;
import org.stillpoint.signal.Notch;
import org.stillpoint.signal.SplineGrid;

/**
 * Whether ours and the peers say the same where they compute the same: the largest difference over the largest value. A
 * speed is worth nothing without it.
 */
final class Agreement {

    private static final double MOST = 1e-9;
    private static final int RATE_HZ = FilterBench.RATE_HZ;

    private final PrintStream out;
    private boolean all = true;

    Agreement(PrintStream out) {
        this.out = out;
    }

    /** Prints a line for each; true when all agree. */
    boolean check() {
        double[] emg = new SimulatedMinute().emg;
        filters(emg);
        rms(emg);
        double[] window = java.util.Arrays.copyOf(emg, SpectrumBench.WINDOW);
        LiveSpectrum spectrum = new LiveSpectrum(RATE_HZ, window.length, window.length);
        spectrum.run(window, false);
        double[] ours = new double[spectrum.bins()];
        for (int k = 0; k < ours.length; k++) {
            ours[k] = spectrum.density(k);
        }
        tell("spectrum, Hipparchus", ours, SpectrumBench.density(window));
        double[] grid = new double[SpectrumBench.GRID];
        double[] peer = new double[SpectrumBench.GRID];
        SpectrumBench.ours(new SplineGrid(SpectrumBench.BEATS), SpectrumBench.times(), SpectrumBench.values(), grid);
        SpectrumBench.theirs(SpectrumBench.times(), SpectrumBench.values(), peer);
        tell("splineGrid, Hipparchus", grid, peer);
        return all;
    }

    private void filters(double[] emg) {
        var highPass = new uk.me.berndporr.iirj.Butterworth();
        highPass.highPass(4, RATE_HZ, FilterBench.LOW_HZ);
        var lowPass = new uk.me.berndporr.iirj.Butterworth();
        lowPass.lowPass(4, RATE_HZ, FilterBench.HIGH_HZ);
        var bandStop = new uk.me.berndporr.iirj.Butterworth();
        bandStop.bandStop(1, RATE_HZ, FilterBench.MAINS_HZ, FilterBench.MAINS_HZ / FilterBench.Q);
        BiquadCascade ourHighPass = Butterworth.highPass(4, FilterBench.LOW_HZ, RATE_HZ);
        BiquadCascade ourLowPass = Butterworth.lowPass(4, FilterBench.HIGH_HZ, RATE_HZ);
        BiquadCascade notch = new BiquadCascade(Notch.of(FilterBench.MAINS_HZ, FilterBench.Q, RATE_HZ));
        double[][] y = new double[4][emg.length];
        for (int n = 0; n < emg.length; n++) {
            y[0][n] = ourLowPass.step(ourHighPass.step(emg[n]));
            y[1][n] = lowPass.filter(highPass.filter(emg[n]));
            y[2][n] = notch.step(emg[n]);
            y[3][n] = bandStop.filter(emg[n]);
        }
        tell("cascadeOfFour, iirj", y[0], y[1]);
        // iirj places the edges of its band stop elsewhere: timed, and shown, but not held to be the same filter
        out.printf(Locale.ROOT, "  %-28s %.1e  (another definition)%n", "notch, iirj", apart(y[2], y[3]));
    }

    private void rms(double[] emg) {
        MovingRms rms = new MovingRms(FilterBench.WINDOW);
        DescriptiveStatistics peer = new DescriptiveStatistics(FilterBench.WINDOW);
        double[] ours = new double[5000 - FilterBench.WINDOW];
        double[] theirs = new double[ours.length];
        for (int n = 0; n < 5000; n++) {
            double newest = rms.step(emg[n]);
            peer.addValue(emg[n]);
            if (n >= FilterBench.WINDOW) {
                ours[n - FilterBench.WINDOW] = newest;
                theirs[n - FilterBench.WINDOW] = peer.getQuadraticMean();
            }
        }
        tell("movingRms, Hipparchus", ours, theirs);
    }

    private void tell(String what, double[] ours, double[] theirs) {
        double apart = apart(ours, theirs);
        boolean same = apart <= MOST;
        all &= same;
        out.printf(Locale.ROOT, "  %-28s %.1e  %s%n", what, apart, same ? "the same" : "NOT the same");
    }

    private static double apart(double[] ours, double[] theirs) {
        double most = 0;
        double largest = 0;
        for (int i = 0; i < ours.length; i++) {
            // a NaN on either side is as far apart as can be
            double off = Math.abs(ours[i] - theirs[i]);
            most = off == off ? Math.max(most, off) : Double.POSITIVE_INFINITY;
            largest = Math.max(largest, Math.abs(theirs[i]));
        }
        return most / largest;
    }
}
