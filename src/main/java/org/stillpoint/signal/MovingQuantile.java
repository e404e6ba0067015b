package org.stillpoint.signal;

/** Median, or any quantile, of the newest few values, for the floors above. No allocation after construction; one thread. */
public final class MovingQuantile {

    private final RecentMedian values;

    /** @throws IllegalArgumentException if the size is not positive */
    public MovingQuantile(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a quantile needs room for one value: " + size);
        }
        values = new RecentMedian(size);
    }

    /** Takes a value in, the oldest out; one that is not finite is not taken. */
    public void add(double value) {
        if (Double.isFinite(value)) {
            values.add(value);
        }
    }

    /** The value that a share of all lie under, between neighbours by a straight line; NaN when empty. */
    public double quantile(double share) {
        return values.quantile(share);
    }

    public double median() {
        return values.median();
    }

    public int count() {
        return values.count();
    }

    public void clear() {
        values.clear();
    }
}
