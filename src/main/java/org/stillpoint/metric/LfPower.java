package org.stillpoint.metric;

import org.stillpoint.signal.LiveSpectrum;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.RrVerdict;

/**
 * Power of the beat intervals in 0.04-0.15 Hz over the last 64 or 128 s; the name says which, because they cannot be
 * compared with each other nor with five minutes.
 *
 * <p>Intervals at 4 Hz (natural spline, straight line off, periodic Hann window, no padding); sum of the bins {@code 0.04 <=
 * f < 0.15} times their distance. In: beats. Out: ms squared; absent until beats have come for the whole window, with over
 * 5 % of the intervals left out, and 2.5 s after the last beat.
 *
 * <p>Source of the band: Task Force of the ESC and NASPE, Circulation 93 (1996) 1043-1065.
 */
final class LfPower implements Meter {

    private final HeartGrid grid;
    private final double[] even;
    private final LiveSpectrum spectrum;
    private double value = Double.NaN;

    private LfPower(int samples) {
        grid = new HeartGrid(samples, false);
        even = new double[samples];
        spectrum = new LiveSpectrum(HeartGrid.RATE_HZ, samples, samples);
    }

    /** @param seconds 64 or 128 */
    static Measure over(int seconds) {
        return Measure.of(
                Measure.Source.HEART,
                new Metric(
                        "lf_" + seconds, "LF power, " + seconds + " s", "ms²", Modality.ECG, seconds, "0.04-0.15 Hz"),
                () -> new LfPower((int) (seconds * HeartGrid.RATE_HZ)));
    }

    @Override
    public void beat(double tSeconds, double rrMillis, RrVerdict verdict) {
        grid.beat(tSeconds, rrMillis, verdict);
        value = Double.NaN;
        if (grid.read(even) == Absence.NONE) {
            spectrum.run(even, true);
            value = spectrum.power(0.04, 0.15);
        }
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
