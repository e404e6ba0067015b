package org.stillpoint.signal;

/**
 * Listens for the mains at 50 and 60 Hz: the share of the signal's power that lies there, by Goertzel over half-second
 * blocks. One thread, no allocation in {@link #step}.
 */
final class HumMeter {

    private static final double SHARE = 0.33;
    private static final int BLOCKS = 3;

    private final int block;
    private final boolean possible;
    private final double turn50;
    private final double turn60;
    private double first;
    private double sum;
    private double squares;
    private int count;
    private double a1;
    private double a2;
    private double b1;
    private double b2;
    private int loud50;
    private int loud60;

    HumMeter(double rateHz) {
        block = Math.max(4, (int) Math.round(rateHz / 2));
        possible = rateHz > 125;
        turn50 = 2 * StrictMath.cos(2 * Math.PI * 50 / rateHz);
        turn60 = 2 * StrictMath.cos(2 * Math.PI * 60 / rateHz);
    }

    void step(double value) {
        if (!possible) {
            return;
        }
        if (count == 0) {
            first = value;
        }
        double x = value - first;
        sum += x;
        squares += x * x;
        double a = x + turn50 * a1 - a2;
        a2 = a1;
        a1 = a;
        double b = x + turn60 * b1 - b2;
        b2 = b1;
        b1 = b;
        if (++count < block) {
            return;
        }
        double power = squares / count - sum / count * (sum / count);
        loud50 = louder(loud50, power(a1, a2, turn50), power);
        loud60 = louder(loud60, power(b1, b2, turn60), power);
        sum = 0;
        squares = 0;
        count = 0;
        a1 = 0;
        a2 = 0;
        b1 = 0;
        b2 = 0;
    }

    private double power(double s1, double s2, double turn) {
        return 2 * (s1 * s1 + s2 * s2 - turn * s1 * s2) / ((double) block * block);
    }

    private static int louder(int before, double hum, double all) {
        boolean loud = all > 0 && hum > SHARE * all;
        return loud ? Math.min(BLOCKS + 1, before + 1) : Math.max(0, before - 1);
    }

    boolean loud() {
        return loud50 >= BLOCKS || loud60 >= BLOCKS;
    }

    double humHz() {
        return !loud() ? Double.NaN : loud50 >= loud60 ? 50 : 60;
    }
}
