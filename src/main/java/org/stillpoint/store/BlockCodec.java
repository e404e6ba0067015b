package org.stillpoint.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Codes of one channel in as few bytes as they need, bit for bit.
 *
 * <p>Whole codes are written in the narrowest of 16, 24 and 32 bit that holds all of a block, as differences; decimals as
 * the exclusive-or of neighbouring doubles. Their bytes are put plane beside plane and deflated (level 1). Samples
 * without a value (NaN) are bits of a mask in front. One thread.
 *
 * <p>Form: byte width in bytes (2, 3, 4, 8), byte 1 when a mask follows, int count, then deflated [mask] planes.
 */
final class BlockCodec implements AutoCloseable {

    private static final int HEAD = 6;
    private static final int DECIMAL = 8;

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final Inflater inflater = new Inflater(true);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final byte[] chunk = new byte[8192];

    /** Width in bytes that holds all these codes exactly; -0 is 0 among whole codes. */
    static int width(double[] codes, int count) {
        int width = 2;
        for (int i = 0; i < count; i++) {
            double code = codes[i];
            if (Double.isNaN(code)) {
                continue;
            }
            int whole = (int) code;
            if (whole != code) {
                return DECIMAL;
            }
            if (whole != (short) whole) {
                width = Math.max(width, whole == whole << 8 >> 8 ? 3 : 4);
            }
        }
        return width;
    }

    byte[] encode(double[] codes, int count) {
        int width = width(codes, count);
        boolean masked = false;
        for (int i = 0; i < count && !masked; i++) {
            masked = Double.isNaN(codes[i]);
        }
        int maskBytes = masked ? (count + 7) / 8 : 0;
        byte[] plain = new byte[maskBytes + count * width];
        long before = 0;
        for (int i = 0; i < count; i++) {
            long now;
            if (Double.isNaN(codes[i])) {
                plain[i >> 3] |= (byte) (1 << (i & 7));
                now = before;
            } else {
                now = width == DECIMAL ? Double.doubleToRawLongBits(codes[i]) : (long) codes[i];
            }
            long step = width == DECIMAL ? now ^ before : zigzag(now - before, width);
            for (int plane = 0; plane < width; plane++) {
                plain[maskBytes + plane * count + i] = (byte) (step >>> 8 * plane);
            }
            before = now;
        }
        out.reset();
        out.writeBytes(ByteBuffer.allocate(HEAD)
                .put((byte) width)
                .put((byte) (masked ? 1 : 0))
                .putInt(count)
                .array());
        deflater.reset();
        deflater.setInput(plain);
        deflater.finish();
        while (!deflater.finished()) {
            out.write(chunk, 0, deflater.deflate(chunk));
        }
        return out.toByteArray();
    }

    /** Small steps of either sign become small numbers without sign; steps go round at the width's edge. */
    private static long zigzag(long step, int width) {
        int spare = 64 - 8 * width;
        long around = step << spare >> spare;
        return around << 1 ^ around >> 63;
    }

    double[] decode(byte[] block) throws StoreException {
        try {
            ByteBuffer head = ByteBuffer.wrap(block);
            int width = head.get();
            boolean masked = head.get() == 1;
            int count = head.getInt();
            int maskBytes = masked ? (count + 7) / 8 : 0;
            byte[] plain = new byte[maskBytes + count * width];
            inflater.reset();
            inflater.setInput(block, HEAD, block.length - HEAD);
            int got = 0;
            while (got < plain.length) {
                int more = inflater.inflate(plain, got, plain.length - got);
                if (more == 0) {
                    throw new DataFormatException("short block");
                }
                got += more;
            }
            return codes(plain, maskBytes, count, width);
        } catch (DataFormatException | RuntimeException malformed) {
            throw new StoreException("A second of samples cannot be unpacked: restore a backup.", malformed);
        }
    }

    private static double[] codes(byte[] plain, int maskBytes, int count, int width) {
        double[] codes = new double[count];
        int spare = 64 - 8 * width;
        long before = 0;
        for (int i = 0; i < count; i++) {
            long step = 0;
            for (int plane = 0; plane < width; plane++) {
                step |= (plain[maskBytes + plane * count + i] & 0xffL) << 8 * plane;
            }
            if (width == DECIMAL) {
                before ^= step;
            } else {
                before = before + (step >>> 1 ^ -(step & 1)) << spare >> spare;
            }
            boolean missing = maskBytes > 0 && (plain[i >> 3] >> (i & 7) & 1) == 1;
            codes[i] = missing ? Double.NaN : width == DECIMAL ? Double.longBitsToDouble(before) : before;
        }
        return codes;
    }

    @Override
    public void close() {
        deflater.end();
        inflater.end();
    }
}
