package org.stillpoint.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What one transaction of a recording holds: of each ring its samples and its clock, and the totals so far.
 *
 * @param rings the devices in the header's order, then the feedback when there is one
 * @param gaps rows so far
 * @param markers rows so far
 */
record Tick(List<Ring> rings, int gaps, int markers) {

    private static final byte FORM = 1;
    private static final int RING_BYTES = 8 + 4 + 8 + 8 + 8 + 8 + 8;

    /**
     * One ring's share.
     *
     * @param first index of its first sample, or of the next one when {@code count} is 0
     * @param count samples in this tick
     * @param firstNanos time of the first sample since the session's start
     * @param lastNanos time of the last one
     * @param fittedRateHz rate of the device's clock; NaN while unknown
     * @param lost samples lost so far
     * @param openGap index where a loss began that has not ended; -1 = none
     */
    record Ring(long first, int count, long firstNanos, long lastNanos, double fittedRateHz, long lost, long openGap) {

        /** Index of the sample after this tick's last. */
        long next() {
            return first + count;
        }
    }

    byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(1 + 4 + rings.size() * RING_BYTES + 8);
        out.put(FORM).putInt(rings.size());
        for (Ring ring : rings) {
            out.putLong(ring.first)
                    .putInt(ring.count)
                    .putLong(ring.firstNanos)
                    .putLong(ring.lastNanos)
                    .putDouble(ring.fittedRateHz)
                    .putLong(ring.lost)
                    .putLong(ring.openGap);
        }
        return out.putInt(gaps).putInt(markers).array();
    }

    static Tick of(byte[] bytes) throws StoreException {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            if (in.get() != FORM) {
                throw new StoreException(
                        "A recording was made by a newer Stillpoint: install the newer version to read it.");
            }
            int count = in.getInt();
            List<Ring> rings = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                rings.add(new Ring(
                        in.getLong(),
                        in.getInt(),
                        in.getLong(),
                        in.getLong(),
                        in.getDouble(),
                        in.getLong(),
                        in.getLong()));
            }
            return new Tick(rings, in.getInt(), in.getInt());
        } catch (BufferUnderflowException malformed) {
            throw new StoreException("A second of a recording cannot be understood: restore a backup.", malformed);
        }
    }
}
