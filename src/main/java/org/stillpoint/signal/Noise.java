package org.stillpoint.signal;

/**
 * What a channel's front end can and cannot tell apart. All in the channel's unit; NaN where nobody measured it.
 *
 * @param step size of one code
 * @param floor RMS with shorted inputs
 * @param bandLowHz lower edge of the band that the front end really passes
 * @param bandHighHz upper edge
 */
public record Noise(double step, double floor, double bandLowHz, double bandHighHz) {

    /** Nothing known. */
    public static final Noise UNKNOWN = new Noise(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
