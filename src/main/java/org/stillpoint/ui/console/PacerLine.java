package org.stillpoint.ui.console;

import java.util.Arrays;
import org.stillpoint.training.Feedback;

/**
 * The pacer's dashed line beside a breath. Each column's height follows from the pacer's phase, so that a frame that came
 * late leaves no hole; it spans what the breath spans. JavaFX thread only.
 */
final class PacerLine {

    private static final double CATCH_UP_SECONDS = 5;

    private final LinePlane plane;
    private final double[] levels;
    private final int dash;
    private final int drawn;
    private double low = Double.NaN;
    private double high = Double.NaN;
    private double viewLow;
    private double viewHigh;
    private final int height;

    /** @param before the line at another size, whose heights are kept; null at first */
    PacerLine(int width, int height, double density, PacerLine before) {
        this.plane = new LinePlane(width, height, 1.5 * density);
        this.height = height;
        this.levels = new double[width];
        this.dash = (int) Math.max(2, Math.round(9 * density));
        this.drawn = (int) Math.round(0.56 * dash);
        for (int x = 0; x < width; x++) {
            levels[x] = before == null ? Double.NaN : before.levels[(int) ((long) x * before.levels.length / width)];
        }
    }

    int share(int x, int y) {
        return plane.share(x, y);
    }

    void clear(int from, int to) {
        plane.clear(from, to);
        int last = Math.min(levels.length, to);
        if (from < last) {
            Arrays.fill(levels, Math.max(0, from), last, Double.NaN);
        }
    }

    /** Draws up to the column of the newest sample, back to where the last frame ended. */
    void follow(int column, Feedback newest, double secondsAColumn, TraceScale scale) {
        if (Double.isNaN(low)) {
            fit(scale);
        }
        if (!newest.pacing()) {
            return;
        }
        int at = Math.min(levels.length - 1, column);
        int reach = (int) (Math.min(CATCH_UP_SECONDS, newest.phaseElapsedSeconds()) / secondsAColumn);
        int from = at;
        while (from >= 0 && from > at - reach && Double.isNaN(levels[from])) {
            double back = (at - from) * secondsAColumn;
            double cycles = newest.pacerPhase() - back * newest.pacerRatePerMinute() / 60;
            levels[from] = newest.pacerLevel(cycles - Math.floor(cycles));
            from--;
        }
        draw(Math.max(1, from + 1), at);
    }

    /** Draws all columns again on another scale. */
    void redraw(TraceScale scale) {
        plane.clear(0, levels.length);
        fit(scale);
        draw(1, levels.length - 1);
    }

    private void fit(TraceScale scale) {
        low = scale.lowest();
        high = scale.highest();
        viewLow = scale.low();
        viewHigh = scale.high();
    }

    private void draw(int from, int to) {
        for (int x = from; x <= to; x++) {
            if (x % dash < drawn) {
                plane.segment(x - 0.5, y(levels[x - 1]), x + 0.5, y(levels[x]));
            }
        }
    }

    private double y(double level) {
        return (viewHigh - (low + level * (high - low))) / (viewHigh - viewLow) * height;
    }
}
