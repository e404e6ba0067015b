package org.stillpoint.metric;

/**
 * The belt of the last minutes on an even grid of four values a second, its smoothing's delay taken out. No allocation after
 * construction.
 */
final class BeltGrid {

    /** Two means of 0.25 s each lie behind the chest by half of both. */
    static final double DELAY_SECONDS = 0.25;

    private static final double STEP_SECONDS = 1 / HeartGrid.RATE_HZ;
    private static final double LONGEST_GAP_SECONDS = 1;

    private final double[] times;
    private final double[] values;
    private long count;

    /** Holds the grid and what comes while a beat is waited for. */
    BeltGrid(int samples) {
        times = new double[samples + 64];
        values = new double[samples + 64];
    }

    void step(double value, double tSeconds) {
        double at = tSeconds - DELAY_SECONDS;
        if (!Double.isFinite(value) || count > 0 && !(at - times[place(count - 1)] >= STEP_SECONDS - 1e-6)) {
            return;
        }
        times[place(count)] = at;
        values[place(count)] = value;
        count++;
    }

    private int place(long i) {
        return (int) (i % times.length);
    }

    /** Whether the belt has come as far as that; what is still on its way is worth waiting for. */
    boolean reaches(double end) {
        return count > 0 && times[place(count - 1)] >= end;
    }

    /** Fills {@code out}, the last value at {@code end}; false where the belt does not cover it without a gap. */
    boolean read(double end, double[] out) {
        long i = count - 1;
        long oldest = Math.max(0, count - times.length);
        for (int k = out.length - 1; k >= 0; k--) {
            double at = end - (out.length - 1 - k) * STEP_SECONDS;
            while (i > oldest && times[place(i - 1)] >= at) {
                i--;
            }
            if (i <= oldest || times[place(i)] < at) {
                return false;
            }
            double before = times[place(i - 1)];
            double after = times[place(i)];
            if (after - before > LONGEST_GAP_SECONDS) {
                return false;
            }
            double share = (at - before) / (after - before);
            out[k] = values[place(i - 1)] + share * (values[place(i)] - values[place(i - 1)]);
        }
        return true;
    }

    void clear() {
        count = 0;
    }
}
