package org.stillpoint.signal;

import java.math.BigInteger;

/**
 * Writes doubles as the shortest decimal that reads back as the same double; of several the nearest.
 *
 * <p>Plain notation from 1e-7 up to below 1e21, with an exponent outside; whole numbers without a point; NaN and
 * infinities as nothing at all, which in a table is an empty cell. Thread-safe; {@code append} allocates nothing.
 *
 * <p>Source: R. Giulietti, The Schubfach way to render doubles, 2020 (sections 8 and 9).
 */
public final class Decimals {

    private static final int LOWEST_POWER = -324;
    private static final int HIGHEST_POWER = 292;
    private static final long LOW_63 = Long.MAX_VALUE;

    /** 126-bit mantissas of the powers of ten, rounded up: high and low 63 bits in turn. */
    private static final long[] POWERS = powers();

    private Decimals() {}

    /** The shortest decimal of a finite number, or an empty text. */
    public static String text(double value) {
        StringBuilder out = new StringBuilder(24);
        append(out, value);
        return out.toString();
    }

    /** Appends the shortest decimal of a finite number, or nothing. */
    public static void append(StringBuilder out, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return;
        }
        if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
            if (value == 0 && 1 / value < 0) {
                out.append('-');
            }
            out.append((long) value);
            return;
        }
        if (value < 0) {
            out.append('-');
        }
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> 52) & 0x7FF;
        long fraction = bits & (1L << 52) - 1;
        shortest(out, exponent == 0 ? fraction : fraction | 1L << 52, Math.max(exponent, 1) - 1075);
    }

    /** Digits and power of ten of mantissa * 2^power: the shortest number inside the rounding interval. */
    private static void shortest(StringBuilder out, long mantissa, int power) {
        boolean evenGap = mantissa != 1L << 52 || power == -1074;
        long odd = mantissa & 1;
        long middle = mantissa << 2;
        // floor(log10(2^power)), or of three quarters of it where the gap below is half as wide
        int k = (int) (power * 661_971_961_083L - (evenGap ? 0 : 274_743_187_321L) >> 41);
        // floor(log2(10^-k))
        int shift = power + (int) (-k * 913_124_641_741L >> 38) + 2;
        int at = -k - LOWEST_POWER << 1;
        long high = POWERS[at];
        long low = POWERS[at + 1];
        long v = scaled(high, low, middle << shift);
        long lower = scaled(high, low, middle - (evenGap ? 2 : 1) << shift) + odd;
        long upper = scaled(high, low, middle + 2 << shift) - odd;
        long s = v >> 2;
        if (s >= 10) {
            long tenDown = s / 10 * 10;
            boolean downFits = lower <= tenDown << 2;
            boolean upFits = tenDown + 10 << 2 <= upper;
            if (downFits != upFits) {
                write(out, downFits ? tenDown : tenDown + 10, k);
                return;
            }
        }
        boolean downFits = lower <= s << 2;
        boolean upFits = s + 1 << 2 <= upper;
        boolean down;
        if (downFits != upFits) {
            down = downFits;
        } else {
            long side = v - (s + s + 1 << 1);
            down = side < 0 || side == 0 && (s & 1) == 0;
        }
        write(out, down ? s : s + 1, k);
    }

    /** Product with a 126-bit power, high part, the last bit sticky. */
    private static long scaled(long high, long low, long factor) {
        long carry = (high * factor >>> 1) + Math.multiplyHigh(low, factor);
        long top = Math.multiplyHigh(high, factor) + (carry >>> 63);
        return top | (carry & LOW_63) + LOW_63 >>> 63;
    }

    private static void write(StringBuilder out, long digits, int power) {
        while (digits % 10 == 0) {
            digits /= 10;
            power++;
        }
        int from = out.length();
        out.append(digits);
        int count = out.length() - from;
        int point = count + power;
        if (point > 21 || point < -6) {
            if (count > 1) {
                out.insert(from + 1, '.');
            }
            out.append('e').append(point - 1);
        } else if (point <= 0) {
            out.insert(from, "0.");
            for (int i = point; i < 0; i++) {
                out.insert(from + 2, '0');
            }
        } else if (point < count) {
            out.insert(from + point, '.');
        } else {
            for (int i = count; i < point; i++) {
                out.append('0');
            }
        }
    }

    private static long[] powers() {
        long[] table = new long[HIGHEST_POWER + 32 - LOWEST_POWER + 1 << 1];
        for (int p = LOWEST_POWER; p <= HIGHEST_POWER + 32; p++) {
            // mantissa g with 2^125 <= g < 2^126: 10^p * 2^-(floor(log2 10^p) - 125), floor plus one
            int r = (int) (p * 913_124_641_741L >> 38) - 125;
            BigInteger ten = BigInteger.TEN.pow(Math.abs(p));
            BigInteger g = p >= 0
                    ? (r >= 0 ? ten.shiftRight(r) : ten.shiftLeft(-r))
                    : BigInteger.ONE.shiftLeft(-r).divide(ten);
            g = g.add(BigInteger.ONE);
            table[p - LOWEST_POWER << 1] = g.shiftRight(63).longValue();
            table[(p - LOWEST_POWER << 1) + 1] = g.longValue() & LOW_63;
        }
        return table;
    }
}
