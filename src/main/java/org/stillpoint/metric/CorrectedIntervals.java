package org.stillpoint.metric;

import java.util.Arrays;
import org.stillpoint.signal.RrVerdict;

/**
 * A series of beat intervals beside the raw one, in which what was no interval between two normal beats is put right.
 *
 * <p>In: intervals in ms with their verdicts. An extra beat is taken out (its two intervals become one), a missed one is
 * put in (its interval becomes equal parts), what touches a beat out of turn lies on a straight line between its normal
 * neighbours. A break (no interval, a poor signal) stays a break: NaN. After Lipponen and Tarvainen, J. Med. Eng. Technol.
 * 43 (2019) 173-181.
 *
 * @param rr corrected intervals in ms, NaN for a break
 * @param judged how many raw intervals there were to judge
 * @param corrected how many of those were not normal
 */
public record CorrectedIntervals(double[] rr, int judged, int corrected) {

    private static final int LEAST = 10;
    private static final double NEAR = 0.3;
    private static final double TO_FILL = Double.NEGATIVE_INFINITY;

    /**
     * @param rr raw intervals in ms, NaN for a break
     * @param verdicts on each
     */
    public static CorrectedIntervals of(double[] rr, RrVerdict[] verdicts) {
        double[] out = new double[64];
        int n = 0;
        int judged = 0;
        int corrected = 0;
        for (int i = 0; i < rr.length; i++) {
            boolean broken = broken(rr[i], verdicts[i]);
            judged += broken ? 0 : 1;
            corrected += broken || verdicts[i] == RrVerdict.NORMAL ? 0 : 1;
            double usual = between(rr, verdicts, i);
            int parts = verdicts[i] == RrVerdict.MISSED && !broken ? (int) Math.min(16, Math.round(rr[i] / usual)) : 1;
            out = n + parts + 1 > out.length ? Arrays.copyOf(out, 2 * (n + parts + 1)) : out;
            if (broken) {
                out[n++] = Double.NaN;
            } else if (verdicts[i] == RrVerdict.NORMAL) {
                out[n++] = rr[i];
            } else if (parts > 1) {
                Arrays.fill(out, n, n + parts, rr[i] / parts);
                n += parts;
            } else if (verdicts[i] == RrVerdict.EXTRA && joins(rr, verdicts, i, usual)) {
                judged++;
                corrected += verdicts[i + 1] == RrVerdict.NORMAL ? 0 : 1;
                out[n++] = rr[i] + rr[++i];
            } else {
                out[n++] = TO_FILL;
            }
        }
        return new CorrectedIntervals(filled(Arrays.copyOf(out, n)), judged, corrected);
    }

    private static boolean broken(double rr, RrVerdict verdict) {
        return !Double.isFinite(rr) || verdict == RrVerdict.NONE || verdict == RrVerdict.POOR;
    }

    private static boolean joins(double[] rr, RrVerdict[] verdicts, int i, double usual) {
        return i + 1 < rr.length
                && !broken(rr[i + 1], verdicts[i + 1])
                && Math.abs(rr[i] + rr[i + 1] - usual) < NEAR * usual;
    }

    /** Mean of the nearest normal intervals on either side; NaN where there is none. */
    private static double between(double[] rr, RrVerdict[] verdicts, int i) {
        int before = i - 1;
        while (before >= 0 && verdicts[before] != RrVerdict.NORMAL) {
            before--;
        }
        int after = i + 1;
        while (after < rr.length && verdicts[after] != RrVerdict.NORMAL) {
            after++;
        }
        if (before < 0 || after == rr.length) {
            return before >= 0 ? rr[before] : after < rr.length ? rr[after] : Double.NaN;
        }
        return (rr[before] + rr[after]) / 2;
    }

    private static double[] filled(double[] series) {
        int before = -1;
        for (int i = 0; i < series.length; i++) {
            if (series[i] != TO_FILL) {
                before = Double.isFinite(series[i]) ? i : -1;
                continue;
            }
            int after = i;
            while (after < series.length && series[after] == TO_FILL) {
                after++;
            }
            double right = after < series.length ? series[after] : Double.NaN;
            double left = before >= 0 ? series[before] : right;
            right = Double.isFinite(right) ? right : left;
            for (int k = i; k < after; k++) {
                series[k] = left + (right - left) * (k - i + 1) / (after - i + 1);
            }
            i = after - 1;
        }
        return series;
    }

    /** Percent of the judged intervals that were not normal; NaN without one. */
    public double sharePercent() {
        return judged == 0 ? Double.NaN : 100.0 * corrected / judged;
    }

    /**
     * The figures of the corrected series under {@code corrected.} and the names of the raw ones, with the share corrected
     * and the share that the live judgement had left out. Over 5 % corrected, only the shares. Where the series has breaks,
     * those of the time domain, differences of neighbours only.
     *
     * @param live verdicts of the live judgement on the same intervals
     */
    public void into(Figures out, double[] raw, RrVerdict[] live) {
        if (judged < LEAST) {
            out.absent("corrected.*", "there are only " + judged + " intervals");
            return;
        }
        out.put("corrected.n_judged", judged);
        out.put("corrected.share_pct", sharePercent());
        out.put("corrected.live_share_pct", of(raw, live).sharePercent());
        if (corrected > Variability.MOST_CORRECTED * judged) {
            out.absent(
                    "corrected.time.* and all other corrected figures",
                    corrected + " of " + judged + " intervals had to be corrected, more than "
                            + Math.round(100 * Variability.MOST_CORRECTED) + " %");
            return;
        }
        Figures figures = new Figures();
        boolean whole = Arrays.stream(rr).allMatch(Double::isFinite);
        if (whole) {
            IntervalFigures.into(figures, rr);
        } else {
            double[] used = Arrays.stream(rr).filter(Double::isFinite).toArray();
            double[] d = new double[rr.length];
            int n = 0;
            for (int i = 1; i < rr.length; i++) {
                if (Double.isFinite(rr[i] - rr[i - 1])) {
                    d[n++] = rr[i] - rr[i - 1];
                }
            }
            IntervalFigures.ofParts(used, Arrays.copyOf(d, n)).forEach(figures::put);
        }
        figures.values().forEach((name, value) -> out.put("corrected." + name, value));
    }
}
