package org.stillpoint.metric;

/**
 * What a person may choose about the chain; kept with a recording, so that computing it again gives the same.
 *
 * @param mainsHz 50 or 60; where the notch is
 * @param emgWindowSeconds window of the muscle's feedback value, 0.05 … 2
 * @param restMicrovolts chosen level under which a muscle counts as resting; NaN = three times the noise floor alone
 * @param band band of the muscles
 */
public record PipelineSettings(double mainsHz, double emgWindowSeconds, double restMicrovolts, MuscleBand band) {

    /** 50 Hz, a quarter of a second. */
    public static final PipelineSettings USUAL = new PipelineSettings(50, 0.25);

    /** Without a chosen level of rest, in the wide band. */
    public PipelineSettings(double mainsHz, double emgWindowSeconds) {
        this(mainsHz, emgWindowSeconds, Double.NaN, MuscleBand.WIDE);
    }

    public PipelineSettings {
        if (!(mainsHz > 0) || !(emgWindowSeconds > 0) || emgWindowSeconds > 10) {
            throw new IllegalArgumentException("mains " + mainsHz + " Hz, window " + emgWindowSeconds + " s");
        }
        band = band == null ? MuscleBand.WIDE : band;
    }

    /** The same with another band of the muscles. */
    public PipelineSettings with(MuscleBand other) {
        return new PipelineSettings(mainsHz, emgWindowSeconds, restMicrovolts, other);
    }

    /**
     * The same with a level of rest: a share of a reference effort, such as arms held out, which is no full effort and so
     * has no norms.
     *
     * @param percent of the reference
     * @param referenceMicrovolts RMS of the reference in the same band
     * @throws IllegalArgumentException if either is not positive
     */
    public PipelineSettings withRest(double percent, double referenceMicrovolts) {
        if (!(percent > 0 && percent <= 100) || !(referenceMicrovolts > 0)) {
            throw new IllegalArgumentException(percent + " % of " + referenceMicrovolts + " µV is no level of rest");
        }
        return new PipelineSettings(mainsHz, emgWindowSeconds, percent / 100 * referenceMicrovolts, band);
    }
}
