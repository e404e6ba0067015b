package org.stillpoint.device;

import java.util.List;

/**
 * Frames of a BITalino (r)evolution: 3 to 8 bytes, a 4-bit counter and a 4-bit check, no sync byte.
 *
 * <p>Codes: analogue 0 … 1023 (0 … 63 for the fifth and sixth selected port), digital lines 0 or 1. A damaged frame
 * passes the 4-bit check one time in sixteen: of 100 bytes lost some 6 give one wrong sample, of 100 noises inserted some
 * 10. The lock keeps false frames out at the start; nothing can afterwards.
 */
public final class BitalinoDecoder implements FixedLengthDecoder {

    private final BitalinoLayout layout;
    private final FixedFrames frames;
    private final double[] codes;
    private int counter;
    private int digital;

    /**
     * @param fields what to give out, {@code A1} … {@code A6} and {@code I1 I2 O1 O2}, in this order; the ports named
     *     here are the ones the device was started with
     * @param lock good frames in a row before the first is given out; 3 for this device
     */
    public BitalinoDecoder(List<String> fields, int lock) {
        layout = new BitalinoLayout(fields);
        codes = new double[layout.codes()];
        frames = new FixedFrames(this, lock);
    }

    /** Counter of the frame given out last, 0 … 15. */
    public int counter() {
        return counter;
    }

    /** The lines I1 I2 O1 O2 of the frame given out last, I1 = bit 3. */
    public int digital() {
        return digital;
    }

    @Override
    public int length() {
        return layout.length();
    }

    @Override
    public int counterModulus() {
        return 16;
    }

    @Override
    public boolean possible(byte[] bytes, int at, int available) {
        int length = layout.length();
        return available < length || BitalinoLayout.crc(bytes, at, length) == (bytes[at + length - 1] & 0x0F);
    }

    @Override
    public int counter(byte[] bytes, int at) {
        return bytes[at + layout.length() - 1] >> 4 & 0x0F;
    }

    @Override
    public void give(byte[] bytes, int at, SampleSink sink) {
        counter = counter(bytes, at);
        digital = bytes[at + layout.length() - 2] >> 4 & 0x0F;
        layout.read(bytes, at, codes);
        sink.sample(codes);
    }

    @Override
    public FixedFrames framing() {
        return frames;
    }
}
