package org.stillpoint.metric;

import java.util.Arrays;
import org.stillpoint.signal.LiveSpectrum;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.RrVerdict;

/**
 * An estimate of the breathing rate from the heart alone, for sessions without a belt: the frequency at which the beat
 * intervals, and the heights of the R or pulse waves where there are any, swing with the breath.
 *
 * <p>Each over its last 64 s at 4 Hz (natural spline, straight line off, periodic Hann window, zeros up to 256 s); each bin
 * weighted by its frequency, because slow waves of the circulation are larger than those of quick breathing; each spectrum
 * divided by its sum over 0.065-0.5 Hz; mean of the two; largest bin, placed between bins by a parabola. In: beats with
 * their heights. Out: breaths a minute, an estimate; absent as {@link HeartRhythm}, and where less lies within 0.03 Hz of
 * that bin than 40 % (intervals alone: half) of the whole: then no single rate stands out; nor where another
 * frequency has over half as much: then the two disagree. Rates over half the heart rate cannot be seen; a
 * person whose waves swing twice a breath is read at twice the rate.
 *
 * <p>Source of the idea: Karlen, Raman, Ansermino and Dumont, IEEE Transactions on Biomedical Engineering 60 (2013)
 * 1946-1953; the fusion and its limits are our own.
 */
final class BreathEstimate implements Meter {

    static final double WINDOW_SECONDS = 64;

    private static final int SAMPLES = 256;
    private static final int PADDED = 1024;
    private static final double LOW_HZ = 0.065;
    private static final double HIGH_HZ = 0.5;
    private static final double NEAR_HZ = 0.03;
    private static final double LEAST_SHARE = 0.4;
    private static final double RIVAL_SHARE = 0.5;
    private static final double LEAST_SHARE_ALONE = 0.5;

    private final HeartGrid grid = new HeartGrid(SAMPLES, false);
    private final double[] even = new double[SAMPLES];
    private final LiveSpectrum spectrum = new LiveSpectrum(HeartGrid.RATE_HZ, SAMPLES, PADDED);
    private final BeatHeights heights = new BeatHeights(SAMPLES);
    private final double[] whole = new double[spectrum.bins()];
    private double height = Double.NaN;
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
    public void height(double value) {
        height = value;
    }

    @Override
    public void beat(double tSeconds, double rrMillis, RrVerdict verdict) {
        grid.beat(tSeconds, rrMillis, verdict);
        heights.add(tSeconds, verdict == RrVerdict.NORMAL ? height : Double.NaN);
        height = Double.NaN;
        value = Double.NaN;
        reason = grid.read(even);
        if (reason == Absence.NONE) {
            Arrays.fill(whole, 0);
            boolean clear = take();
            boolean both = heights.read(even) && take();
            value = clear ? perMinute(both ? 2 : 1, both ? LEAST_SHARE : LEAST_SHARE_ALONE) : Double.NaN;
            reason = value == value ? Absence.NONE : Absence.UNCLEAR;
        }
    }

    private boolean inside(int bin) {
        return bin > 0 && bin < spectrum.bins() - 1 && spectrum.hz(bin) >= LOW_HZ && spectrum.hz(bin) < HIGH_HZ;
    }

    /** Adds the weighted spectrum of the grid, divided by its sum; false when there is nothing in it. */
    private boolean take() {
        spectrum.run(even, true);
        double total = 0;
        for (int k = 0; k < whole.length; k++) {
            total += inside(k) ? spectrum.density(k) * spectrum.hz(k) : 0;
        }
        for (int k = 0; k < whole.length && total > 0; k++) {
            whole[k] += spectrum.density(k) * spectrum.hz(k) / total;
        }
        return total > 0;
    }

    private double near(int bin) {
        int reach = (int) (NEAR_HZ / spectrum.binHz());
        double sum = 0;
        for (int k = Math.max(1, bin - reach); k <= Math.min(whole.length - 2, bin + reach); k++) {
            sum += whole[k];
        }
        return sum;
    }

    private double perMinute(int spectra, double least) {
        int peak = 1;
        for (int k = 1; k < whole.length - 1; k++) {
            peak = inside(k) && (!inside(peak) || whole[k] > whole[peak]) ? k : peak;
        }
        double near = near(peak);
        double second = 0;
        for (int k = 1; k < whole.length - 1; k++) {
            boolean apart = inside(k) && Math.abs(spectrum.hz(k) - spectrum.hz(peak)) > 2 * NEAR_HZ;
            second = apart ? Math.max(second, near(k)) : second;
        }
        double before = whole[peak - 1];
        double after = whole[peak + 1];
        boolean top = whole[peak] >= before && whole[peak] >= after;
        if (!(near >= least * spectra) || second > RIVAL_SHARE * near || !top) {
            return Double.NaN;
        }
        double bend = before - 2 * whole[peak] + after;
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
        heights.clear();
        height = Double.NaN;
        value = Double.NaN;
        reason = Absence.NOT_ENOUGH_YET;
    }
}
