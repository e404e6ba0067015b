package org.stillpoint.device;

import java.nio.charset.StandardCharsets;

/** What an OpenBCI Cyton and its dongle understand, as bytes; every answer but to start and stop ends with {@code $$$}. */
public final class CytonCommands {

    private static final String OFF = "12345678";
    private static final String ON = "!@#$%^&*";
    private static final int[] GAINS = {1, 2, 4, 6, 8, 12, 24};

    private CytonCommands() {}

    /** What a channel's input is tied to; the order is the device's code. */
    public enum Input {
        NORMAL,
        SHORTED,
        BIAS,
        SUPPLY,
        TEMPERATURE,
        TEST_SIGNAL,
        BIAS_POSITIVE,
        BIAS_NEGATIVE
    }

    /** Soft reset; the banner follows. */
    public static byte[] reset() {
        return ascii("v");
    }

    public static byte[] start() {
        return ascii("b");
    }

    public static byte[] stop() {
        return ascii("s");
    }

    /** All channels to on, gain 24, normal input, bias and SRB2. */
    public static byte[] defaults() {
        return ascii("d");
    }

    /** Switches channel 1 … 8 on or off. */
    public static byte[] power(int channel, boolean on) {
        return ascii(String.valueOf((on ? ON : OFF).charAt(checked(channel) - 1)));
    }

    /**
     * Settings of one channel. Wait for the answer before the next. Bipolar EMG wants SRB2 off.
     *
     * @param channel 1 … 8
     * @param gain 1, 2, 4, 6, 8, 12 or 24
     */
    public static byte[] channel(
            int channel, boolean on, int gain, Input input, boolean bias, boolean srb2, boolean srb1) {
        return ascii("x" + checked(channel) + digit(!on) + gainCode(gain) + input.ordinal() + digit(bias) + digit(srb2)
                + digit(srb1) + "X");
    }

    /** What the auxiliary bytes carry from now on. */
    public static byte[] boardMode(CytonAux.BoardMode mode) {
        return ascii("/" + mode.ordinal());
    }

    public static byte[] timeStamps(boolean on) {
        return ascii(on ? "<" : ">");
    }

    /** Inserts a marker in mode marker; 0 is none. */
    public static byte[] marker(int marker) {
        if (marker < 1 || marker > 255) {
            throw new IllegalArgumentException("a Cyton marker is 1 to 255: " + marker);
        }
        return new byte[] {'`', (byte) marker};
    }

    /** Asks the dongle whether the board is in reach. */
    public static byte[] radioCheck() {
        return new byte[] {(byte) 0xF0, 0x07};
    }

    /** Whether the amplifier has this gain. */
    public static boolean isGain(int gain) {
        for (int each : GAINS) {
            if (each == gain) {
                return true;
            }
        }
        return false;
    }

    private static int gainCode(int gain) {
        for (int code = 0; code < GAINS.length; code++) {
            if (GAINS[code] == gain) {
                return code;
            }
        }
        throw new IllegalArgumentException("a Cyton's gain is 1, 2, 4, 6, 8, 12 or 24: " + gain);
    }

    private static int checked(int channel) {
        if (channel < 1 || channel > 8) {
            throw new IllegalArgumentException("a Cyton has channels 1 to 8: " + channel);
        }
        return channel;
    }

    private static int digit(boolean on) {
        return on ? 1 : 0;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
