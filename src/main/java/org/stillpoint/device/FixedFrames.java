package org.stillpoint.device;

import java.util.Arrays;

/**
 * Finds frames of one fixed length in a stream, however it is cut.
 *
 * <p>Where the bytes prove that no frame starts, one byte is discarded and the next position is tried. Before the first
 * frame is given out, {@code lock} good frames must follow each other with counters one apart; they are held and then
 * all given out. Under lock a good frame is taken at once, also after a counter jump, which is told as lost samples. A
 * bad frame ends the lock. A frame equal to the one before it, counter included, was sent twice: its bytes are
 * discarded. A loss of whole counter rounds cannot be seen here; the reader's clock must.
 *
 * <p>Always: bytes fed = frames * length + discarded + pending. One thread; {@code feed} allocates nothing.
 */
final class FixedFrames {

    private static final int ROOM = 4096;

    private final FrameShape shape;
    private final int length;
    private final int lock;
    private final byte[] window;
    private final byte[] newest;
    private int start;
    private int end;
    private boolean locked;
    private int previous = -1;
    private long frames;
    private long lost;
    private long discarded;
    private long duplicates;

    /** @throws IllegalArgumentException if {@code lock} is below 1 or above 16 */
    FixedFrames(FrameShape shape, int lock) {
        if (lock < 1 || lock > 16) {
            throw new IllegalArgumentException("lock must be 1 to 16: " + lock);
        }
        this.shape = shape;
        this.length = shape.length();
        this.lock = lock;
        this.window = new byte[ROOM + lock * length];
        this.newest = new byte[length];
    }

    void feed(byte[] bytes, int offset, int count, SampleSink sink) {
        int from = offset;
        int left = count;
        while (left > 0) {
            if (end == window.length) {
                System.arraycopy(window, start, window, 0, end - start);
                end -= start;
                start = 0;
            }
            int n = Math.min(left, window.length - end);
            System.arraycopy(bytes, from, window, end, n);
            end += n;
            from += n;
            left -= n;
            while (locked ? takeNext(sink) : seekLock(sink)) {
                // each round takes a frame or discards a byte
            }
        }
    }

    void reset() {
        discarded += end - start;
        start = 0;
        end = 0;
        locked = false;
        previous = -1;
    }

    long frames() {
        return frames;
    }

    long lost() {
        return lost;
    }

    long discarded() {
        return discarded;
    }

    long duplicates() {
        return duplicates;
    }

    int pending() {
        return end - start;
    }

    /** Whether frames are being taken at once. */
    boolean locked() {
        return locked;
    }

    private boolean takeNext(SampleSink sink) {
        int available = end - start;
        if (available == 0) {
            return false;
        }
        if (!shape.possible(window, start, available)) {
            locked = false;
            return discard();
        }
        if (available < length) {
            return false;
        }
        take(sink);
        return true;
    }

    private boolean seekLock(SampleSink sink) {
        int expected = -1;
        for (int k = 0; k < lock; k++) {
            int at = start + k * length;
            int available = end - at;
            if (available <= 0) {
                return false;
            }
            if (!shape.possible(window, at, available)) {
                return discard();
            }
            if (available < length) {
                return false;
            }
            int counter = shape.counter(window, at);
            if (k > 0 && counter != expected) {
                return discard();
            }
            expected = (counter + 1) % shape.counterModulus();
        }
        locked = true;
        for (int k = 0; k < lock; k++) {
            take(sink);
        }
        return true;
    }

    private boolean discard() {
        start++;
        discarded++;
        return true;
    }

    private void take(SampleSink sink) {
        int at = start;
        start += length;
        int counter = shape.counter(window, at);
        if (counter == previous && Arrays.equals(newest, 0, length, window, at, at + length)) {
            duplicates++;
            discarded += length;
            return;
        }
        if (previous >= 0) {
            int missing = Math.floorMod(counter - previous - 1, shape.counterModulus());
            if (missing > 0) {
                lost += missing;
                sink.lost(missing);
            }
        }
        previous = counter;
        System.arraycopy(window, at, newest, 0, length);
        frames++;
        shape.give(window, at, sink);
    }
}
