package org.stillpoint.app;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Reads a decimal number from bytes: the same double, bit for bit, as {@link Double#parseDouble}.
 *
 * <p>Digits that make a whole number up to 2^53 and a power of ten up to 22 are both exact doubles, so that one division
 * or multiplication rounds once and correctly; all else goes the long way. Source: W. D. Clinger, How to read floating
 * point numbers accurately, PLDI 1990.
 */
final class ExactDecimal {

    private static final double[] TENS = new double[23];
    private static final Set<String> MISSING =
            Set.of("", "nan", "na", "n/a", "null", "none", "-", "inf", "-inf", "+inf", "infinity", "-infinity");

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = TENS[i - 1] * 10;
        }
    }

    private ExactDecimal() {}

    /** The number in {@code text[from..to)}; NaN when it is none. */
    static double parse(byte[] text, int from, int to) {
        int at = from;
        boolean negative = at < to && text[at] == '-';
        if (negative) {
            at++;
        }
        long digits = 0;
        int count = 0;
        int point = -1;
        for (; at < to; at++) {
            int c = text[at];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                count++;
            } else if (c == '.' && point < 0) {
                point = count;
            } else {
                break;
            }
        }
        int power = point < 0 ? 0 : point - count;
        if (count == 0 || count > 18 || digits > 1L << 53) {
            return slowly(text, from, to);
        }
        if (at < to) {
            int exponent = exponent(text, at, to);
            if (exponent == Integer.MIN_VALUE) {
                return slowly(text, from, to);
            }
            power += exponent;
        }
        if (power < -22 || power > 22) {
            return slowly(text, from, to);
        }
        double value = power < 0 ? digits / TENS[-power] : digits * TENS[power];
        return negative ? -value : value;
    }

    /** The exponent that begins with an e, or the smallest integer where there is none such. */
    private static int exponent(byte[] text, int from, int to) {
        if ((text[from] | 0x20) != 'e' || to - from < 2 || to - from > 5) {
            return Integer.MIN_VALUE;
        }
        int at = from + 1;
        boolean negative = text[at] == '-';
        if (negative || text[at] == '+') {
            at++;
        }
        int value = 0;
        int first = at;
        for (; at < to; at++) {
            if (text[at] < '0' || text[at] > '9') {
                return Integer.MIN_VALUE;
            }
            value = value * 10 + (text[at] - '0');
        }
        return at == first ? Integer.MIN_VALUE : negative ? -value : value;
    }

    private static double slowly(byte[] text, int from, int to) {
        try {
            return to == from
                    ? Double.NaN
                    : Double.parseDouble(new String(text, from, to - from, StandardCharsets.US_ASCII));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    static boolean isNumber(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        double value = parse(bytes, 0, bytes.length);
        return value == value;
    }

    /** Whether a cell that is no number is a usual way to say that there is no value. */
    static boolean meansMissing(String cell) {
        return MISSING.contains(cell.strip().toLowerCase(java.util.Locale.ROOT));
    }
}
