package org.stillpoint.metric;

import org.stillpoint.signal.LiveSpectrum;

/**
 * Mean or median frequency of a muscle, mean of the last five windows of one second; or its slope over the contraction, up
 * to a minute, which falls as the muscle tires.
 *
 * <p>Windows of 1 s without overlap, mean off, periodic Hann window, zeros up to a power of two; 20 Hz to the smallest of 450
 * Hz, half the rate less 1 and the channel's band; the median is placed within its bin by the running sum. A contraction goes
 * on while the RMS of its windows stays within half and twice their median. In: filtered values. Out: Hz, or Hz a minute;
 * absent until five (slope: twenty) windows have come, while a second with missing values is in the way, under three noise
 * floors, and for an envelope, which has no frequencies.
 *
 * <p>Source: De Luca, Crit. Rev. Biomed. Eng. 11 (1984) 251-279.
 */
final class MuscleFrequency implements Meter {

    private enum Kind {
        MEAN,
        MEDIAN,
        MEAN_SLOPE,
        MEDIAN_SLOPE
    }

    private static final double LOW_HZ = 20;
    private static final double HIGH_HZ = 450;
    private static final int SLOPE_WINDOWS = 60;
    private static final int LEAST_SLOPE_WINDOWS = 20;
    private static final int MEAN_WINDOWS = 5;
    private static final int LONGEST_WINDOW = 4096;

    private final Kind kind;
    private final double highHz;
    private final double least;
    private final MuscleBlocks blocks;
    private final double[] window;
    private final LiveSpectrum spectrum;
    private final ContractionRun run = new ContractionRun(SLOPE_WINDOWS);
    private int at;
    private boolean whole = true;
    private Absence reason = Absence.NOT_ENOUGH_YET;

    private MuscleFrequency(Ground ground, Kind kind) {
        this.kind = kind;
        double rateHz = ground.rateHz();
        int samples = (int) Math.round(rateHz);
        EmgBand band = ground.band();
        highHz = Math.min(HIGH_HZ, Math.min(rateHz / 2 - 1, band.known() ? band.highHz() : 0));
        boolean possible = samples >= 8 && samples <= LONGEST_WINDOW && highHz > LOW_HZ + 10;
        least = 3 * ground.floorMicrovolts();
        blocks = new MuscleBlocks(ground, 1);
        window = possible ? new double[samples] : null;
        spectrum = possible ? new LiveSpectrum(rateHz, samples, LiveSpectrum.padded(samples)) : null;
    }

    static Measure mean() {
        return kind("muscle_mean_hz", "mean frequency", "Hz", MEAN_WINDOWS, Kind.MEAN);
    }

    static Measure median() {
        return kind("muscle_median_hz", "median frequency", "Hz", MEAN_WINDOWS, Kind.MEDIAN);
    }

    static Measure meanSlope() {
        return kind("muscle_mean_slope", "mean frequency slope", "Hz/min", SLOPE_WINDOWS, Kind.MEAN_SLOPE);
    }

    static Measure medianSlope() {
        return kind("muscle_median_slope", "median frequency slope", "Hz/min", SLOPE_WINDOWS, Kind.MEDIAN_SLOPE);
    }

    private static Measure kind(String id, String words, String unit, double seconds, Kind kind) {
        return new MuscleKind(id, words, unit, seconds, g -> new MuscleFrequency(g, kind));
    }

    @Override
    public void step(double sample, double tSeconds) {
        boolean ended = blocks.step(sample, tSeconds);
        if (window == null) {
            return;
        }
        boolean there = Math.abs(sample) < 1e150;
        whole &= there;
        window[at++] = there ? sample : 0;
        if (ended) {
            at = 0;
            take();
            whole = true;
        }
    }

    private void take() {
        if (!whole || blocks.rms() != blocks.rms()) {
            run.clear();
            reason = Absence.ARTEFACTS;
            return;
        }
        if (!(blocks.rms() > least)) {
            run.clear();
            reason = Absence.SENSOR_LIMIT;
            return;
        }
        spectrum.run(window, false);
        run.add(frequency(), blocks.rms());
        int needed = kind == Kind.MEAN || kind == Kind.MEDIAN ? MEAN_WINDOWS : LEAST_SLOPE_WINDOWS;
        reason = run.count() >= needed ? Absence.NONE : Absence.NOT_ENOUGH_YET;
    }

    private double frequency() {
        double total = 0;
        double moment = 0;
        for (int k = 0; k < spectrum.bins(); k++) {
            if (inside(k)) {
                total += spectrum.density(k);
                moment += spectrum.hz(k) * spectrum.density(k);
            }
        }
        if (kind == Kind.MEAN || kind == Kind.MEAN_SLOPE) {
            return moment / total;
        }
        double sum = 0;
        for (int k = 0; k < spectrum.bins(); k++) {
            if (inside(k) && sum + spectrum.density(k) >= total / 2) {
                double share = (total / 2 - sum) / spectrum.density(k);
                return spectrum.hz(k) + (share - 0.5) * spectrum.binHz();
            }
            sum += inside(k) ? spectrum.density(k) : 0;
        }
        return Double.NaN;
    }

    private boolean inside(int k) {
        return spectrum.hz(k) >= LOW_HZ - 1e-9 && spectrum.hz(k) <= highHz + 1e-9;
    }

    @Override
    public double value() {
        if (reason() != Absence.NONE) {
            return Double.NaN;
        }
        return kind == Kind.MEAN || kind == Kind.MEDIAN ? run.mean(MEAN_WINDOWS) : run.slope() * 60;
    }

    @Override
    public Absence reason() {
        if (window == null) {
            return Absence.NO_REFERENCE;
        }
        return blocks.reason() == Absence.NONE ? reason : blocks.reason();
    }

    @Override
    public void reset() {
        blocks.clear();
        run.clear();
        at = 0;
        whole = true;
        reason = Absence.NOT_ENOUGH_YET;
    }
}
