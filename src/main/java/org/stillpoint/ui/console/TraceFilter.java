package org.stillpoint.ui.console;

import org.stillpoint.signal.Modality;

/**
 * What a sample looks like on the screen, and only there: heart signals and muscle without their slow wandering, a belt
 * lightly smoothed, everything else as it is. NaN gives NaN and the state starts afresh after it. One thread.
 */
final class TraceFilter {

    private final double meanShare;
    private final double smoothShare;
    private final double[] squares;
    private double mean = Double.NaN;
    private double smooth = Double.NaN;
    private double squareSum;
    private int filled;
    private int next;

    TraceFilter(Modality modality, double rateHz) {
        double meanSeconds = switch (modality) {
            case ECG -> 0.8;
            case PPG -> 2;
            case EMG -> 0.15;
            default -> 0;
        };
        meanShare = meanSeconds > 0 ? Math.min(1, 1 / (meanSeconds * rateHz)) : 0;
        smoothShare = modality == Modality.RESP || modality == Modality.RESP2 ? Math.min(1, 1 / (0.06 * rateHz)) : 1;
        squares = new double[modality == Modality.EMG ? Math.max(1, (int) Math.round(0.25 * rateHz)) : 1];
    }

    /** The value to be drawn. */
    double step(double value) {
        if (Double.isNaN(value)) {
            mean = Double.NaN;
            smooth = Double.NaN;
            filled = 0;
            squareSum = 0;
            return Double.NaN;
        }
        double level = value;
        if (meanShare > 0) {
            mean = Double.isNaN(mean) ? value : mean + meanShare * (value - mean);
            level -= mean;
        }
        smooth = Double.isNaN(smooth) ? level : smooth + smoothShare * (level - smooth);
        double square = smooth * smooth;
        if (filled == squares.length) {
            squareSum -= squares[next];
        } else {
            filled++;
        }
        squares[next] = square;
        squareSum += square;
        next = (next + 1) % squares.length;
        return smooth;
    }

    /** RMS of the last 250 ms of a muscle; NaN until they are there. */
    double rms() {
        return filled < squares.length ? Double.NaN : Math.sqrt(Math.max(0, squareSum) / filled);
    }
}
