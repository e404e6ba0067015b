package org.stillpoint.signal;

/**
 * A turn of the breath: where one limb arrives and where the next one leaves, with a pause between them or none. The least
 * squares fit of the end of a half cosine, a nearly flat line, and the beginning of another half cosine.
 *
 * <p>In: a ring of values at an even rate. Every value of the stretch takes part, so waves of the heart on a pause move the
 * answer far less than they move a lowest point. A pause is believed only where it makes the fit clearly better. One thread,
 * no allocation in {@link #fit}.
 */
final class BreathTurn {

    /** Two more unknowns must pay: they may explain so many blocks' share of the squares by chance. */
    private static final double PAUSE_BLOCKS = 10;

    /** How strongly the level is held flat; a drift of the belt over many seconds still shows, part of a limb does not. */
    private static final double FLAT = 8;

    private static final int TABLE = 512;
    private static final int PLACES = 40;
    private static final int FINE = 9;
    private static final double FINEST = 0.1;

    private final double[] bend = new double[TABLE + 2];
    private final double[] ring;
    private final double flat;
    private final double[][] before = new double[PLACES][4];
    private final double[][] after = new double[PLACES][4];
    private long from;
    private int n;
    private double first;
    private double squaresLeft;
    private double mean;
    private double lineSquares;
    private double lineValues;
    private double least;
    private double arrives;
    private double leaves;

    /**
     * @param ring value of block i at i modulo its length
     * @param blockHz blocks a second
     */
    BreathTurn(double[] ring, double blockHz) {
        this.ring = ring;
        flat = FLAT * blockHz * blockHz;
        for (int i = 0; i < bend.length; i++) {
            bend[i] = 1 - StrictMath.cos(Math.PI * i / TABLE);
        }
    }

    /**
     * Fits; {@link #arrives} and {@link #leaves} tell.
     *
     * @param from block in the limb before the turn
     * @param fromShare how much of that limb is left there, 0 … 1
     * @param to block in the limb after the turn
     * @param toShare how much of that limb has passed there
     */
    void fit(long from, double fromShare, long to, double toShare) {
        this.from = from;
        n = (int) (to - from);
        first = ring[(int) (from % ring.length)];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i <= n; i++) {
            double y = value(i);
            sum += y;
            squares += y * y;
        }
        mean = sum / (n + 1);
        squaresLeft = squares - sum * mean;
        lineSquares = flat;
        lineValues = 0;
        for (int i = 0; i <= n; i++) {
            double t = i - n / 2.0;
            lineSquares += t * t;
            lineValues += t * value(i);
        }
        squaresLeft -= lineValues * lineValues / lineSquares;
        double in = angle(fromShare);
        double out = angle(toShare);
        search(in, out, true);
        double turn = leaves;
        double whole = least;
        search(in, out, false);
        if (!(least * (1 + PAUSE_BLOCKS / n) < whole)) {
            arrives = turn;
            leaves = turn;
        }
    }

    /** How much of the half cosine that is, 0 … 1. */
    private static double angle(double share) {
        return StrictMath.acos(1 - 2 * Math.max(0.1, Math.min(0.9, share))) / Math.PI;
    }

    private void search(double in, double out, boolean together) {
        double step = Math.max(0.25, (n - 4) / (PLACES - 1.0));
        search(2, 2, PLACES, step, in, out, together);
        for (double finer = step / 4; finer >= FINEST; finer /= 4) {
            search(arrives - 4 * finer, leaves - 4 * finer, FINE, finer, in, out, together);
        }
    }

    private void search(double low, double high, int places, double step, double in, double out, boolean together) {
        double bestIn = Double.NaN;
        double bestOut = Double.NaN;
        least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < places; k++) {
            limb(before[k], low + k * step, in, false);
            limb(after[k], high + k * step, out, true);
        }
        for (int i = 0; i < places; i++) {
            for (int k = together ? i : 0; k < (together ? i + 1 : places); k++) {
                double a = low + i * step;
                double b = high + k * step;
                if (a > b || a < 1 || b > n - 1) {
                    continue;
                }
                double error = error(before[i], after[k]);
                if (error < least) {
                    least = error;
                    bestIn = a;
                    bestOut = b;
                }
            }
        }
        arrives = bestIn;
        leaves = bestOut;
    }

    private double value(int i) {
        return ring[(int) ((from + i) % ring.length)] - first;
    }

    /** Sums of a limb's shape, of its square, and of its products with the values and with the line. */
    private void limb(double[] sums, double foot, double angle, boolean leaving) {
        double sx = 0;
        double sxx = 0;
        double sxy = 0;
        double sxt = 0;
        double scale = angle * TABLE / (leaving ? n - foot : foot);
        int low = leaving ? (int) Math.max(0, Math.ceil(foot)) : 0;
        int high = leaving ? n : (int) Math.min(n, Math.floor(foot));
        for (int i = low; i <= high; i++) {
            double place = Math.abs(i - foot) * scale;
            int k = (int) place;
            double x = bend[k] + (place - k) * (bend[k + 1] - bend[k]);
            sx += x;
            sxx += x * x;
            sxy += x * value(i);
            sxt += x * (i - n / 2.0);
        }
        sums[0] = sx;
        sums[1] = sxx;
        sums[2] = sxy;
        sums[3] = sxt;
    }

    /** Squares left by level, line and the two limbs. */
    private double error(double[] b, double[] a) {
        double m = n + 1.0;
        double bb = b[1] - b[0] * b[0] / m - b[3] * b[3] / lineSquares;
        double aa = a[1] - a[0] * a[0] / m - a[3] * a[3] / lineSquares;
        double ab = -a[0] * b[0] / m - a[3] * b[3] / lineSquares;
        double by = b[2] - b[0] * mean - b[3] * lineValues / lineSquares;
        double ay = a[2] - a[0] * mean - a[3] * lineValues / lineSquares;
        double det = aa * bb - ab * ab;
        if (!(det > 1e-12 * aa * bb)) {
            return Double.POSITIVE_INFINITY;
        }
        double p = (by * aa - ay * ab) / det;
        double q = (ay * bb - by * ab) / det;
        return p * q > 0 ? squaresLeft - p * by - q * ay : Double.POSITIVE_INFINITY;
    }

    /** The block, with its fraction, where the limb before ends; NaN where nothing fits. */
    double arrives() {
        return from + arrives;
    }

    /** The block, with its fraction, where the limb after begins; the same when there is no pause. */
    double leaves() {
        return from + leaves;
    }
}
