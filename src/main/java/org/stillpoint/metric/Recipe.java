package org.stillpoint.metric;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a number was made, in words that are stored with it: window, resampling, detrending, taper, band, which correction of
 * the beats, and the version of the rules. A number of another recipe is another number.
 */
public final class Recipe {

    /** Raised whenever a rule changes that can change a stored number. */
    public static final String VERSION = "1";

    private static final String SPLINE = "natural cubic spline over beat times, 4 Hz";
    private static final String HANN = "periodic Hann";

    private final Map<String, String> parts = new LinkedHashMap<>();

    private Recipe() {}

    /** Of a live measure whose once-a-second values were put together by their median. */
    public static Map<String, String> live(Metric metric) {
        Recipe recipe = new Recipe();
        recipe.put("value", "median of one value a second");
        if (metric.windowSeconds() == metric.windowSeconds()) {
            recipe.put("window", Metric.seconds(metric.windowSeconds()));
        }
        boolean heart = metric.modality() == org.stillpoint.signal.Modality.ECG;
        if (metric.id().startsWith("lf_")
                || metric.id().equals("rhythm")
                || metric.id().equals("heart_breath_phase")) {
            recipe.put("resampling", SPLINE);
            recipe.put("detrending", metric.id().equals("heart_breath_phase") ? "mean" : "straight line");
            recipe.put("taper", HANN);
        }
        if (!metric.band().isEmpty()) {
            recipe.put("band", metric.band());
        }
        if (heart) {
            recipe.put("correction", "live: judged with the beats so far, left out and not replaced");
        }
        return recipe.end();
    }

    /** Of figures of the intervals themselves. */
    static Map<String, String> intervals(String more) {
        Recipe recipe = new Recipe();
        recipe.put("window", "whole segment");
        recipe.put("correction", offline("left out, differences only between true neighbours"));
        recipe.put("definition", more);
        return recipe.end();
    }

    /** Of figures that need a series without holes. */
    static Map<String, String> series(String more) {
        Recipe recipe = new Recipe();
        recipe.put("window", "longest stretch without a break of 5 s");
        recipe.put("correction", offline("replaced by a straight line between their neighbours"));
        recipe.put("definition", more);
        return recipe.end();
    }

    /** Of Welch's spectra. */
    static Map<String, String> welch(int seconds, String detrending) {
        Recipe recipe = new Recipe();
        recipe.put(
                "window", seconds + " s or the whole stretch where shorter, half overlapping, mean of complete ones");
        recipe.put("resampling", SPLINE);
        recipe.put("detrending", detrending + ", then each window's mean");
        recipe.put("taper", HANN);
        recipe.put("power", "sum of bins low <= f < high, no padding");
        recipe.put("correction", offline("bridged by the spline, never more than 5 s"));
        return recipe.end();
    }

    /** Of the Lomb-Scargle spectrum. */
    static Map<String, String> lomb() {
        Recipe recipe = new Recipe();
        recipe.put("window", "longest stretch without a break of 5 s");
        recipe.put("resampling", "none, values at their beats");
        recipe.put("detrending", "mean");
        recipe.put("taper", "none");
        recipe.put("power", "sum of bins low <= f < high, 0.001 Hz apart");
        recipe.put("correction", offline("left out"));
        return recipe.end();
    }

    private static String offline(String what) {
        return "offline: judged with the whole series, " + what;
    }

    private void put(String name, String words) {
        parts.put(name, words);
    }

    private Map<String, String> end() {
        parts.put("version", VERSION);
        return Collections.unmodifiableMap(parts);
    }
}
