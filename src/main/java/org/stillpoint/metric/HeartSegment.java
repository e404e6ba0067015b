package org.stillpoint.metric;

import java.util.Arrays;
import java.util.List;

/**
 * The beats of one segment of a session.
 *
 * @param times of the beats in seconds
 * @param rr interval that ends with each in ms; NaN where none is known
 * @param normal which intervals may be used, judged with the whole session
 * @param breaths start and end of each whole breath
 * @param seconds length, what was on hold left out
 */
public record HeartSegment(double[] times, double[] rr, boolean[] normal, List<double[]> breaths, double seconds) {

    private static final double BRIDGED_SECONDS = 5;

    /** Share of the known intervals that may not be used, 0 … 1; NaN without one. */
    double leftOutShare() {
        int judged = 0;
        int odd = 0;
        for (int i = 0; i < rr.length; i++) {
            if (Double.isFinite(rr[i])) {
                judged++;
                odd += normal[i] ? 0 : 1;
            }
        }
        return judged == 0 ? Double.NaN : (double) odd / judged;
    }

    /** Share of the time that usable intervals cover. */
    double coverage() {
        double covered = 0;
        for (int i = 0; i < rr.length; i++) {
            covered += normal[i] ? rr[i] / 1000 : 0;
        }
        return covered / seconds;
    }

    /** Usable intervals. */
    double[] usable() {
        double[] nn = new double[rr.length];
        int n = 0;
        for (int i = 0; i < rr.length; i++) {
            if (normal[i]) {
                nn[n++] = rr[i];
            }
        }
        return Arrays.copyOf(nn, n);
    }

    /** Later less earlier, or with +1 their sum, of usable intervals that are true neighbours. */
    double[] pairs(int sign) {
        double[] pairs = new double[rr.length];
        int n = 0;
        for (int i = 1; i < rr.length; i++) {
            if (normal[i] && normal[i - 1]) {
                pairs[n++] = rr[i] + sign * rr[i - 1];
            }
        }
        return Arrays.copyOf(pairs, n);
    }

    /** Beat times from 0 and usable intervals of the longest stretch in which no break is longer than five seconds. */
    double[][] stretch() {
        int bestFrom = 0;
        int bestTo = 0;
        int from = -1;
        int before = -1;
        double longest = -1;
        for (int i = 0; i < rr.length; i++) {
            if (!normal[i]) {
                continue;
            }
            if (before < 0 || times[i] - times[before] > BRIDGED_SECONDS || !(times[i] > times[before])) {
                from = i;
            }
            before = i;
            if (times[i] - times[from] > longest) {
                longest = times[i] - times[from];
                bestFrom = from;
                bestTo = i + 1;
            }
        }
        double[] t = new double[bestTo - bestFrom];
        double[] nn = new double[t.length];
        int n = 0;
        for (int i = bestFrom; i < bestTo; i++) {
            if (normal[i]) {
                t[n] = times[i] - times[bestFrom];
                nn[n++] = rr[i];
            }
        }
        return new double[][] {Arrays.copyOf(t, n), Arrays.copyOf(nn, n)};
    }

    /** A stretch as one series of intervals: what is missing is filled with as many values as fit, on a straight line. */
    static double[] filled(double[] t, double[] nn) {
        double[] series = new double[4 * nn.length + 64];
        int n = 0;
        for (int i = 0; i < nn.length; i++) {
            double missing = i == 0 ? 0 : 1000 * (t[i] - t[i - 1]) - nn[i];
            double usual = i == 0 ? nn[i] : (nn[i] + nn[i - 1]) / 2;
            int fill = (int) Math.min(16, Math.round(missing / usual));
            if (n + fill + 1 > series.length) {
                series = Arrays.copyOf(series, 2 * series.length);
            }
            for (int k = 1; k <= fill; k++) {
                series[n++] = nn[i - 1] + (nn[i] - nn[i - 1]) * k / (fill + 1);
            }
            series[n++] = nn[i];
        }
        return Arrays.copyOf(series, n);
    }

    /** Mean over breaths of highest less lowest rate; NaN with fewer than six breaths of three usable intervals each. */
    double swingPerBreath() {
        double sum = 0;
        int used = 0;
        for (double[] breath : breaths) {
            double high = Double.NEGATIVE_INFINITY;
            double low = Double.POSITIVE_INFINITY;
            int inside = 0;
            boolean whole = true;
            for (int i = 0; i < times.length; i++) {
                if (times[i] >= breath[0] && times[i] <= breath[1]) {
                    whole &= normal[i];
                    high = Math.max(high, 60000 / rr[i]);
                    low = Math.min(low, 60000 / rr[i]);
                    inside++;
                }
            }
            if (whole && inside >= 3) {
                sum += high - low;
                used++;
            }
        }
        return used < 6 ? Double.NaN : sum / used;
    }
}
