package org.stillpoint.acquisition;

import java.lang.invoke.VarHandle;

/**
 * What has no sample grid (beats, breaths, phases, gaps), from one writer to many readers; preallocated, lock-free.
 *
 * <p>An event is a kind (a small number its writer chose), a time in seconds since the session's start and up to two
 * values. A lapped reader jumps ahead and knows how many events it lost.
 */
public final class EventRing {

    private final int mask;
    private final int[] kinds;
    private final double[] times;
    private final double[] values;
    private final double[] seconds;
    private volatile long published;

    /** @param minimumEvents how many stay readable; rounded up to a power of two */
    public EventRing(int minimumEvents) {
        int capacity = Integer.highestOneBit(Math.max(2, minimumEvents) * 2 - 1);
        mask = capacity - 1;
        kinds = new int[capacity];
        times = new double[capacity];
        values = new double[capacity];
        seconds = new double[capacity];
    }

    /** Publishes one event. Writer's thread only. */
    public void publish(int kind, double tSeconds, double value, double second) {
        long index = published;
        int slot = (int) index & mask;
        kinds[slot] = kind;
        times[slot] = tSeconds;
        values[slot] = value;
        seconds[slot] = second;
        published = index + 1;
    }

    /** A reader of all events still there. */
    public Cursor cursor() {
        return new Cursor();
    }

    /** One reader's place. One thread. */
    public final class Cursor {

        private long next;
        private long lost;
        private int kind;
        private double tSeconds;
        private double value;
        private double second;

        /** Goes to the next event, if there is one. */
        public boolean advance() {
            while (true) {
                long head = published;
                if (next >= head) {
                    return false;
                }
                long oldest = head - mask;
                if (next < oldest) {
                    lost += oldest - next;
                    next = oldest;
                }
                int slot = (int) next & mask;
                kind = kinds[slot];
                tSeconds = times[slot];
                value = values[slot];
                second = seconds[slot];
                VarHandle.acquireFence();
                if (published - mask <= next) {
                    next++;
                    return true;
                }
            }
        }

        public int kind() {
            return kind;
        }

        public double tSeconds() {
            return tSeconds;
        }

        public double value() {
            return value;
        }

        /** The second value; its meaning depends on the kind. */
        public double second() {
            return second;
        }

        public long lost() {
            return lost;
        }
    }
}
