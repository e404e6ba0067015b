package org.stillpoint.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A figure that segments are given: its names, the least length it needs, and how it is made.
 *
 * <p>Least lengths: a minute for what is told from beat to beat (the window of high frequencies), two for low frequencies
 * and for what rests on slow swings, 256 s for one window of the longest spectrum, twenty minutes for the triangular index
 * (Task Force of the ESC and NASPE, Circulation 93 (1996) 1043-1065); two minutes for the non-linear figures is an
 * engineering choice.
 *
 * @param balance whether it compares low with high frequencies, which slow breathing makes meaningless
 */
record SegmentKind(
        String name,
        String title,
        String unit,
        double leastSeconds,
        double lowHz,
        double highHz,
        boolean balance,
        Map<String, String> recipe) {

    static final String SWING = "time.hr_max_min_breath";

    static final List<SegmentKind> INTERVALS = List.of(
            interval("time.mean_nn", "Mean interval", "ms", 60, "mean"),
            interval("time.sdnn", "SDNN", "ms", 120, "standard deviation, divisor n - 1"),
            interval("time.rmssd", "RMSSD", "ms", 60, "root mean square of differences, divisor their number"),
            interval("time.sdsd", "SDSD", "ms", 60, "standard deviation of signed differences, divisor number - 1"),
            interval(
                    "time.pnn50",
                    "pNN50",
                    "%",
                    60,
                    "absolute differences over 50 ms, less 0.001 ms, of all differences"),
            interval(
                    "time.pnn20",
                    "pNN20",
                    "%",
                    60,
                    "absolute differences over 20 ms, less 0.001 ms, of all differences"),
            interval("time.mean_hr", "Mean heart rate", "/min", 60, "mean of 60000 / interval"),
            interval(
                    "time.sd_hr",
                    "SD of heart rate",
                    "/min",
                    120,
                    "standard deviation of 60000 / interval, divisor n - 1"),
            interval("time.min_hr", "Lowest heart rate", "/min", 60, "least 60000 / interval"),
            interval("time.max_hr", "Highest heart rate", "/min", 60, "largest 60000 / interval"),
            interval("time.cvnn", "Coefficient of variation", "", 120, "SDNN / mean interval"),
            interval("time.cvsd", "RMSSD over mean interval", "", 60, "RMSSD / mean interval"),
            interval(
                    "time.triangular_index", "Triangular index", "", 1200, "n / largest bin, bins of 7.8125 ms from 0"),
            interval(
                    SWING,
                    "Swing per breath, mean",
                    "/min",
                    60,
                    "highest less lowest 60000 / interval in each whole breath, mean of six or more"),
            interval("nonlinear.sd1", "SD1", "ms", 60, "SD of differences / sqrt 2, divisor number - 1"),
            interval("nonlinear.sd2", "SD2", "ms", 120, "SD of sums of neighbours / sqrt 2, divisor number - 1"));

    static final List<SegmentKind> SERIES = List.of(
            series(
                    "nonlinear.sampen",
                    "Sample entropy",
                    "m = 2, r = 0.2 SDNN, Chebyshev distance <= r, no self matches"),
            series(
                    "nonlinear.dfa_alpha1",
                    "DFA alpha 1",
                    "boxes of 4 to 16 intervals from the start, no overlap, line off"));

    static final List<SegmentKind> SPECTRA = spectra();

    private static SegmentKind interval(String name, String title, String unit, double least, String definition) {
        return new SegmentKind(name, title, unit, least, Double.NaN, Double.NaN, false, Recipe.intervals(definition));
    }

    private static SegmentKind series(String name, String title, String definition) {
        return new SegmentKind(name, title, "", 120, Double.NaN, Double.NaN, false, Recipe.series(definition));
    }

    private static List<SegmentKind> spectra() {
        List<SegmentKind> all = new ArrayList<>();
        family(all, "welch256", "256 s", 256, Recipe.welch(256, "straight line"));
        family(all, "welch120", "120 s", 120, Recipe.welch(120, "straight line"));
        family(
                all,
                "welch256_sp500",
                "256 s, smooth trend off",
                256,
                Recipe.welch(256, "smoothness priors, lambda 500"));
        family(all, "lomb", "Lomb-Scargle", 120, Recipe.lomb());
        return List.copyOf(all);
    }

    private static void family(
            List<SegmentKind> to, String family, String words, double least, Map<String, String> recipe) {
        // a wave of 0.0033 Hz lasts five minutes: shorter windows say nothing of it
        boolean slow = least >= 256;
        if (slow) {
            to.add(power(family, "vlf", "VLF power", words, least, 0.0033, 0.04, recipe));
        }
        to.add(power(family, "lf", "LF power", words, least, 0.04, 0.15, recipe));
        to.add(power(family, "hf", "HF power", words, least, 0.15, 0.4, recipe));
        if (slow) {
            to.add(power(family, "total", "Total power", words, least, 0.0033, 0.4, recipe));
        }
        to.add(peak(family, "lf_peak_hz", "LF peak", words, least, 0.04, 0.15, recipe));
        to.add(peak(family, "hf_peak_hz", "HF peak", words, least, 0.15, 0.4, recipe));
        to.add(balance(family, "lf_nu", "LF, normalised", "n.u.", words, least, recipe));
        to.add(balance(family, "hf_nu", "HF, normalised", "n.u.", words, least, recipe));
        to.add(balance(family, "lf_hf", "LF/HF", "", words, least, recipe));
        if (family.equals("welch256")) {
            to.add(peak(family, "coh_peak_hz", "Rhythm, frequency", words, least, 0.04, 0.26, recipe));
            to.add(new SegmentKind(
                    family + ".coherence_ratio", "Rhythm, " + words, "", least, 0.0033, 0.4, false, recipe));
        }
    }

    private static SegmentKind power(
            String family,
            String name,
            String title,
            String words,
            double least,
            double low,
            double high,
            Map<String, String> recipe) {
        return new SegmentKind(family + "." + name, title + ", " + words, "ms²", least, low, high, false, recipe);
    }

    private static SegmentKind peak(
            String family,
            String name,
            String title,
            String words,
            double least,
            double low,
            double high,
            Map<String, String> recipe) {
        return new SegmentKind(family + "." + name, title + ", " + words, "Hz", least, low, high, false, recipe);
    }

    private static SegmentKind balance(
            String family,
            String name,
            String title,
            String unit,
            String words,
            double least,
            Map<String, String> recipe) {
        return new SegmentKind(family + "." + name, title + ", " + words, unit, least, 0.04, 0.4, true, recipe);
    }
}
