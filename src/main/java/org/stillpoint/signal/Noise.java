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

    /**
     * The least value that says something of the body and not of the sensor: twice the floor, or twice the step where that
     * is coarser; 0 where neither is known.
     */
    public double least() {
        return 2 * Math.max(Double.isNaN(floor) ? 0 : floor, Double.isNaN(step) ? 0 : step);
    }
}
