package org.stillpoint.metric;

import org.stillpoint.signal.LiveSpectrum;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.RrVerdict;

/**
 * How much of the heart's swing is one even wave: power near the largest peak against all the rest, squared.
 *
 * <p>Intervals of the last 64 s at 4 Hz (natural spline, straight line off, periodic Hann window), zeros up to 256 s so that
 * bins lie 1/256 Hz apart; peak = largest bin in 0.04-0.26 Hz; its power = bins within 0.015 Hz; total 0.0033-0.4 Hz; value
 * = (peak / (total - peak)) squared, at most {@value #MOST}. A convention of training programs, not a clinical measure;
 * because of the shorter window it reads lower than {@code welch256.coherence_ratio} of a whole recording. In: beats. Out: a
 * ratio; absent until beats have come for 64 s, with over 5 % of the intervals left out, and 2.5 s after the last beat.
 */
final class HeartRhythm implements Meter {

    static final double WINDOW_SECONDS = 64;
    static final double MOST = 100;

    private static final int SAMPLES = 256;
    private static final int PADDED = 1024;
    private static final double NEAR_HZ = 0.015;

    private final HeartGrid grid = new HeartGrid(SAMPLES, false);
    private final double[] even = new double[SAMPLES];
    private final LiveSpectrum spectrum = new LiveSpectrum(HeartGrid.RATE_HZ, SAMPLES, PADDED);
    private double value = Double.NaN;

    static Measure measure() {
        return Measure.of(
                Measure.Source.HEART,
                new Metric("rhythm", "Rhythm", "ratio", Modality.ECG, WINDOW_SECONDS, "0.0033-0.4 Hz"),
                HeartRhythm::new);
    }

    @Override
    public void beat(double tSeconds, double rrMillis, RrVerdict verdict) {
        grid.beat(tSeconds, rrMillis, verdict);
        value = Double.NaN;
        if (grid.read(even) == Absence.NONE) {
            spectrum.run(even, true);
            value = ratio();
        }
    }

    private double ratio() {
        int peak = spectrum.peakBin(0.04, 0.26);
        double near = 0;
        for (int k = 0; k < spectrum.bins(); k++) {
            near += Math.abs(spectrum.hz(k) - spectrum.hz(peak)) <= NEAR_HZ + 1e-9 ? spectrum.density(k) : 0;
        }
        near *= spectrum.binHz();
        double rest = spectrum.power(0.0033, 0.4) - near;
        if (!(near > 0)) {
            return 0;
        }
        return rest > 0 ? Math.min(MOST, near / rest * (near / rest)) : MOST;
    }

    @Override
    public void advance(double tSeconds) {
        grid.advance(tSeconds);
    }

    @Override
    public double value() {
        return reason() == Absence.NONE ? value : Double.NaN;
    }

    @Override
    public Absence reason() {
        return grid.reason();
    }

    @Override
    public double correctedShare() {
        return grid.correctedShare();
    }

    @Override
    public void reset() {
        grid.clear();
        value = Double.NaN;
    }
}
