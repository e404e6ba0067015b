package org.stillpoint.training;

/**
 * A number and how far it may be off.
 *
 * @param value NaN = absent
 * @param error its standard error; NaN = not known
 */
public record Estimate(double value, double error) {

    /** There is no number. */
    public static final Estimate ABSENT = new Estimate(Double.NaN, Double.NaN);

    /** Mean of the first {@code count} values and its standard error over them; absent without a value. */
    static Estimate mean(double[] values, int count) {
        if (count == 0) {
            return ABSENT;
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        double mean = sum / count;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
        }
        return new Estimate(mean, count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1) / count));
    }

    /** Its error as a share of itself. */
    double relativeError() {
        return error / Math.abs(value);
    }

    public boolean present() {
        return value == value;
    }
}
