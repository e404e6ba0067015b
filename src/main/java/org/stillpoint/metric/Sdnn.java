package org.stillpoint.metric;

import org.stillpoint.signal.Modality;
import org.stillpoint.signal.RrVerdict;

/**
 * SDNN over the last 64 s: standard deviation of the normal beat intervals, divisor n - 1.
 *
 * <p>In: beats. Out: milliseconds; absent as {@link Rmssd}. Not comparable with five minutes: slow swings do not fit in.
 *
 * <p>Source: Task Force of the ESC and NASPE, Circulation 93 (1996) 1043-1065.
 */
final class Sdnn implements Meter {

    static final double WINDOW_SECONDS = 64;

    private final BeatWindow beats = new BeatWindow(WINDOW_SECONDS);
    private double now = Double.NaN;
    private double value = Double.NaN;
    private Absence reason = Absence.NOT_ENOUGH_YET;

    static Measure measure() {
        return Measure.of(
                Measure.Source.HEART,
                new Metric("sdnn", "SDNN, 64 s", "ms", Modality.ECG, WINDOW_SECONDS, ""),
                Sdnn::new);
    }

    @Override
    public void beat(double tSeconds, double rrMillis, RrVerdict verdict) {
        beats.add(tSeconds, rrMillis, verdict);
        value = Double.NaN;
        if (!beats.filled()) {
            reason = Absence.NOT_ENOUGH_YET;
        } else if (beats.correctedShare() > Rmssd.MOST_CORRECTED) {
            reason = Absence.CORRECTED_SHARE;
        } else if (beats.coverage() < Rmssd.LEAST_COVERED) {
            reason = Absence.ARTEFACTS;
        } else {
            reason = Absence.NONE;
            value = deviation();
        }
    }

    private double deviation() {
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
