package org.stillpoint.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a row of breaths into steady stretches; see {@link BreathFigures}. */
final class BreathStretches {

    /** So many breaths on each side say what is usual there. */
    private static final int SIDE = 5;

    private static final double HELD = 2;
    private static final double LENGTH_CHANGE = StrictMath.log(1.25);
    private static final double DEPTH_CHANGE = StrictMath.log(1.33);

    private BreathStretches() {}

    /** Where each stretch ends: the place of the first breath after it. */
    static List<Integer> ends(double[] lengths, double[] depths) {
        List<Integer> ends = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < lengths.length; i++) {
            boolean held = i >= 1
                    && i + 1 < lengths.length
                    && lengths[i] > HELD * middle(lengths, Math.max(from, i - SIDE), i)
                    && lengths[i] > HELD * middle(lengths, i + 1, Math.min(lengths.length, i + 1 + SIDE));
            if (held) {
                changes(ends, lengths, depths, from, i + 1);
                from = i + 1;
            }
        }
        changes(ends, lengths, depths, from, lengths.length);
        return ends;
    }

    /** Adds the ends of the stretches between two places, the last of them {@code to}. */
    private static void changes(List<Integer> ends, double[] lengths, double[] depths, int from, int to) {
        int start = from;
        double most = 0;
        int at = -1;
        for (int i = from + SIDE; i <= to - SIDE + 1; i++) {
            boolean judged = i <= to - SIDE && i - start >= SIDE;
            double change = judged ? change(lengths, depths, start, i, to) : 0;
            if (change > 1) {
                at = change > most ? i : at;
                most = Math.max(most, change);
            } else if (at >= 0) {
                start = sharpest(lengths, depths, start, at, to);
                ends.add(start);
                most = 0;
                at = -1;
            }
        }
        ends.add(to);
    }

    /** The larger of both changes at a place, 1 = as much as counts. */
    private static double change(double[] lengths, double[] depths, int from, int at, int to) {
        double length = step(lengths, from, at, to) / LENGTH_CHANGE;
        return Math.max(length, step(depths, from, at, to) / DEPTH_CHANGE);
    }

    private static double step(double[] x, int from, int at, int to) {
        double before = middle(x, Math.max(from, at - SIDE), at);
        double after = middle(x, at, Math.min(to, at + SIDE));
        return Math.abs(StrictMath.log(after / before));
    }

    /** Near a change medians agree for a few breaths: there the place where each breath lies nearest to its side's. */
    private static int sharpest(double[] lengths, double[] depths, int from, int about, int to) {
        int low = Math.max(from, about - SIDE);
        int high = Math.min(to, about + SIDE);
        double least = Double.POSITIVE_INFINITY;
        int best = about;
        for (int i = about - SIDE / 2; i <= about + SIDE / 2; i++) {
            double off = off(lengths, low, i, high) + off(depths, low, i, high);
            if (off < least) {
                least = off;
                best = i;
            }
        }
        return best;
    }

    private static double off(double[] x, int from, int at, int to) {
        double before = middle(x, from, at);
        double after = middle(x, at, to);
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += Math.abs(StrictMath.log(x[i] / (i < at ? before : after)));
        }
        return sum;
    }

    private static double middle(double[] x, int from, int to) {
        return IntervalFigures.median(Arrays.copyOfRange(x, from, to));
    }
}
