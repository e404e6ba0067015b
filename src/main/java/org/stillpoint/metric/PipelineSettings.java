package org.stillpoint.metric;

/**
 * What a person may choose about the chain.
 *
 * @param mainsHz 50 or 60; where the notch is
 * @param emgWindowSeconds window of the muscle's feedback value, 0.05 … 2
 */
public record PipelineSettings(double mainsHz, double emgWindowSeconds) {

    /** 50 Hz, a quarter of a second. */
    public static final PipelineSettings USUAL = new PipelineSettings(50, 0.25);

    public PipelineSettings {
        if (!(mainsHz > 0) || !(emgWindowSeconds > 0) || emgWindowSeconds > 10) {
            throw new IllegalArgumentException("mains " + mainsHz + " Hz, window " + emgWindowSeconds + " s");
        }
    }
}
