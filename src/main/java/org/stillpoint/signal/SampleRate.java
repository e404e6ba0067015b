package org.stillpoint.signal;

/** What rates signals may have: windows grow with the rate, so an absurd one would ask for all the memory. */
public final class SampleRate {

    /** More samples a second than any sensor of the body needs. */
    public static final double MOST_HZ = 32_000;

    private SampleRate() {}

    /**
     * Refuses a rate that a part cannot work with.
     *
     * @throws IllegalArgumentException if it is not a number from {@code leastHz} to {@link #MOST_HZ}
     */
    static void check(String what, double rateHz, double leastHz) {
        if (!(rateHz >= leastHz && rateHz > 0) || rateHz > MOST_HZ) {
            throw new IllegalArgumentException(what + " at " + rateHz + " samples a second: it must be "
                    + (leastHz > 0 ? "from " + leastHz + " " : "above 0 and ") + "up to " + MOST_HZ);
        }
    }
}
