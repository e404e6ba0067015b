package org.stillpoint.device;

/**
 * Bytes that wait for the line, with the sample each frame belongs to: a frame's row goes into the ledger when its last
 * byte has been handed over. What a slow or stalled line cannot hold any more is refused.
 */
final class LineQueue {

    private static final int BYTES = 1 << 18;
    private static final int FRAMES = 1 << 16;

    private final byte[] bytes = new byte[BYTES];
    private final long[] frameIndex = new long[FRAMES];
    private final long[] frameEnd = new long[FRAMES];
    private final String[] frameEvent = new String[FRAMES];
    private long head;
    private long tail;
    private long firstFrame;
    private long nextFrame;

    /** Takes a frame of a sample, or (index -1) other bytes; false when there is no room. */
    boolean offer(byte[] from, int length, long index, String event) {
        if (tail - head + length > BYTES || nextFrame - firstFrame == FRAMES) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            bytes[(int) (tail++ & BYTES - 1)] = from[i];
        }
        int at = (int) (nextFrame++ & FRAMES - 1);
        frameIndex[at] = index;
        frameEnd[at] = tail;
        frameEvent[at] = event;
        return true;
    }

    boolean empty() {
        return head == tail;
    }

    /** Hands over as much as the line takes now. */
    void pump(PtyLink link, Ledger ledger, double seconds) {
        while (head < tail) {
            int at = (int) (head & BYTES - 1);
            int piece = (int) Math.min(tail - head, BYTES - at);
            int written = link.write(bytes, at, piece);
            head += written;
            settle(ledger, seconds, null);
            if (written < piece) {
                return;
            }
        }
        settle(ledger, seconds, null);
    }

    /** Throws away what waits; every sample of it gets this event. */
    void drop(Ledger ledger, double seconds, String event) {
        head = tail;
        settle(ledger, seconds, event);
    }

    private void settle(Ledger ledger, double seconds, String instead) {
        while (firstFrame < nextFrame && frameEnd[(int) (firstFrame & FRAMES - 1)] <= head) {
            int at = (int) (firstFrame++ & FRAMES - 1);
            if (frameIndex[at] >= 0) {
                ledger.row(frameIndex[at], seconds, instead == null ? frameEvent[at] : instead);
            }
        }
    }
}
