package org.stillpoint.metric;

import java.util.function.ToDoubleFunction;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.RrVerdict;

/**
 * A figure of heart rate variability over the normal beat intervals of the last 64 s.
 *
 * <p>In: beats. Out: milliseconds; absent until beats have come for 64 s, where over 5 % of the intervals had to be left out
 * or under 80 % of the time is covered, and 2.5 s after the last beat. Not comparable with five minutes: slow swings do not
 * fit in.
 *
 * <p>Source of the formulas: Task Force of the ESC and NASPE, Circulation 93 (1996) 1043-1065.
 */
final class Variability implements Meter {

    static final double WINDOW_SECONDS = 64;
    static final double MOST_CORRECTED = 0.05;
    static final double LEAST_COVERED = 0.8;

    private final ToDoubleFunction<BeatWindow> formula;
    private final BeatWindow beats = new BeatWindow(WINDOW_SECONDS);
    private double now = Double.NaN;
    private double value = Double.NaN;
    private Absence reason = Absence.NOT_ENOUGH_YET;

    private Variability(ToDoubleFunction<BeatWindow> formula) {
        this.formula = formula;
    }

    /** Root mean square of successive differences, only between true neighbours that are both normal. */
    static Measure rmssd() {
        return measure("rmssd", "RMSSD", Variability::rootMeanSquareOfDifferences);
    }

    /** Standard deviation of the normal intervals, divisor n - 1. */
    static Measure sdnn() {
        return measure("sdnn", "SDNN, 64 s", Variability::deviation);
    }

    private static Measure measure(String id, String name, ToDoubleFunction<BeatWindow> formula) {
        return Measure.of(
                Measure.Source.HEART,
                new Metric(id, name, "ms", Modality.ECG, WINDOW_SECONDS, ""),
                () -> new Variability(formula));
    }

    @Override
    public void beat(double tSeconds, double rrMillis, RrVerdict verdict) {
        beats.add(tSeconds, rrMillis, verdict);
        value = Double.NaN;
        if (!beats.filled()) {
            reason = Absence.NOT_ENOUGH_YET;
        } else if (beats.correctedShare() > MOST_CORRECTED) {
            reason = Absence.CORRECTED_SHARE;
        } else if (beats.coverage() < LEAST_COVERED) {
            reason = Absence.ARTEFACTS;
        } else {
            reason = Absence.NONE;
            value = formula.applyAsDouble(beats);
        }
    }

    private static double rootMeanSquareOfDifferences(BeatWindow beats) {
        double sum = 0;
        int n = 0;
        for (int i = 1; i < beats.count(); i++) {
            if (beats.normal(i) && beats.normal(i - 1)) {
                double d = beats.interval(i) - beats.interval(i - 1);
                sum += d * d;
                n++;
            }
        }
        return n == 0 ? Double.NaN : Math.sqrt(sum / n);
    }

    private static double deviation(BeatWindow beats) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < beats.count(); i++) {
            if (beats.normal(i)) {
                sum += beats.interval(i);
                n++;
            }
        }
        double mean = sum / n;
        double squares = 0;
        for (int i = 0; i < beats.count(); i++) {
            if (beats.normal(i)) {
                squares += (beats.interval(i) - mean) * (beats.interval(i) - mean);
            }
        }
        return Math.sqrt(squares / (n - 1));
    }

    @Override
    public void advance(double tSeconds) {
        now = tSeconds;
    }

    @Override
    public double value() {
        return reason() == Absence.NONE ? value : Double.NaN;
    }

    @Override
    public Absence reason() {
        return now - beats.newest() > HeartRate.STALE_SECONDS ? Absence.STALE : reason;
    }

    @Override
    public double correctedShare() {
        return beats.correctedShare();
    }

    @Override
    public void reset() {
        beats.clear();
        value = Double.NaN;
        now = Double.NaN;
        reason = Absence.NOT_ENOUGH_YET;
    }
}
