package org.stillpoint.app;

import java.util.ArrayList;
import java.util.List;

/** All values of one column as numbers in its unit, with the times of their rows. */
final class MuscleSamples {

    private final List<double[]> values = new ArrayList<>();
    private final List<double[]> times = new ArrayList<>();
    private final double rateHz;
    private int rows;

    /** @param rateHz of rows that follow each other evenly; NaN when each has its own time */
    MuscleSamples(double rateHz) {
        this.rateHz = rateHz;
    }

    void add(RowBlock block, int column) {
        values.add(block.numbers(column));
        if (rateHz != rateHz) {
            times.add(block.times());
        }
        rows += block.rows();
    }

    double[] scaled(double factor) {
        double[] out = new double[rows];
        for (int i = 0; i < rows; i++) {
            out[i] = values.get(i / RowBlock.ROWS)[i % RowBlock.ROWS] * factor;
        }
        return out;
    }

    /** How many values lie before a time: figures are made of the values alone, without gaps. */
    int before(double seconds) {
        int count = 0;
        int end = rateHz == rateHz ? (int) Math.min(rows, Math.max(0, seconds * rateHz)) : rows;
        for (int i = 0; i < end; i++) {
            if (rateHz != rateHz && times.get(i / RowBlock.ROWS)[i % RowBlock.ROWS] >= seconds) {
                break;
            }
            count += Double.isFinite(values.get(i / RowBlock.ROWS)[i % RowBlock.ROWS]) ? 1 : 0;
        }
        return count;
    }
}
