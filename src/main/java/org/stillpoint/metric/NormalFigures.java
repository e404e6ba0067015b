package org.stillpoint.metric;

/**
 * Figures of the normal intervals of a series: an interval that touches a beat out of turn is left out, and a difference
 * is taken only between two normal intervals that are neighbours, never across what was left out.
 *
 * @param intervals how many normal intervals
 * @param differences how many pairs of neighbours
 * @param meanMillis mean of the intervals
 * @param sdnnMillis standard deviation, divisor n - 1
 * @param rmssdMillis root mean square of the differences
 * @param pnn50 percent of differences above 50 ms
 */
public record NormalFigures(
        int intervals, int differences, double meanMillis, double sdnnMillis, double rmssdMillis, double pnn50) {

    /**
     * @param rr intervals in ms; NaN is not normal
     * @param normal which may be used
     */
    public static NormalFigures of(double[] rr, boolean[] normal) {
        double[] nn = new double[rr.length];
        double[] d = new double[rr.length];
        int n = 0;
        int m = 0;
        for (int i = 0; i < rr.length; i++) {
            if (!normal[i] || !Double.isFinite(rr[i])) {
                continue;
            }
            nn[n++] = rr[i];
            if (i > 0 && normal[i - 1] && Double.isFinite(rr[i - 1])) {
                d[m++] = rr[i] - rr[i - 1];
            }
        }
        double[] intervals = java.util.Arrays.copyOf(nn, n);
        double[] differences = java.util.Arrays.copyOf(d, m);
        return new NormalFigures(
                n,
                m,
                IntervalFigures.mean(intervals),
                IntervalFigures.deviation(intervals),
                IntervalFigures.rms(differences),
                m == 0 ? Double.NaN : 100 * IntervalFigures.above(differences, 50) / m);
    }
}
