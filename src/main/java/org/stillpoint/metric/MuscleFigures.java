package org.stillpoint.metric;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stillpoint.signal.Spectrum;

/**
 * Figures of a whole muscle recording, unfiltered but for its mean; names begin with {@code emg.}.
 *
 * <p>Followed where packages differ, and why: nothing is filtered but the mean, so that the figures are those of the values
 * given. Mean and median frequency: Welch, 1 s periodic Hann windows half overlapping, each window's mean off, 20 Hz (under
 * it lie movement and drift) to the smaller of 450 Hz and half the rate less 1; the median is the first bin at which the
 * running sum reaches half, not interpolated, as peers do. Slopes: straight line over 1 s windows without overlap, which are
 * independent of each other, inside the longest contraction, one second off each end, where strength still changes.
 */
public final class MuscleFigures {

    private static final double LOW_HZ = 20;
    private static final double HIGH_HZ = 450;

    private MuscleFigures() {}

    /**
     * @param x values; NaN are left out
     * @param contraction first and last sample of the longest contraction, empty when there is none of 10 s
     */
    public static void into(Figures out, double[] x, double rateHz, int[] contraction) {
        double[] centred = withoutMean(x);
        int n = centred.length;
        double sum = 0;
        for (double value : centred) {
            sum += Math.abs(value);
        }
        out.put("emg.rms_total", IntervalFigures.rms(centred));
        out.put("emg.mav_total", sum / n);
        if (n < x.length) {
            out.absent(
                    "emg.iemg, emg.rms250_*, emg.mnf and emg.mdf with their slopes",
                    (x.length - n) + " of " + x.length + " samples are missing");
            return;
        }
        out.put("emg.iemg", sum / rateHz);
        windows(out, centred, (int) Math.round(0.25 * rateHz));
        int second = (int) Math.round(rateHz);
        if (n < second || rateHz / 2 - 1 <= LOW_HZ + 10) {
            out.absent("emg.mnf and emg.mdf", "they need a second at more than 62 Hz");
            return;
        }
        double[] frequencies = frequencies(Spectrum.welch(centred, rateHz, second), rateHz);
        out.put("emg.mnf", frequencies[0]);
        out.put("emg.mdf", frequencies[1]);
        if (contraction.length == 2) {
            slopes(out, centred, rateHz, contraction);
        } else {
            out.absent("emg.mnf_slope_per_min and emg.mdf_slope_per_min", "there is no contraction of 10 s");
        }
    }

    private static double[] withoutMean(double[] x) {
        double[] finite = java.util.Arrays.stream(x).filter(Double::isFinite).toArray();
        double mean = IntervalFigures.mean(finite);
        for (int i = 0; i < finite.length; i++) {
            finite[i] -= mean;
        }
        return finite;
    }

    private static void windows(Figures out, double[] x, int size) {
        int count = size < 1 ? 0 : x.length / size;
        double[] rms = new double[count];
        for (int w = 0; w < count; w++) {
            rms[w] = IntervalFigures.rms(java.util.Arrays.copyOfRange(x, w * size, (w + 1) * size));
        }
        out.put("emg.rms250_max", java.util.Arrays.stream(rms).max().orElse(Double.NaN));
        out.put("emg.rms250_min", java.util.Arrays.stream(rms).min().orElse(Double.NaN));
        out.put("emg.rms250_median", IntervalFigures.median(rms));
    }

    /** Mean and median frequency. */
    private static double[] frequencies(Spectrum spectrum, double rateHz) {
        double high = Math.min(HIGH_HZ, rateHz / 2 - 1);
        double total = 0;
        double moment = 0;
        for (int k = 0; k < spectrum.density().length; k++) {
            double f = spectrum.hz(k);
            if (f >= LOW_HZ - 1e-9 && f <= high + 1e-9) {
                total += spectrum.density()[k];
                moment += f * spectrum.density()[k];
            }
        }
        double half = 0;
        for (int k = 0; k < spectrum.density().length; k++) {
            double f = spectrum.hz(k);
            if (f >= LOW_HZ - 1e-9 && f <= high + 1e-9) {
                half += spectrum.density()[k];
                if (half >= total / 2 && total > 0) {
                    return new double[] {moment / total, f};
                }
            }
        }
        return new double[] {Double.NaN, Double.NaN};
    }

    private static void slopes(Figures out, double[] x, double rateHz, int[] contraction) {
        int second = (int) Math.round(rateHz);
        int from = contraction[0] + second;
        int count = (contraction[1] - second - from) / second;
        double[] minute = new double[Math.max(0, count)];
        double[] mean = new double[minute.length];
        double[] median = new double[minute.length];
        for (int w = 0; w < count; w++) {
            int at = from + w * second;
            double[] piece = java.util.Arrays.copyOfRange(x, at, at + second);
            double[] frequencies = frequencies(Spectrum.welch(piece, rateHz, second), rateHz);
            minute[w] = w / 60.0;
            mean[w] = frequencies[0];
            median[w] = frequencies[1];
        }
        out.put("emg.mnf_slope_per_min", NonlinearFigures.slope(minute, mean));
        out.put("emg.mdf_slope_per_min", NonlinearFigures.slope(minute, median));
    }

    /** RMS about the record's mean over all samples that carry a label, as {@code emg.rms_label<label>_<column>}. */
    public static void byLabel(Figures out, double[] x, List<String> labels, String column) {
        Map<String, double[]> sums = new TreeMap<>();
        double mean =
                java.util.Arrays.stream(x).filter(Double::isFinite).average().orElse(Double.NaN);
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(x[i]) && i < labels.size() && !labels.get(i).isEmpty()) {
                double[] sum = sums.computeIfAbsent(labels.get(i), key -> new double[2]);
                sum[0] += (x[i] - mean) * (x[i] - mean);
                sum[1]++;
            }
        }
        sums.forEach((label, sum) -> out.put("emg.rms_label" + label + "_" + column, Math.sqrt(sum[0] / sum[1])));
    }
}
