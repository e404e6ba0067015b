package org.stillpoint.device;

import java.nio.charset.StandardCharsets;

/**
 * Reads a decimal number from bytes, equal bit for bit to {@link Double#parseDouble}.
 *
 * <p>Takes {@code [+-] digits [. digits] [e [+-] digits]} with a digit somewhere before the exponent, and nothing else: no
 * blanks, no hexadecimal, no type letter. Up to 15 significant digits and powers of ten up to 22 are exact in doubles
 * and cost no allocation; longer numbers go the long way.
 */
final class DecimalBytes {

    private static final double[] TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private DecimalBytes() {}

    /** Whether the bytes from {@code from} up to {@code to} are one number. */
    static boolean matches(byte[] bytes, int from, int to) {
        int i = afterSign(bytes, from, to);
        int whole = afterDigits(bytes, i, to);
        int digits = whole - i;
        i = whole;
        if (i < to && bytes[i] == '.') {
            int fraction = afterDigits(bytes, i + 1, to);
            digits += fraction - i - 1;
            i = fraction;
        }
        if (digits == 0) {
            return false;
        }
        if (i < to && (bytes[i] | 0x20) == 'e') {
            int exponent = afterSign(bytes, i + 1, to);
            i = afterDigits(bytes, exponent, to);
            if (i == exponent) {
                return false;
            }
        }
        return i == to;
    }

    /** The number that {@link #matches} found; infinite when it is too large for a double. */
    static double parse(byte[] bytes, int from, int to) {
        long mantissa = 0;
        int significant = 0;
        int power = 0;
        boolean fraction = false;
        int i = afterSign(bytes, from, to);
        for (; i < to && (bytes[i] | 0x20) != 'e'; i++) {
            if (bytes[i] == '.') {
                fraction = true;
                continue;
            }
            if (significant > 0 || bytes[i] != '0') {
                significant++;
            }
            if (significant > 15) {
                return theLongWay(bytes, from, to);
            }
            mantissa = mantissa * 10 + bytes[i] - '0';
            power -= fraction ? 1 : 0;
        }
        if (i < to) {
            int at = afterSign(bytes, i + 1, to);
            if (to - at > 4) {
                return theLongWay(bytes, from, to);
            }
            int exponent = 0;
            for (int k = at; k < to; k++) {
                exponent = exponent * 10 + bytes[k] - '0';
            }
            power += bytes[i + 1] == '-' ? -exponent : exponent;
        }
        if (mantissa != 0 && (power < -22 || power > 22)) {
            return theLongWay(bytes, from, to);
        }
        double value = mantissa == 0 ? 0 : power < 0 ? mantissa / TEN[-power] : mantissa * TEN[power];
        return bytes[from] == '-' ? -value : value;
    }

    private static double theLongWay(byte[] bytes, int from, int to) {
        return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    }

    private static int afterSign(byte[] bytes, int from, int to) {
        return from < to && (bytes[from] == '-' || bytes[from] == '+') ? from + 1 : from;
    }

    private static int afterDigits(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        return i;
    }
}
