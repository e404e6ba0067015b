package org.stillpoint.device;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A BITalino's answer to the state question.
 *
 * @param analog codes of A1 … A6, 0 … 1023
 * @param batteryCode battery, 0 … 1023
 * @param batteryThreshold 0 … 63 = 3.4 V … 3.8 V
 * @param analogOutput level 0 … 255; empty before firmware 5.2, which does not send it
 * @param digital I1 I2 O1 O2
 */
public record BitalinoState(
        List<Integer> analog, int batteryCode, int batteryThreshold, OptionalInt analogOutput, List<Integer> digital) {

    /** Bytes of the answer: 16, or 17 with the analogue output level. */
    public static int length(boolean withAnalogOutput) {
        return withAnalogOutput ? 17 : 16;
    }

    /**
     * Reads the answer.
     *
     * @param withAnalogOutput true from firmware 5.2 on, see {@link BitalinoVersion#sendsAnalogOutput}
     * @return empty when bytes are missing or the check fails
     */
    public static Optional<BitalinoState> parse(byte[] bytes, boolean withAnalogOutput) {
        int length = length(withAnalogOutput);
        if (bytes.length < length || BitalinoLayout.crc(bytes, 0, length) != (bytes[length - 1] & 0x0F)) {
            return Optional.empty();
        }
        Integer[] words = new Integer[7];
        for (int i = 0; i < words.length; i++) {
            words[i] = bytes[2 * i] & 0xFF | (bytes[2 * i + 1] & 0xFF) << 8;
        }
        int lines = bytes[length - 1] >> 4;
        return Optional.of(new BitalinoState(
                List.of(words).subList(0, 6),
                words[6],
                bytes[14] & 0xFF,
                withAnalogOutput ? OptionalInt.of(bytes[15] & 0xFF) : OptionalInt.empty(),
                List.of(lines >> 3 & 1, lines >> 2 & 1, lines >> 1 & 1, lines & 1)));
    }

    /** Battery in volts, behind its 1:2 divider. */
    public double batteryVolts() {
        return batteryCode / 1024.0 * 3.3 * 2;
    }
}
