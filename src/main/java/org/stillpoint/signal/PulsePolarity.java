package org.stillpoint.signal;

/**
 * Finds which way up a pulse wave is: it rises faster than it falls, and its crest is shorter than its foot.
 *
 * <p>Both are skewnesses, taken over half a minute of values that are cut at three times the usual size, so that one
 * jerk of the hand cannot turn the signal over. The answer changes only against clear evidence. One thread.
 */
final class PulsePolarity {

    private static final double MEMORY_SECONDS = 30;
    private static final double SIZE_SECONDS = 4;
    private static final double CUT = 3;
    private static final double CLEAR = 0.4;

    private final double share;
    private final double sizeShare;
    private double slopeSize;
    private double valueSize;
    private double slopeSkew;
    private double valueSkew;
    private double sign = 1;
    private long seen;
    private final long learning;

    PulsePolarity(double rateHz) {
        share = 1 / (MEMORY_SECONDS * rateHz);
        sizeShare = 1 / (SIZE_SECONDS * rateHz);
        learning = (long) (SIZE_SECONDS * rateHz);
    }

    /** +1 when a pulse goes up, -1 when it goes down. */
    double step(double value, double slope) {
        seen++;
        // quick in the beginning, then slow: a mean over what there is
        double now = Math.max(share, 1.0 / seen);
        double nowSize = Math.max(sizeShare, 1.0 / seen);
        double slopes = cut(slope * slope, slopeSize);
        double values = cut(value * value, valueSize);
        slopeSize += nowSize * (slopes - slopeSize);
        valueSize += nowSize * (values - valueSize);
        slopeSkew += now * (cube(slope, slopeSize) - slopeSkew);
        valueSkew += now * (cube(value, valueSize) - valueSkew);
        double evidence = slopeSkew + valueSkew;
        if (seen < learning || evidence * sign < -CLEAR) {
            sign = evidence < 0 ? -1 : 1;
        }
        return sign;
    }

    private double cut(double square, double usual) {
        return seen > learning / 4 ? Math.min(square, CUT * CUT * usual + Double.MIN_NORMAL) : square;
    }

    private static double cube(double value, double meanSquare) {
        if (!(meanSquare > 0)) {
            return 0;
        }
        double z = value / Math.sqrt(meanSquare);
        z = Math.max(-CUT, Math.min(CUT, z));
        return z * z * z;
    }
}
