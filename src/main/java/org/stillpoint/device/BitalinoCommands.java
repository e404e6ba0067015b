package org.stillpoint.device;

/**
 * What a BITalino (r)evolution understands, as bytes. Leave 100 ms or more before every byte; there is no
 * acknowledgement.
 */
public final class BitalinoCommands {

    private BitalinoCommands() {}

    /** Starts live frames of these ports. @throws IllegalArgumentException for a port outside 1 … 6, or none */
    public static byte[] startLive(int... ports) {
        return bytes(portBits(ports) | 1);
    }

    /** Starts the device's own simulated signals on these ports. */
    public static byte[] startSimulated(int... ports) {
        return bytes(portBits(ports) | 2);
    }

    /** Sets the rate, before every start. @throws IllegalArgumentException unless 1, 10, 100 or 1000 */
    public static byte[] rate(int hz) {
        switch (hz) {
            case 1:
                return bytes(0x03);
            case 10:
                return bytes(0x43);
            case 100:
                return bytes(0x83);
            case 1000:
                return bytes(0xC3);
            default:
                throw new IllegalArgumentException("a BITalino samples at 1, 10, 100 or 1000 Hz: " + hz);
        }
    }

    /** Asks for the version text. */
    public static byte[] version() {
        return bytes(0x07);
    }

    /** Asks for {@link BitalinoState}. */
    public static byte[] state() {
        return bytes(0x0B);
    }

    /** Stops a running device of any generation; an idle one takes it as battery threshold 0. */
    public static byte[] stopRunning() {
        return bytes(0x00);
    }

    /** Stops a running device with firmware 5; an idle one ignores it. */
    public static byte[] stop() {
        return bytes(0xFF);
    }

    /** Sets the digital outputs. */
    public static byte[] outputs(boolean o1, boolean o2) {
        return bytes(0xB3 + (o1 ? 4 : 0) + (o2 ? 8 : 0));
    }

    /** Sets the analogue output. @throws IllegalArgumentException for a level outside 0 … 255 */
    public static byte[] analogOutput(int level) {
        if (level < 0 || level > 255) {
            throw new IllegalArgumentException("analogue output level must be 0 to 255: " + level);
        }
        return bytes(0xA3, level);
    }

    /** Sets the battery warning, 0 … 63 = 3.4 V … 3.8 V. @throws IllegalArgumentException outside that */
    public static byte[] batteryThreshold(int threshold) {
        if (threshold < 0 || threshold > 63) {
            throw new IllegalArgumentException("battery threshold must be 0 to 63: " + threshold);
        }
        return bytes(threshold << 2);
    }

    private static int portBits(int... ports) {
        int bits = 0;
        for (int port : ports) {
            if (port < 1 || port > 6) {
                throw new IllegalArgumentException("a BITalino has ports 1 to 6: " + port);
            }
            bits |= 1 << port + 1;
        }
        if (bits == 0) {
            throw new IllegalArgumentException("a BITalino cannot start without a port");
        }
        return bits;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
