package org.stillpoint.metric;

import org.stillpoint.signal.LiveSpectrum;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.RrVerdict;

/**
 * An estimate of the breathing rate from the heart alone, for sessions without a belt: the frequency at which the beat
 * intervals swing with the breath.
 *
 * <p>Intervals of the last 64 s at 4 Hz (natural spline, straight line off, periodic Hann window, zeros up to 256 s); each bin
 * weighted by its frequency, because slow waves of the circulation are larger than those of quick breathing; largest bin in
 * 0.065-0.5 Hz, placed between bins by a parabola. In: beats. Out: breaths a minute, an estimate; absent as
 * {@link HeartRhythm}, and where the power within 0.03 Hz of that bin is under half of the weighted power in 0.065-0.5 Hz:
 * then no single rate stands out. Rates over half the heart rate cannot be seen.
 */
final class BreathEstimate implements Meter {

    static final double WINDOW_SECONDS = 64;

    private static final int SAMPLES = 256;
    private static final int PADDED = 1024;
    private static final double LOW_HZ = 0.065;
    private static final double HIGH_HZ = 0.5;
    private static final double NEAR_HZ = 0.03;
    private static final double LEAST_SHARE = 0.5;

    private final HeartGrid grid = new HeartGrid(SAMPLES, false);
    private final double[] even = new double[SAMPLES];
    private final LiveSpectrum spectrum = new LiveSpectrum(HeartGrid.RATE_HZ, SAMPLES, PADDED);
    private double value = Double.NaN;
    private Absence reason = Absence.NOT_ENOUGH_YET;

    static Measure measure() {
        return Measure.of(
                Measure.Source.HEART,
                Measure.Partner.WITHOUT_BELT,
                new Metric(
                        "breathing_rate_estimate",
                        "Breathing rate, estimated from the heart",
                        "/min",
                        Modality.ECG,
                        WINDOW_SECONDS,
                        ""),
                BreathEstimate::new);
    }

    @Override
    public void beat(double tSeconds, double rrMillis, RrVerdict verdict) {
        grid.beat(tSeconds, rrMillis, verdict);
        value = Double.NaN;
        reason = grid.read(even);
        if (reason == Absence.NONE) {
            spectrum.run(even, true);
            value = perMinute();
            reason = value == value ? Absence.NONE : Absence.UNCLEAR;
        }
    }

    private double weighted(int bin) {
        return spectrum.density(bin) * spectrum.hz(bin);
    }

    private double perMinute() {
        int peak = -1;
        double total = 0;
        for (int k = 1; k < spectrum.bins() - 1; k++) {
            if (spectrum.hz(k) >= LOW_HZ && spectrum.hz(k) < HIGH_HZ) {
                total += weighted(k);
                peak = peak < 0 || weighted(k) > weighted(peak) ? k : peak;
            }
        }
        double near = 0;
        for (int k = 1; k < spectrum.bins() - 1; k++) {
            near += Math.abs(spectrum.hz(k) - spectrum.hz(peak)) <= NEAR_HZ ? weighted(k) : 0;
        }
        double before = weighted(peak - 1);
        double after = weighted(peak + 1);
        boolean top = weighted(peak) >= before && weighted(peak) >= after;
        if (!(near >= LEAST_SHARE * total) || !(total > 0) || !top) {
            return Double.NaN;
        }
        double bend = before - 2 * weighted(peak) + after;
        double off = bend < 0 ? 0.5 * (before - after) / bend : 0;
        return 60 * (peak + off) * spectrum.binHz();
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
        return grid.reason() == Absence.STALE ? Absence.STALE : reason;
    }

    @Override
    public double correctedShare() {
        return grid.correctedShare();
    }

    @Override
    public void reset() {
        grid.clear();
        value = Double.NaN;
        reason = Absence.NOT_ENOUGH_YET;
    }
}
