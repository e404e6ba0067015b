package org.stillpoint.metric;

import java.util.Arrays;

/**
 * Figures of the beats and pulses that the pipeline found in a whole recording; names begin with {@code ecg.},
 * {@code e2e.} and {@code pulse.}.
 */
public final class EventFigures {

    private static final double LEAST_TRUSTED = 0.8;

    private EventFigures() {}

    /**
     * @param times of all beats in seconds
     * @param rr interval that ends with each beat in ms, NaN where none
     * @param normal whether that interval may be used
     * @param trusted whether the signal was good enough to tell; figures of intervals need four of five such beats
     */
    public static void beats(Figures out, double[] times, double[] rr, boolean[] normal, boolean[] trusted) {
        int n = times.length;
        if (n < 3) {
            out.absent("ecg.* and e2e.*", "only " + n + " beats were found");
            return;
        }
        out.put("ecg.beats_total", n);
        out.put("ecg.mean_rate_total", 60 * (n - 1) / (times[n - 1] - times[0]));
        if (enough(out, "ecg.first300s.*", times, trusted, 0, 300)) {
            NormalFigures first = between(times, rr, normal, 0, 300);
            out.put("ecg.first300s.mean_nn", first.meanMillis());
            out.put("ecg.first300s.sdnn", first.sdnnMillis());
            out.put("ecg.first300s.rmssd", first.rmssdMillis());
        }
        if (enough(out, "e2e.*", times, trusted, 10, 295)) {
            NormalFigures whole = between(times, rr, normal, 10, 295);
            out.put(
                    "e2e.beats",
                    Arrays.stream(times).filter(t -> t >= 10 && t <= 295).count());
            out.put("e2e.mean_nn", whole.meanMillis());
            out.put("e2e.sdnn", whole.sdnnMillis());
            out.put("e2e.rmssd", whole.rmssdMillis());
        }
    }

    private static boolean enough(
            Figures out, String names, double[] times, boolean[] trusted, double from, double to) {
        int all = 0;
        int good = 0;
        for (int i = 0; i < times.length; i++) {
            if (times[i] >= from && times[i] <= to) {
                all++;
                good += trusted[i] ? 1 : 0;
            }
        }
        if (good >= LEAST_TRUSTED * all) {
            return true;
        }
        out.absent(names, "poor signal: only " + good + " of " + all + " beats can be trusted");
        return false;
    }

    /** Intervals with both beats between the two times. */
    private static NormalFigures between(double[] times, double[] rr, boolean[] normal, double from, double to) {
        boolean[] use = new boolean[rr.length];
        for (int i = 1; i < rr.length; i++) {
            use[i] = normal[i] && times[i - 1] >= from && times[i] <= to;
        }
        return NormalFigures.of(rr, use);
    }

    /**
     * Of normal intervals only: a stretch without a pulse must not count as a slow heart.
     *
     * @param rr interval that ends with each pulse in ms, NaN where none
     * @param normal whether that interval may be used
     */
    public static void pulses(Figures out, double[] rr, boolean[] normal) {
        NormalFigures all = NormalFigures.of(rr, normal);
        if (all.intervals() < 3) {
            out.absent("pulse.*", "only " + all.intervals() + " intervals could be used");
            return;
        }
        double[] used = new double[all.intervals()];
        int n = 0;
        for (int i = 0; i < rr.length; i++) {
            if (normal[i] && Double.isFinite(rr[i])) {
                used[n++] = rr[i];
            }
        }
        out.put("pulse.mean_rate", 60000 / all.meanMillis());
        out.put("pulse.mean_interval_ms", all.meanMillis());
        out.put("pulse.median_interval_ms", IntervalFigures.median(used));
        out.put("pulse.sdnn_ms", all.sdnnMillis());
        out.put("pulse.rmssd_ms", all.rmssdMillis());
    }
}
