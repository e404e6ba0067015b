package org.stillpoint.device;

import java.util.Random;

/** Streams whose every frame tells which it is, so that a test knows lost from invented ones. */
final class TestFrames {

    private TestFrames() {}

    /** Codes of sample k for four BITalino channels: k itself and a mixture that no accident repeats. */
    static int[] bitalinoCodes(int k) {
        int mixed = k * 0x9E3779B1;
        return new int[] {k & 1023, k >> 10 & 1023, mixed >>> 22, mixed >>> 12 & 1023};
    }

    static byte[] bitalino(int k) {
        int[] c = bitalinoCodes(k);
        byte[] f = new byte[7];
        f[0] = (byte) (c[3] << 4);
        f[1] = (byte) (c[2] << 6 | c[3] >> 4);
        f[2] = (byte) (c[2] >> 2);
        f[3] = (byte) c[1];
        f[4] = (byte) (c[0] << 2 | c[1] >> 8);
        f[5] = (byte) (0x50 | c[0] >> 6);
        f[6] = (byte) (k << 4);
        f[6] |= (byte) BitalinoLayout.crc(f, 0, f.length);
        return f;
    }

    static int[] cytonCodes(int k) {
        int[] codes = new int[8];
        for (int c = 0; c < 8; c++) {
            codes[c] = c == 0 ? k : k * (0x9E3779B1 + c) >> 8;
        }
        return codes;
    }

    static byte[] cyton(int k) {
        byte[] f = new byte[33];
        f[0] = (byte) 0xA0;
        f[1] = (byte) k;
        int at = 2;
        for (int code : cytonCodes(k)) {
            f[at++] = (byte) (code >> 16);
            f[at++] = (byte) (code >> 8);
            f[at++] = (byte) code;
        }
        f[32] = (byte) 0xC0;
        return f;
    }

    /** One fault a run of {@code every} frames: {@code change} bytes inserted, or taken out when negative. */
    static byte[] faulty(boolean bitalino, int frames, int every, int change, Random random) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        for (int k = 0; k < frames; k++) {
            byte[] frame = bitalino ? bitalino(k) : cyton(k);
            int at = k % every == every / 2 ? random.nextInt(frame.length) : frame.length;
            out.write(frame, 0, at);
            if (at < frame.length) {
                for (int i = 0; i < change; i++) {
                    out.write(random.nextInt(256));
                }
                int from = change < 0 ? at + 1 : at;
                out.write(frame, from, frame.length - from);
            }
        }
        return out.toByteArray();
    }
}
