package org.stillpoint.app;

import java.util.Arrays;

/** Numbers as they come. */
final class NumberList {

    private double[] values = new double[1024];
    private int count;

    void add(double[] from, int n) {
        if (count + n > values.length) {
            values = Arrays.copyOf(values, Math.max(2 * values.length, count + n));
        }
        System.arraycopy(from, 0, values, count, n);
        count += n;
    }

    /** All from the first to the last finite one, times a factor; NaN between where there is none. */
    double[] span(double factor) {
        int from = 0;
        int to = count;
        while (from < to && !Double.isFinite(values[from])) {
            from++;
        }
        while (to > from && !Double.isFinite(values[to - 1])) {
            to--;
        }
        double[] span = Arrays.copyOfRange(values, from, to);
        for (int i = 0; i < span.length; i++) {
            span[i] = Double.isFinite(span[i]) ? span[i] * factor : Double.NaN;
        }
        return span;
    }

    /** Those that are finite, times a factor. */
    double[] finite(double factor) {
        return Arrays.stream(values, 0, count)
                .map(value -> value * factor)
                .filter(Double::isFinite)
                .toArray();
    }
}
