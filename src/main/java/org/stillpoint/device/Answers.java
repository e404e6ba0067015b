package org.stillpoint.device;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** What a device will say, each after its own delay. */
final class Answers {

    private record Answer(long dueNanos, byte[] bytes) {}

    private final Deque<Answer> waiting = new ArrayDeque<>();

    void add(String text, long dueNanos) {
        add(text.getBytes(StandardCharsets.ISO_8859_1), dueNanos);
    }

    void add(byte[] bytes, long dueNanos) {
        waiting.add(new Answer(dueNanos, bytes));
    }

    void clear() {
        waiting.clear();
    }

    /** Moves what is due into the buffer. */
    int take(long nowNanos, byte[] into) {
        int length = 0;
        while (!waiting.isEmpty()
                && waiting.peek().dueNanos - nowNanos <= 0
                && length + waiting.peek().bytes.length <= into.length) {
            byte[] bytes = waiting.remove().bytes;
            System.arraycopy(bytes, 0, into, length, bytes.length);
            length += bytes.length;
        }
        return length;
    }
}
