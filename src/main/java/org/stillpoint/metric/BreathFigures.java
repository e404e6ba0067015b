package org.stillpoint.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * Figures of the breaths that the pipeline found in a whole recording; names begin with {@code resp.}.
 *
 * <p>Beside those of the whole there are those of each steady stretch, {@code resp.segment0.*} and so on in the order of
 * time: a stretch ends where a breath is held, and where breaths become longer or shorter by a quarter, or deeper or
 * shallower by a third, for good. Means over the breaths of a stretch without its first and its last; in-breath and
 * out-breath are the moving parts, their pauses left out. The limits are engineering choices.
 */
public final class BreathFigures {

    private static final int INHALE = 0;
    private static final int EXHALE = 1;
    private static final int END = 2;
    private static final int DEPTH = 3;
    private static final int INHALE_END = 4;
    private static final int EXHALE_END = 5;

    private static final int LEAST = 3;

    private static final double BREAK_SECONDS = 20;

    private BreathFigures() {}

    /**
     * @param breaths one row a breath: start of in-breath, start of out-breath, end in seconds, depth, end of the in-breath's
     *     and of the out-breath's movement; NaN where not known
     */
    public static void into(Figures out, List<double[]> breaths) {
        int n = breaths.size();
        if (n < LEAST) {
            out.absent("resp.*", "only " + n + " breaths were found");
            return;
        }
        double[] lengths = new double[n - 1];
        for (int i = 0; i + 1 < n; i++) {
            lengths[i] = breaths.get(i + 1)[INHALE] - breaths.get(i)[INHALE];
        }
        out.put("resp.breath_count", n);
        rate(out, breaths, lengths);
        out.put("resp.rate_median", 60 / IntervalFigures.median(lengths));
        List<double[]> whole = new ArrayList<>();
        for (double[] one : breaths) {
            if (Double.isFinite(one[EXHALE] + one[END] + one[DEPTH] + one[INHALE_END] + one[EXHALE_END])) {
                whole.add(one);
            }
        }
        if (whole.size() < LEAST) {
            out.absent("resp.ie_ratio and resp.segment*", "only " + whole.size() + " whole breaths were found");
            return;
        }
        out.put("resp.ie_ratio", mean(whole, EXHALE, INHALE) / mean(whole, END, EXHALE));
        out.put("resp.inhale_pause_s", mean(whole, EXHALE, INHALE_END));
        out.put("resp.exhale_pause_s", mean(whole, END, EXHALE_END));
        segments(out, whole);
    }

    /** Breaths over the time in which there is a belt: a break, at which a breath has no end, is no slow breath. */
    private static void rate(Figures out, List<double[]> breaths, double[] lengths) {
        double seconds = 0;
        int count = 0;
        for (int i = 0; i < lengths.length; i++) {
            if (Double.isFinite(breaths.get(i)[END]) || lengths[i] < BREAK_SECONDS) {
                seconds += lengths[i];
                count++;
            }
        }
        out.put("resp.rate_mean", 60 * count / seconds);
    }

    private static void segments(Figures out, List<double[]> whole) {
        double[] lengths = new double[whole.size()];
        double[] depths = new double[whole.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = whole.get(i)[END] - whole.get(i)[INHALE];
            depths[i] = whole.get(i)[DEPTH];
        }
        int place = 0;
        int from = 0;
        for (int to : BreathStretches.ends(lengths, depths)) {
            List<double[]> inner = whole.subList(from + 1, Math.max(from + 1, to - 1));
            from = to;
            if (inner.size() >= LEAST) {
                String name = "resp.segment" + place++ + ".";
                out.put(name + "rate", 60 / mean(inner, END, INHALE));
                out.put(name + "inhale_s", mean(inner, INHALE_END, INHALE));
                out.put(name + "exhale_s", mean(inner, EXHALE_END, EXHALE));
                out.put(
                        name + "amplitude",
                        inner.stream().mapToDouble(one -> one[DEPTH]).average().orElseThrow());
            }
        }
    }

    private static double mean(List<double[]> rows, int to, int from) {
        double sum = 0;
        for (double[] row : rows) {
            sum += row[to] - row[from];
        }
        return sum / rows.size();
    }
}
