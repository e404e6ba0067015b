package org.stillpoint.report;

import java.util.Arrays;

/**
 * A curve as it grows, thinned to what a screen can show: each piece of it is told by its lowest and its highest point, so
 * that no swing is lost. NaN is a break. One thread.
 */
final class Curve {

    private double[] seconds = new double[1024];
    private double[] values = new double[1024];
    private int count;

    void add(double tSeconds, double value) {
        if (count == values.length) {
            seconds = Arrays.copyOf(seconds, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        seconds[count] = tSeconds;
        values[count++] = value;
    }

    /** The curve with this many points at most. */
    Curve thinned(int most) {
        if (count <= most) {
            return this;
        }
        int pieces = Math.max(1, most / 2);
        Curve thin = new Curve();
        for (int piece = 0; piece < pieces; piece++) {
            int from = (int) ((long) count * piece / pieces);
            int to = (int) ((long) count * (piece + 1) / pieces);
            int low = from;
            int high = from;
            int missing = 0;
            for (int i = from; i < to; i++) {
                missing += Double.isNaN(values[i]) ? 1 : 0;
                low = Double.isNaN(values[low]) || values[i] < values[low] ? i : low;
                high = Double.isNaN(values[high]) || values[i] > values[high] ? i : high;
            }
            if (2 * missing > to - from) {
                thin.add(seconds[from], Double.NaN);
                continue;
            }
            thin.add(seconds[Math.min(low, high)], values[Math.min(low, high)]);
            if (low != high) {
                thin.add(seconds[Math.max(low, high)], values[Math.max(low, high)]);
            }
        }
        return thin;
    }

    double[] seconds() {
        return Arrays.copyOf(seconds, count);
    }

    double[] values() {
        return Arrays.copyOf(values, count);
    }
}
