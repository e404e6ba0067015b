package org.stillpoint.device;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The newest few texts that a device sent beside its data: length-capped, printable ASCII only. No allocation in add. */
final class RecentTexts {

    private static final int TEXTS = 8;
    private static final int LONGEST = 120;

    private final byte[][] texts = new byte[TEXTS][LONGEST];
    private final int[] lengths = new int[TEXTS];
    private long count;

    void add(byte[] bytes, int length) {
        int slot = (int) (count++ % TEXTS);
        lengths[slot] = Math.min(length, LONGEST);
        for (int i = 0; i < lengths[slot]; i++) {
            texts[slot][i] = bytes[i] >= ' ' && bytes[i] <= '~' ? bytes[i] : (byte) '?';
        }
    }

    /** Oldest first. */
    List<String> texts() {
        List<String> found = new ArrayList<>();
        for (long i = Math.max(0, count - TEXTS); i < count; i++) {
            int slot = (int) (i % TEXTS);
            found.add(new String(texts[slot], 0, lengths[slot], StandardCharsets.US_ASCII));
        }
        return found;
    }
}
