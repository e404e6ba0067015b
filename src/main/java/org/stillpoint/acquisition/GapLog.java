package org.stillpoint.acquisition;

import org.stillpoint.signal.Gap;

/**
 * The gaps of one device since it was opened; one writer, any reader, preallocated. The newest 4096 stay readable, which
 * is minutes of a very bad line; older ones are still in the totals of {@link Health}.
 */
public final class GapLog {

    /** Why samples are missing. */
    public enum Reason {
        FRAMES,
        UNPLUGGED,
        SILENCE;

        private final String word = name().toLowerCase(java.util.Locale.ROOT);

        public String word() {
            return word;
        }
    }

    private static final int CAPACITY = 4096;
    private static final Reason[] REASONS = Reason.values();

    private final long[] firstIndices = new long[CAPACITY];
    private final long[] counts = new long[CAPACITY];
    private final byte[] reasons = new byte[CAPACITY];
    private final boolean[] estimates = new boolean[CAPACITY];
    private volatile long published;

    /** Writer's thread only. */
    void add(long firstIndex, long samples, boolean estimated, Reason reason) {
        long index = published;
        int slot = (int) (index % CAPACITY);
        firstIndices[slot] = firstIndex;
        counts[slot] = samples;
        reasons[slot] = (byte) reason.ordinal();
        estimates[slot] = estimated;
        published = index + 1;
    }

    /** How many gaps there ever were; gaps {@code published - 4096} to {@code published - 1} can be read. */
    public long published() {
        return published;
    }

    /** A gap by its number. */
    public Gap gap(long number) {
        int slot = (int) (number % CAPACITY);
        return new Gap(firstIndices[slot], counts[slot], estimates[slot], REASONS[reasons[slot]].word());
    }
}
