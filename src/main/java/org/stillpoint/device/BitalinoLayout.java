package org.stillpoint.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Where the selected channels of a BITalino lie in its frame.
 *
 * <p>Think of eight bytes f[0] … f[7] of which only the last {@link #length} are sent. The selected ports come in
 * ascending order; the first four have 10 bits, the fifth and sixth selected have 6. The four digital bits and the
 * counter are always there.
 *
 * <p>Source: BITalino (r)evolution firmware, live.c.
 */
final class BitalinoLayout {

    private static final int[] LENGTHS = {3, 3, 4, 6, 7, 8, 8};
    private static final List<String> DIGITAL = List.of("I1", "I2", "O1", "O2");
    private static final int[] CRC = {0, 3, 6, 5, 12, 15, 10, 9, 11, 8, 13, 14, 7, 4, 1, 2};

    /** Ports in the order of the frame, 1 … 6. */
    private final int[] ports;

    /** For every channel of the profile: rank in the frame 0 … 5, or -1 - bit for a digital line. */
    private final int[] slots;

    /**
     * @param fields {@code A1} … {@code A6}, {@code I1 I2 O1 O2}, in the order in which codes are wanted
     * @throws IllegalArgumentException when a field is none of these, or no analogue port is selected
     */
    BitalinoLayout(List<String> fields) {
        List<Integer> selected = new ArrayList<>();
        for (String field : fields) {
            int port = port(field);
            if (port > 0 && !selected.contains(port)) {
                selected.add(port);
            } else if (port == 0 && !DIGITAL.contains(field.toUpperCase(Locale.ROOT))) {
                throw new IllegalArgumentException("not a BITalino field: " + field);
            }
        }
        if (selected.isEmpty()) {
            throw new IllegalArgumentException("a BITalino sends no frame without an analogue port: " + fields);
        }
        ports = selected.stream().mapToInt(Integer::intValue).sorted().toArray();
        slots = new int[fields.size()];
        for (int i = 0; i < slots.length; i++) {
            int port = port(fields.get(i));
            slots[i] = port > 0
                    ? Arrays.binarySearch(ports, port)
                    : -1 - DIGITAL.indexOf(fields.get(i).toUpperCase(Locale.ROOT));
        }
    }

    /** 1 … 6 for {@code A1} … {@code A6} in any letter case, 0 for anything else. */
    static int port(String field) {
        return field.matches("[Aa][1-6]") ? field.charAt(1) - '0' : 0;
    }

    /** Selected ports in ascending order, 1 … 6. */
    int[] ports() {
        return ports.clone();
    }

    /** Bits of a selected port: 10, or 6 for the fifth and sixth. */
    int bits(int port) {
        return Arrays.binarySearch(ports, port) < 4 ? 10 : 6;
    }

    /** Bytes of a frame. */
    int length() {
        return LENGTHS[ports.length];
    }

    /** How many codes {@link #read} writes. */
    int codes() {
        return slots.length;
    }

    /** Takes the codes out of the frame that starts at {@code at}. */
    void read(byte[] bytes, int at, double[] codes) {
        int base = at + length() - 8;
        for (int i = 0; i < slots.length; i++) {
            codes[i] = slots[i] < 0 ? bytes[base + 6] >> 8 + slots[i] & 1 : analog(bytes, base, slots[i]);
        }
    }

    /** Code of the channel with this rank; {@code base} is where f[0] would be. */
    private static int analog(byte[] f, int base, int rank) {
        switch (rank) {
            case 0:
                return (f[base + 6] & 0x0F) << 6 | (f[base + 5] & 0xFF) >> 2;
            case 1:
                return (f[base + 5] & 0x03) << 8 | f[base + 4] & 0xFF;
            case 2:
                return (f[base + 3] & 0xFF) << 2 | (f[base + 2] & 0xFF) >> 6;
            case 3:
                return (f[base + 2] & 0x3F) << 4 | (f[base + 1] & 0xFF) >> 4;
            case 4:
                return (f[base + 1] & 0x0F) << 2 | (f[base] & 0xFF) >> 6;
            default:
                return f[base] & 0x3F;
        }
    }

    /** CRC-4 (x^4 + x + 1, start 0) over the bytes, high nibble first, the last nibble taken as zero. */
    static int crc(byte[] bytes, int at, int length) {
        int crc = 0;
        for (int i = at; i < at + length; i++) {
            crc = CRC[crc] ^ (bytes[i] >> 4 & 0x0F);
            crc = CRC[crc] ^ (i == at + length - 1 ? 0 : bytes[i] & 0x0F);
        }
        return crc;
    }
}
