package org.stillpoint.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Puts rows into their place in time by the column {@code t_s}: rows that are missing become rows without values, and rows
 * whose time has been already are left out.
 *
 * <p>The clock runs with the rate and follows the times slowly, so that their rounding does not shake the beats. Times
 * count from the first row on. One thread.
 */
final class RowClock {

    /** So many seconds without values tell every detector that it was a gap; the rest of a long one is skipped. */
    private static final double MOST_SECONDS = 20;

    private static final double FOLLOW_SAMPLES = 100;

    /** Times that lie so near to their place, in samples, are only rounded. */
    private static final double NEAR_SAMPLES = 0.1;

    private final int timeColumn;
    private final int numberColumns;
    private final int wordColumns;
    private final double rateHz;
    private final double loose;
    private final double follow;
    private final Consumer<RowBlock> sink;
    private RowBlock out;
    private double start = Double.NaN;
    private double base;
    private long count;
    private double now;
    private double newest = Double.NEGATIVE_INFINITY;
    private long gaps;
    private double gapSeconds;
    private long back;
    private double backFrom;
    private double backTo;

    /** @param timeColumn place of {@code t_s} among the numbers */
    RowClock(int timeColumn, int numberColumns, int wordColumns, StampedRate rate, Consumer<RowBlock> sink) {
        this.timeColumn = timeColumn;
        this.numberColumns = numberColumns;
        this.wordColumns = wordColumns;
        rateHz = rate.rateHz();
        loose = rate.looseSamples() / rateHz;
        follow = 1 / Math.max(FOLLOW_SAMPLES, 10 * rate.bunchSamples());
        this.sink = sink;
        out = new RowBlock(numberColumns, wordColumns);
    }

    void take(RowBlock block) {
        double[] t = block.numbers(timeColumn);
        for (int row = 0; row < block.rows(); row++) {
            place(block, row, t[row]);
        }
    }

    private void place(RowBlock block, int row, double stamp) {
        if (start != start) {
            if (!Double.isFinite(stamp)) {
                return;
            }
            start = stamp;
        }
        double expected = base + count / rateHz;
        double off = Double.isFinite(stamp) ? stamp - start - expected : 0;
        if (off < -loose) {
            if (back++ == 0) {
                backFrom = newest;
                backTo = stamp;
            }
            return;
        }
        if (off > loose) {
            gap(off);
            base += off;
        } else {
            double near = NEAR_SAMPLES / rateHz;
            base += follow * (off > near ? off - near : Math.min(0, off + near));
        }
        now = base + count++ / rateHz;
        newest = Double.isFinite(stamp) ? stamp : newest;
        put(block, row, now);
    }

    private void gap(double seconds) {
        gaps++;
        gapSeconds += seconds;
        long missing = Math.round(seconds * rateHz);
        long shown = Math.min(missing, (long) (MOST_SECONDS * rateHz));
        for (long i = 1; i <= shown; i++) {
            put(null, 0, now + i / rateHz);
        }
    }

    private void put(RowBlock block, int row, double time) {
        out.take(block, row, time);
        if (out.full()) {
            sink.accept(out);
            out = new RowBlock(numberColumns, wordColumns);
        }
    }

    void end() {
        sink.accept(out);
    }

    /** The time of the first row as the table has it. */
    double start() {
        return start == start ? start : 0;
    }

    /** Sentences on gaps and on times that go back. */
    List<String> complaints() {
        List<String> out = new ArrayList<>();
        if (gaps > 0) {
            out.add("t_s has " + gaps + (gaps == 1 ? " gap" : " gaps") + " of " + Seconds.text(gapSeconds, 3)
                    + " s together; nothing is measured across one.");
        }
        if (back > 0) {
            out.add("t_s stands still or goes back, first from " + Seconds.text(backFrom, 3) + " to "
                    + Seconds.text(backTo, 3) + ": " + back + " rows whose time has been already are left out.");
        }
        return out;
    }
}
