package org.stillpoint.metric;

import org.stillpoint.signal.Resampled;
import org.stillpoint.signal.Spectrum;

/**
 * Frequency figures of a whole series of beat intervals; names begin with the way the spectrum was made.
 *
 * <p>Followed where packages differ, and why:
 *
 * <ul>
 *   <li>Resampling: natural cubic spline over beat times at 4 Hz. A straight line between beats is a low-pass and takes 10 to
 *       45 % off HF; the spline's end condition moves nothing by over 0.5 %.
 *   <li>Detrending: a least-squares straight line off the whole resampled series, then each window's mean. Without the line
 *       VLF is half or twice as large. {@code welch256_sp500} takes smoothness priors (lambda 500, second differences)
 *       instead, which leave little under 0.04 Hz: its VLF is no VLF of others.
 *   <li>Taper: periodic Hann, the one whose overlapping halves add up evenly; 256 or 120 s half overlapping, complete windows
 *       only, no padding; {@code periodogram} is one window over all. Five minutes hold one window of 256 s: the last 44 s do
 *       not count there, which is why 120 s is given beside it.
 *   <li>Band edges: VLF 0.0033-0.04, LF 0.04-0.15, HF 0.15-0.40 Hz, lower edge in, upper out, so that no bin counts twice.
 *       Power is the sum of bins times their distance; the trapezoid rule loses half of each edge bin.
 *   <li>Normalised units are shares of LF + HF, which need no total; the total is the three bands' sum.
 *   <li>Lomb-Scargle: values at their beats, mean off, bins 0.001 Hz apart, tau by the usual arctangent, density twice the
 *       power times T / N with T = N times the last time over N - 1, so that a sine has the power it has in Welch's.
 *   <li>The rhythm figures {@code coh_*} and {@code coherence_ratio} are a convention of training programs: power within
 *       0.015 Hz of the largest peak in 0.04-0.26 Hz against all in 0.0033-0.4 Hz, squared ratio; no clinical measure.
 * </ul>
 *
 * <p>Source of the bands: Task Force of the ESC and NASPE, Circulation 93 (1996) 1043-1065.
 */
final class RhythmFigures {

    private static final double RATE_HZ = 4;
    private static final double LEAST_SECONDS = 60;
    private static final double[][] BANDS = {{0.0033, 0.04}, {0.04, 0.15}, {0.15, 0.40}};
    private static final String[] NAMES = {"vlf", "lf", "hf"};

    private RhythmFigures() {}

    static void into(Figures out, double[] rr) {
        int n = rr.length;
        double[] t = new double[n];
        for (int i = 1; i < n; i++) {
            t[i] = t[i - 1] + rr[i] / 1000;
        }
        into(out, t, rr);
    }

    /** @param t times of the beats that end the intervals, in seconds from the first */
    static void into(Figures out, double[] t, double[] rr) {
        int n = rr.length;
        if (n < 16 || t[n - 1] < LEAST_SECONDS) {
            for (String family : new String[] {"welch256", "welch120", "periodogram", "welch256_sp500", "lomb"}) {
                out.absent(family + ".*", "it needs 60 s of beats");
            }
            return;
        }
        double[] even = Resampled.spline(t, rr, 1 / RATE_HZ);
        double[] level = Resampled.withoutLine(even);
        Spectrum welch = Spectrum.welch(level, RATE_HZ, 1024);
        bands(out, "welch256.", welch, true);
        rhythm(out, welch);
        bands(out, "welch120.", Spectrum.welch(level, RATE_HZ, 480), true);
        bands(out, "periodogram.", Spectrum.welch(level, RATE_HZ, level.length), true);
        bands(out, "welch256_sp500.", Spectrum.welch(Resampled.withoutSmoothTrend(even, 500), RATE_HZ, 1024), true);
        bands(out, "lomb.", Spectrum.lombScargle(t, rr, 0.001, 4, 396), false);
    }

    private static void bands(Figures out, String family, Spectrum spectrum, boolean averaged) {
        double[] power = new double[BANDS.length];
        for (int b = 0; b < BANDS.length; b++) {
            power[b] = spectrum.power(BANDS[b][0], BANDS[b][1]);
            out.put(family + NAMES[b], power[b]);
            int peak = spectrum.peakBin(BANDS[b][0], BANDS[b][1]);
            out.put(family + NAMES[b] + "_peak_hz", peak < 0 ? Double.NaN : spectrum.hz(peak));
        }
        out.put(family + "total", power[0] + power[1] + power[2]);
        out.put(family + "lf_nu", 100 * power[1] / (power[1] + power[2]));
        out.put(family + "hf_nu", 100 * power[2] / (power[1] + power[2]));
        out.put(family + "lf_hf", power[1] / power[2]);
        if (averaged) {
            out.put(family + "segments", spectrum.segments());
        }
    }

    private static void rhythm(Figures out, Spectrum spectrum) {
        int peak = spectrum.peakBin(0.04, 0.26);
        double at = spectrum.hz(peak);
        double near = 0;
        for (int k = 0; k < spectrum.density().length; k++) {
            if (Math.abs(spectrum.hz(k) - at) <= 0.015 + 1e-9) {
                near += spectrum.density()[k] * spectrum.binHz();
            }
        }
        double total = spectrum.power(0.0033, 0.4);
        double rest = total - near;
        out.put("welch256.coh_peak_hz", at);
        out.put("welch256.coh_peak_power_fraction", near / total);
        out.put("welch256.coherence_ratio", near / rest * (near / rest));
    }
}
