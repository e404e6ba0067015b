package org.stillpoint.acquisition;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Samples of one device, from one writer to many readers; preallocated, lock-free.
 *
 * <p>Sample {@code i} has one code a channel and one time. The writer never waits. Each reader owns a {@link Cursor}; a
 * reader that is too slow is lapped, jumps to the oldest sample still there and knows how many it lost.
 */
public final class SampleRing {

    private final int channels;
    private final int capacity;
    private final int mask;
    private final double[] codes;
    private final long[] nanos;
    private final CopyOnWriteArrayList<DutyThread> waiting = new CopyOnWriteArrayList<>();
    private DutyThread[] woken = new DutyThread[0];
    private volatile long published;

    /**
     * @param channels codes a sample
     * @param minimumSamples how many samples stay readable; rounded up to a power of two
     * @throws IllegalArgumentException if either is not positive
     */
    public SampleRing(int channels, int minimumSamples) {
        if (channels <= 0 || minimumSamples <= 0) {
            throw new IllegalArgumentException("channels " + channels + ", samples " + minimumSamples);
        }
        this.channels = channels;
        this.capacity = Integer.highestOneBit(Math.max(2, minimumSamples) * 2 - 1);
        this.mask = capacity - 1;
        this.codes = new double[capacity * channels];
        this.nanos = new long[capacity];
    }

    public int channels() {
        return channels;
    }

    /** Samples that stay readable. */
    public int capacity() {
        return capacity;
    }

    /** How many samples were ever published; the index of the next one. Any thread. */
    public long published() {
        return published;
    }

    /** Publishes one sample. Writer's thread only; copies the codes. */
    public void publish(double[] sample, long tNanos) {
        long index = published;
        int slot = (int) index & mask;
        System.arraycopy(sample, 0, codes, slot * channels, channels);
        nanos[slot] = tNanos;
        published = index + 1;
    }

    /** Publishes one sample without a value: all codes NaN. */
    public void publishLost(long tNanos) {
        long index = published;
        int slot = (int) index & mask;
        Arrays.fill(codes, slot * channels, (slot + 1) * channels, Double.NaN);
        nanos[slot] = tNanos;
        published = index + 1;
    }

    /** From now on {@link #wakeReaders} ends this duty's rest. */
    public void wakes(DutyThread reader) {
        waiting.add(reader);
        woken = waiting.toArray(new DutyThread[0]);
    }

    /** Wakes the duties that wait for samples; the writer calls it once a chunk. */
    public void wakeReaders() {
        DutyThread[] readers = woken;
        for (int i = 0; i < readers.length; i++) {
            readers[i].wake();
        }
    }

    /** A reader that starts with the next sample to be published. */
    public Cursor cursor() {
        return new Cursor(published);
    }

    /** A reader that starts with this sample, or the oldest still there. */
    public Cursor cursorAt(long index) {
        return new Cursor(index);
    }

    /** One reader's place in the ring. One thread. */
    public final class Cursor {

        private final double[] current = new double[channels];
        private long next;
        private long currentNanos;
        private long lost;

        private Cursor(long next) {
            this.next = next;
        }

        /**
         * Goes to the next sample, if there is one; a lapped reader jumps ahead and {@link #lost} grows.
         *
         * @return true when {@link #codes} and {@link #nanos} hold a new sample
         */
        public boolean advance() {
            while (true) {
                long head = published;
                if (next >= head) {
                    return false;
                }
                // One slot of the ring may be in the middle of being overwritten: it counts as gone.
                long oldest = head - capacity + 1;
                if (next < oldest) {
                    lost += oldest - next;
                    next = oldest;
                }
                int slot = (int) next & mask;
                System.arraycopy(SampleRing.this.codes, slot * channels, current, 0, channels);
                currentNanos = SampleRing.this.nanos[slot];
                VarHandle.acquireFence();
                if (published - capacity < next) {
                    next++;
                    return true;
                }
            }
        }

        /** Codes of the current sample; the array is reused. */
        public double[] codes() {
            return current;
        }

        /** One code of the current sample. */
        public double code(int channel) {
            return current[channel];
        }

        /** Time of the current sample on the monotonic clock. */
        public long nanos() {
            return currentNanos;
        }

        /** Index of the current sample; -1 before the first. */
        public long index() {
            return next - 1;
        }

        /** How many samples this reader has missed so far. */
        public long lost() {
            return lost;
        }

        /** How many samples wait. */
        public long available() {
            return published - next;
        }

        /** Skips to this index, without counting a loss. */
        public void moveTo(long index) {
            next = index;
        }
    }
}
