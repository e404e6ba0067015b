package org.stillpoint.device;

/** Where a source or a decoder puts what it found, on the thread that calls it. */
public interface SampleSink {

    /**
     * One sample.
     *
     * @param codes one code a channel, in the profile's order; NaN = no value. Valid only during the call: the array is
     *     reused
     */
    void sample(double[] codes);

    /** The device's own counter says that this many samples are missing before the next one. */
    void lost(long samples);
}
