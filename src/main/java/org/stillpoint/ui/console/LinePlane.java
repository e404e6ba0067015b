package org.stillpoint.ui.console;

import java.util.Arrays;

/**
 * How much of each pixel lies under a line, 0 … 255: smooth lines drawn segment by segment with round joints.
 *
 * <p>A pixel's share is taken from the distance of its centre to the segment; where segments meet the larger one counts,
 * so that a line drawn in pieces looks as if drawn at once. Short segments are meant: the work is the area of their
 * bounding box. One thread; allocates nothing after construction.
 */
final class LinePlane {

    private final int width;
    private final int height;
    private final byte[] shares;
    private final double halfWidth;

    /** @param lineWidth in pixels */
    LinePlane(int width, int height, double lineWidth) {
        this.width = width;
        this.height = height;
        this.shares = new byte[width * height];
        this.halfWidth = lineWidth / 2;
    }

    /** Share of a pixel under the line, 0 … 255. */
    int share(int x, int y) {
        return shares[x * height + y] & 0xFF;
    }

    /** Wipes columns {@code from} to {@code to}, the latter left out. */
    void clear(int from, int to) {
        int first = Math.max(0, from);
        int last = Math.min(width, to);
        if (first < last) {
            Arrays.fill(shares, first * height, last * height, (byte) 0);
        }
    }

    /** How far a segment reaches beyond its ends, in whole pixels. */
    int reach() {
        return (int) Math.ceil(halfWidth + 0.5);
    }

    /** Draws one segment; what lies outside is cut off, an end that is NaN draws nothing. */
    void segment(double x0, double y0, double x1, double y1) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        if (Double.isNaN(dx) || Double.isNaN(dy)) {
            return;
        }
        double edge = halfWidth + 0.5;
        int left = Math.max(0, (int) Math.floor(Math.min(x0, x1) - edge));
        int right = Math.min(width - 1, (int) Math.ceil(Math.max(x0, x1) + edge));
        int top = Math.max(0, (int) Math.floor(Math.min(y0, y1) - edge));
        int bottom = Math.min(height - 1, (int) Math.ceil(Math.max(y0, y1) + edge));
        double lengthSquare = dx * dx + dy * dy;
        for (int x = left; x <= right; x++) {
            double px = x + 0.5 - x0;
            for (int y = top; y <= bottom; y++) {
                double py = y + 0.5 - y0;
                double along = lengthSquare > 0 ? (px * dx + py * dy) / lengthSquare : 0;
                along = along < 0 ? 0 : along > 1 ? 1 : along;
                double ax = px - along * dx;
                double ay = py - along * dy;
                double square = ax * ax + ay * ay;
                if (square < edge * edge) {
                    int share = (int) (255 * Math.min(1, edge - Math.sqrt(square)));
                    int at = x * height + y;
                    if (share > (shares[at] & 0xFF)) {
                        shares[at] = (byte) share;
                    }
                }
            }
        }
    }
}
