package org.stillpoint.metric;

/**
 * What a person may choose about the chain.
 *
 * @param mainsHz 50 or 60; where the notch is
 * @param emgWindowSeconds window of the muscle's feedback value, 0.05 … 2
 * @param restMicrovolts chosen level under which a muscle counts as resting; NaN = three times the noise floor alone
 */
public record PipelineSettings(double mainsHz, double emgWindowSeconds, double restMicrovolts) {

    /** 50 Hz, a quarter of a second. */
    public static final PipelineSettings USUAL = new PipelineSettings(50, 0.25);

    /** Without a chosen level of rest. */
    public PipelineSettings(double mainsHz, double emgWindowSeconds) {
        this(mainsHz, emgWindowSeconds, Double.NaN);
    }

    public PipelineSettings {
        if (!(mainsHz > 0) || !(emgWindowSeconds > 0) || emgWindowSeconds > 10) {
            throw new IllegalArgumentException("mains " + mainsHz + " Hz, window " + emgWindowSeconds + " s");
        }
    }
}
