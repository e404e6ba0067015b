package org.stillpoint.metric;

import java.util.Arrays;

/**
 * Figures of the beats and pulses that the pipeline found in a whole recording; names begin with {@code ecg.},
 * {@code e2e.} and {@code pulse.}.
 */
public final class EventFigures {

    private static final double LEAST_TRUSTED = 0.8;

    /** Of the intervals: with more of them left out, what is left says nothing of the whole. */
    private static final double LEAST_USED = 0.8;

    private static final int LEAST_INTERVALS = 10;

    /** Longer than any heart pauses: a break in the recording. */
    private static final double BREAK_SECONDS = 5;

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
        rate(out, times);
        if (enough(out, "ecg.first300s.*", times, trusted, 0, 300)
                && used(out, "ecg.first300s.*", times, normal, 0, 300)) {
            NormalFigures first = between(times, rr, normal, 0, 300);
            out.put("ecg.first300s.mean_nn", first.meanMillis());
            out.put("ecg.first300s.sdnn", first.sdnnMillis());
            out.put("ecg.first300s.rmssd", first.rmssdMillis());
        }
        if (enough(out, "e2e.*", times, trusted, 10, 295) && used(out, "e2e.*", times, normal, 10, 295)) {
            NormalFigures whole = between(times, rr, normal, 10, 295);
            out.put(
                    "e2e.beats",
                    Arrays.stream(times).filter(t -> t >= 10 && t <= 295).count());
            out.put("e2e.mean_nn", whole.meanMillis());
            out.put("e2e.sdnn", whole.sdnnMillis());
            out.put("e2e.rmssd", whole.rmssdMillis());
        }
    }

    /** Beats over the time in which there are beats: a break in the recording is no slow heart. */
    private static void rate(Figures out, double[] times) {
        double seconds = 0;
        int intervals = 0;
        for (int i = 1; i < times.length; i++) {
            double one = times[i] - times[i - 1];
            if (one <= BREAK_SECONDS) {
                seconds += one;
                intervals++;
            }
        }
        out.put("ecg.mean_rate_total", 60 * intervals / seconds);
    }

    private static boolean used(Figures out, String names, double[] times, boolean[] normal, double from, double to) {
        int all = 0;
        int good = 0;
        for (int i = 1; i < times.length; i++) {
            if (times[i - 1] >= from && times[i] <= to) {
                all++;
                good += normal[i] ? 1 : 0;
            }
        }
        return used(out, names, all, good);
    }

    private static boolean used(Figures out, String names, int all, int good) {
        if (good < LEAST_INTERVALS) {
            out.absent(names, "only " + good + " of " + all + " intervals could be used");
            return false;
        }
        if (good < LEAST_USED * all) {
            out.absent(names, "too many irregular beats: " + (all - good) + " of " + all + " intervals are left out");
            return false;
        }
        return true;
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
        int given = (int) Arrays.stream(rr).filter(Double::isFinite).count();
        if (!used(out, "pulse.*", given, all.intervals())) {
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
