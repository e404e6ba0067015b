package org.stillpoint.metric;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Figures of a whole series of beat intervals, seen at once; those of the time domain begin with {@code time.}.
 *
 * <p>Followed where packages differ, and why:
 *
 * <ul>
 *   <li>Standard deviations (SDNN, SDSD, SD of the rate) divide by their number less one: a series is a sample of the
 *       person's, and with n the figure would depend on its length.
 *   <li>RMSSD divides by the number of differences, which is one less than that of the intervals; it is a mean square and no
 *       deviation, so nothing is taken off.
 *   <li>SDSD is of the signed differences. Of absolute ones, as some packages have it, it is a third smaller and no longer
 *       the RMSSD less the trend.
 *   <li>pNN50 and pNN20 count strictly above the limit and divide by the number of differences, because it is differences
 *       that are counted. Before comparing, 0.001 ms is taken off: 18 samples at 360 Hz are 50 ms exactly, and binary
 *       rounding must not decide.
 *   <li>Mean heart rate is the mean of 60000 / RR, the rate that a person reads beat by beat; 60000 / mean RR is lower and is
 *       given as {@code hr_of_mean_nn}.
 *   <li>The triangular index counts bins of 7.8125 ms (1/128 s, the Task Force's) from 0: bins that begin at the shortest
 *       interval move with one beat and nearly double the figure on intervals of coarse steps.
 *   <li>{@code cvnn} and {@code cvsd} are SDNN and RMSSD over the mean interval, as shares.
 * </ul>
 *
 * <p>Source: Task Force of the ESC and NASPE, Circulation 93 (1996) 1043-1065.
 */
public final class IntervalFigures {

    private static final double SLACK_MILLIS = 0.001;
    private static final double BIN_MILLIS = 7.8125;

    /** A series that varies less is one number, and rounding is all its spectrum has. */
    private static final double LEAST_SDNN_MILLIS = 0.01;

    private IntervalFigures() {}

    /**
     * Time, non-linear and frequency figures of a whole series. Intervals that no heart has (under 150 or over 5000 ms)
     * leave everything out: a figure over them would look real.
     *
     * @param rr intervals in ms, all of them used, nothing corrected
     */
    public static void into(Figures out, double[] rr) {
        long impossible =
                Arrays.stream(rr).filter(one -> !(one >= 150 && one <= 5000)).count();
        if (rr.length < 3 || impossible > 0) {
            String reason = impossible > 0
                    ? impossible + " of " + rr.length + " intervals are under 150 or over 5000 ms"
                    : "there are only " + rr.length + " intervals";
            out.absent("time.*, nonlinear.* and all spectra", reason);
            return;
        }
        time(out, rr);
        if (deviation(rr) < LEAST_SDNN_MILLIS) {
            out.absent("nonlinear.* and all spectra", "the intervals do not vary");
            return;
        }
        NonlinearFigures.into(out, rr);
        RhythmFigures.into(out, rr);
    }

    /**
     * Figures of a series in which intervals are missing: those of the time domain alone, differences only between true
     * neighbours; what needs the place of each interval is absent.
     *
     * @param rr intervals in ms, NaN where one is missing
     */
    public static void broken(Figures out, double[] rr) {
        double[] there = Arrays.stream(rr).filter(Double::isFinite).toArray();
        long impossible =
                Arrays.stream(there).filter(one -> !(one >= 150 && one <= 5000)).count();
        double[] d = new double[rr.length];
        int n = 0;
        for (int i = 1; i < rr.length; i++) {
            if (Double.isFinite(rr[i]) && Double.isFinite(rr[i - 1])) {
                d[n++] = rr[i] - rr[i - 1];
            }
        }
        String missing = (rr.length - there.length) + " of " + rr.length + " intervals are missing";
        if (there.length < 3 || n < 2 || impossible > 0) {
            out.absent("time.*, nonlinear.* and all spectra", missing);
            return;
        }
        ofParts(there, Arrays.copyOf(d, n)).forEach(out::put);
        out.absent("time.hr_max_min_10s, nonlinear.* and all spectra", missing);
    }

    /**
     * Figures of the intervals between two normal beats, differences only between true neighbours.
     *
     * @param rr all intervals in ms
     * @param normal which of them lie between two normal beats
     */
    public static void normalOnly(Figures out, double[] rr, boolean[] normal) {
        NormalFigures all = NormalFigures.of(rr, normal);
        out.put("nn_only.n_intervals", all.intervals());
        out.put("nn_only.mean_nn", all.meanMillis());
        out.put("nn_only.sdnn", all.sdnnMillis());
        out.put("nn_only.rmssd", all.rmssdMillis());
        out.put("nn_only.pnn50", all.pnn50());
        out.put("nn_only.n_differences", all.differences());
    }

    private static void time(Figures out, double[] rr) {
        double[] d = new double[Math.max(0, rr.length - 1)];
        for (int i = 1; i < rr.length; i++) {
            d[i - 1] = rr[i] - rr[i - 1];
        }
        ofParts(rr, d).forEach(out::put);
        out.put("time.hr_max_min_10s", swingOfTenSeconds(rr));
    }

    /** Figures that need the intervals and the differences of neighbours, and not their places; NaN where too few. */
    static Map<String, Double> ofParts(double[] rr, double[] d) {
        int n = rr.length;
        double[] rates = new double[n];
        for (int i = 0; i < n; i++) {
            rates[i] = 60000 / rr[i];
        }
        double mean = mean(rr);
        double sdnn = deviation(rr);
        double rmssd = rms(d);
        double lowest = Arrays.stream(rates).min().orElse(Double.NaN);
        double highest = Arrays.stream(rates).max().orElse(Double.NaN);
        Map<String, Double> out = new TreeMap<>();
        out.put("time.n_intervals", (double) n);
        out.put("time.mean_nn", mean);
        out.put("time.median_nn", median(rr));
        out.put("time.sdnn", sdnn);
        out.put("time.rmssd", rmssd);
        out.put("time.sdsd", deviation(d));
        out.put("time.nn50", d.length == 0 ? Double.NaN : above(d, 50));
        out.put("time.pnn50", 100 * above(d, 50) / d.length);
        out.put("time.pnn20", 100 * above(d, 20) / d.length);
        out.put("time.mean_hr", mean(rates));
        out.put("time.sd_hr", deviation(rates));
        out.put("time.min_hr", lowest);
        out.put("time.max_hr", highest);
        out.put("time.hr_of_mean_nn", 60000 / mean);
        out.put("time.hr_max_min", highest - lowest);
        out.put("time.cvnn", sdnn / mean);
        out.put("time.cvsd", rmssd / mean);
        out.put("time.triangular_index", triangular(rr));
        return out;
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? Double.NaN : sum / values.length;
    }

    /** Standard deviation with divisor n - 1; NaN for fewer than two. */
    static double deviation(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return values.length < 2 ? Double.NaN : Math.sqrt(sum / (values.length - 1));
    }

    static double rms(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return values.length == 0 ? Double.NaN : Math.sqrt(sum / values.length);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n == 0 ? Double.NaN : n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    static double above(double[] differences, double limitMillis) {
        int count = 0;
        for (double d : differences) {
            count += Math.abs(d) - SLACK_MILLIS > limitMillis ? 1 : 0;
        }
        return count;
    }

    private static double triangular(double[] rr) {
        if (rr.length == 0 || Arrays.stream(rr).anyMatch(one -> !(one >= 0 && one < 1e6))) {
            return Double.NaN;
        }
        int[] bins = new int[(int) (1e6 / BIN_MILLIS) + 1];
        int largest = 0;
        for (double one : rr) {
            largest = Math.max(largest, ++bins[(int) Math.floor(one / BIN_MILLIS)]);
        }
        return (double) rr.length / largest;
    }

    /** Mean over whole 10 s windows, by the time at which intervals end, of highest less lowest rate. */
    private static double swingOfTenSeconds(double[] rr) {
        double t = 0;
        double total = 0;
        for (double one : rr) {
            total += one / 1000;
        }
        long windows = (long) Math.floor(total / 10);
        long window = -1;
        double high = 0;
        double low = 0;
        int inside = 0;
        double sum = 0;
        int counted = 0;
        for (double one : rr) {
            t += one / 1000;
            long now = (long) Math.floor(t / 10);
            if (now != window) {
                if (inside >= 2) {
                    sum += high - low;
                    counted++;
                }
                window = now;
                inside = 0;
                high = Double.NEGATIVE_INFINITY;
                low = Double.POSITIVE_INFINITY;
            }
            if (now < windows) {
                high = Math.max(high, 60000 / one);
                low = Math.min(low, 60000 / one);
                inside++;
            }
        }
        return (counted + (inside >= 2 ? 1 : 0)) == 0
                ? Double.NaN
                : (sum + (inside >= 2 ? high - low : 0)) / (counted + (inside >= 2 ? 1 : 0));
    }
}
