package org.stillpoint.metric;

import org.stillpoint.signal.Resampled;
import org.stillpoint.signal.Spectrum;

/**
 * Frequency figures of a whole series of beat intervals; names begin with the way the spectrum was made.
 *
 * <p>Followed where packages differ: natural cubic spline over beat times at 4 Hz, straight line (or smoothness priors,
 * lambda 500) removed after resampling, Welch with periodic Hann windows of 256 or 120 s or the whole series, power as the
 * sum of bins {@code lo <= f < hi}; VLF 0.0033-0.04, LF 0.04-0.15, HF 0.15-0.40 Hz. Linear interpolation would take 10 to
 * 45 % off HF. The rhythm figures {@code coh_*} and {@code coherence_ratio} are a convention of training programs: power
 * within 0.015 Hz of the largest peak in 0.04-0.26 Hz against all in 0.0033-0.4 Hz, squared ratio.
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
