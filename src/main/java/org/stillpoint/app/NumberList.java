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

    /** Those that are finite, times a factor. */
    double[] finite(double factor) {
        return Arrays.stream(values, 0, count)
                .map(value -> value * factor)
                .filter(Double::isFinite)
                .toArray();
    }
}
