package org.stillpoint.care;

import java.util.Arrays;

/**
 * How a measure lay over a stretch of time, one value a second.
 *
 * @param median NaN = absent, then {@code reason} says why
 * @param low a tenth of the seconds lay under it; NaN under ten seconds with a value
 * @param high a tenth lay over it; NaN under ten seconds with a value
 * @param seconds how many seconds had a value
 * @param usablePercent their share of the stretch, holds and marked disturbances left out of both; NaN of no stretch
 * @param reason why there is no median, in words; empty when there is one
 */
public record Spread(double median, double low, double high, int seconds, double usablePercent, String reason) {

    /** Where there is no such stretch. */
    public static final Spread NONE = new Spread(Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN, "no such stretch");

    /** Fewer seconds say nothing. */
    public static final int LEAST_SECONDS = 5;

    /** With a smaller share of the stretch, the rest of it would be guessed. */
    public static final double LEAST_USABLE_PERCENT = 50;

    private static final int LEAST_FOR_TENTHS = 10;

    /**
     * @param values one a second, NaN where there was none
     * @param mostlyBecause why there was none, where that is known; else empty
     */
    public static Spread of(double[] values, String mostlyBecause) {
        if (values.length == 0) {
            return NONE;
        }
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        int n = sorted.length;
        double usable = 100.0 * n / values.length;
        if (n == 0) {
            return absent(0, usable, mostlyBecause.isEmpty() ? "it was never there" : mostlyBecause);
        }
        if (n < LEAST_SECONDS) {
            return absent(n, usable, "needs " + LEAST_SECONDS + " s");
        }
        if (usable < LEAST_USABLE_PERCENT) {
            return absent(n, usable, "less than half of it could be used");
        }
        double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        boolean tenths = n >= LEAST_FOR_TENTHS;
        return new Spread(
                median,
                tenths ? rank(sorted, 0.1) : Double.NaN,
                tenths ? rank(sorted, 0.9) : Double.NaN,
                n,
                usable,
                "");
    }

    /** Where no second of it could be taken. */
    public static Spread absent(String reason) {
        return absent(0, 0, reason);
    }

    private static Spread absent(int seconds, double usablePercent, String reason) {
        return new Spread(Double.NaN, Double.NaN, Double.NaN, seconds, usablePercent, reason);
    }

    /** Nearest rank. */
    private static double rank(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    public boolean present() {
        return !Double.isNaN(median);
    }
}
