package org.stillpoint.metric;

/**
 * Where a value stands between the lowest and the highest of the last 20 s. The range itself moves gently, so that a line
 * drawn from it has no steps where an old breath leaves it or a deeper one enters. No allocation after construction.
 */
final class RecentRange {

    private static final double PIECE_SECONDS = 0.5;
    private static final int PIECES = 40;
    private static final int LEAST_PIECES = 8;
    private static final double GLIDE_SECONDS = 1.5;

    private final int piece;
    private final double glide;
    private final double[] lows = new double[PIECES];
    private final double[] highs = new double[PIECES];
    private long pieces;
    private int count;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private double lowest = Double.NaN;
    private double highest = Double.NaN;
    private double bottom = Double.NaN;
    private double top = Double.NaN;

    RecentRange(double rateHz) {
        piece = Math.max(1, (int) Math.round(PIECE_SECONDS * rateHz));
        glide = Math.min(1, 1 / (GLIDE_SECONDS * rateHz));
    }

    void step(double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        low = Math.min(low, value);
        high = Math.max(high, value);
        if (++count == piece) {
            takePiece();
        }
        if (pieces >= LEAST_PIECES) {
            // != itself is true for NaN alone
            bottom = bottom != bottom ? lowest : Math.min(value, bottom + glide * (lowest - bottom));
            top = top != top ? highest : Math.max(value, top + glide * (highest - top));
        }
    }

    private void takePiece() {
        int at = (int) (pieces++ % PIECES);
        lows[at] = low;
        highs[at] = high;
        lowest = Double.POSITIVE_INFINITY;
        highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < Math.min(pieces, PIECES); i++) {
            lowest = Math.min(lowest, lows[i]);
            highest = Math.max(highest, highs[i]);
        }
        low = Double.POSITIVE_INFINITY;
        high = Double.NEGATIVE_INFINITY;
        count = 0;
    }

    /** 0 at the lowest, 1 at the highest; NaN in the first four seconds, without a range or without a value. */
    double position(double value) {
        double span = Math.max(top, value) - Math.min(bottom, value);
        return span > 0 ? (value - Math.min(bottom, value)) / span : Double.NaN;
    }
}
