package org.stillpoint.metric;

import org.stillpoint.signal.Modality;
import org.stillpoint.signal.RrVerdict;

/**
 * Share of the beat intervals of the last 64 s that no measure uses, because they touch a beat out of turn or a poor signal.
 *
 * <p>In: beats. Out: percent of the intervals that were judged; absent until beats have come for 64 s and 2.5 s after the
 * last one. Over 5 % the measures of variability give no number.
 */
final class CorrectedBeats implements Meter {

    static final double WINDOW_SECONDS = 64;

    private final BeatWindow beats = new BeatWindow(WINDOW_SECONDS);
    private double now = Double.NaN;

    static Measure measure() {
        return Measure.of(
                Measure.Source.HEART,
                new Metric("corrected_beats", "Beats left out", "%", Modality.ECG, WINDOW_SECONDS, ""),
                CorrectedBeats::new);
    }

    @Override
    public void beat(double tSeconds, double rrMillis, RrVerdict verdict) {
        beats.add(tSeconds, rrMillis, verdict);
    }

    @Override
    public void advance(double tSeconds) {
        now = tSeconds;
    }

    @Override
    public double value() {
        return reason() == Absence.NONE ? 100 * beats.correctedShare() : Double.NaN;
    }

    @Override
    public Absence reason() {
        if (now - beats.newest() > HeartRate.STALE_SECONDS) {
            return Absence.STALE;
        }
        double share = beats.filled() ? beats.correctedShare() : Double.NaN;
        return share == share ? Absence.NONE : Absence.NOT_ENOUGH_YET;
    }

    @Override
    public double correctedShare() {
        return beats.correctedShare();
    }

    @Override
    public void reset() {
        beats.clear();
        now = Double.NaN;
    }
}
