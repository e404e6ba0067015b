package org.stillpoint.metric;

/**
 * Non-linear figures of a whole series of beat intervals; names begin with {@code nonlinear.}.
 *
 * <p>Followed where packages differ, and why:
 *
 * <ul>
 *   <li>SD1 and SD2 are the deviations along the two diagonals of the plot of neighbours, divisor their number less one, as
 *       every deviation here.
 *   <li>Sample entropy: m = 2, r = 0.2 SDNN (divisor n - 1), largest difference at most r, the same n - 2 templates for both
 *       lengths, no match with itself: Richman and Moorman's, so that the ratio is one of probabilities.
 *   <li>DFA alpha 1: boxes of 4, 5, … 16 intervals from the start without overlap, the remainder dropped, a straight line off
 *       each box, root mean square over all points used, least squares through all thirteen logarithms. Fewer or overlapping
 *       boxes, or a fit that drops points, move it by up to a half.
 * </ul>
 *
 * <p>Source: Brennan et al., IEEE Trans. Biomed. Eng. 48 (2001) 1342-1347; Richman and Moorman, Am. J. Physiol. 278 (2000)
 * H2039-H2049; Peng et al., Chaos 5 (1995) 82-87.
 */
final class NonlinearFigures {

    private static final int LONGEST = 20_000;

    private NonlinearFigures() {}

    static void into(Figures out, double[] rr) {
        int n = rr.length;
        double[] d = new double[Math.max(0, n - 1)];
        double[] s = new double[Math.max(0, n - 1)];
        for (int i = 1; i < n; i++) {
            d[i - 1] = rr[i] - rr[i - 1];
            s[i - 1] = rr[i] + rr[i - 1];
        }
        double sd1 = IntervalFigures.deviation(d) / Math.sqrt(2);
        double sd2 = IntervalFigures.deviation(s) / Math.sqrt(2);
        out.put("nonlinear.sd1", sd1);
        out.put("nonlinear.sd2", sd2);
        out.put("nonlinear.sd1_sd2", sd1 / sd2);
        out.put("nonlinear.ellipse_area", Math.PI * sd1 * sd2);
        ofSeries(out, rr);
    }

    /** Those that need a series without holes. */
    static void ofSeries(Figures out, double[] rr) {
        if (rr.length > LONGEST) {
            out.absent("nonlinear.sampen", "the series has more than " + LONGEST + " intervals");
        } else {
            out.put("nonlinear.sampen", sampleEntropy(rr));
        }
        out.put("nonlinear.dfa_alpha1", alpha1(rr));
    }

    private static double sampleEntropy(double[] rr) {
        double r = 0.2 * IntervalFigures.deviation(rr);
        long two = 0;
        long three = 0;
        for (int i = 0; i + 2 < rr.length; i++) {
            for (int j = i + 1; j + 2 < rr.length; j++) {
                if (Math.abs(rr[i] - rr[j]) <= r && Math.abs(rr[i + 1] - rr[j + 1]) <= r) {
                    two++;
                    three += Math.abs(rr[i + 2] - rr[j + 2]) <= r ? 1 : 0;
                }
            }
        }
        return three == 0 ? Double.NaN : -StrictMath.log((double) three / two);
    }

    private static double alpha1(double[] rr) {
        if (rr.length < 32) {
            return Double.NaN;
        }
        double mean = IntervalFigures.mean(rr);
        double[] profile = new double[rr.length];
        double sum = 0;
        for (int i = 0; i < rr.length; i++) {
            sum += rr[i] - mean;
            profile[i] = sum;
        }
        int sizes = 13;
        double[] x = new double[sizes];
        double[] y = new double[sizes];
        for (int k = 0; k < sizes; k++) {
            x[k] = StrictMath.log(k + 4);
            y[k] = StrictMath.log(fluctuation(profile, k + 4));
        }
        return slope(x, y);
    }

    /** Root mean square of the profile around a straight line in each box. */
    private static double fluctuation(double[] profile, int size) {
        double[] place = new double[size];
        double[] box = new double[size];
        for (int i = 0; i < size; i++) {
            place[i] = i;
        }
        double squares = 0;
        int used = 0;
        for (int from = 0; from + size <= profile.length; from += size) {
            System.arraycopy(profile, from, box, 0, size);
            double slope = slope(place, box);
            double level = IntervalFigures.mean(box) - slope * (size - 1) / 2.0;
            for (int i = 0; i < size; i++) {
                double off = box[i] - level - slope * i;
                squares += off * off;
                used++;
            }
        }
        return Math.sqrt(squares / used);
    }

    /** Slope of the least-squares line. */
    static double slope(double[] x, double[] y) {
        double mx = IntervalFigures.mean(x);
        double my = IntervalFigures.mean(y);
        double up = 0;
        double down = 0;
        for (int i = 0; i < x.length; i++) {
            up += (x[i] - mx) * (y[i] - my);
            down += (x[i] - mx) * (x[i] - mx);
        }
        return up / down;
    }
}
