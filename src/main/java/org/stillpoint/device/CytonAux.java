package org.stillpoint.device;

/**
 * What rides in a Cyton packet beside its channels: counter, footer and six auxiliary bytes. What the bytes mean follows
 * from the footer and, for footer {@code C1}, from the board mode that was set. One thread, no allocation.
 */
public final class CytonAux {

    /** What the board puts into the auxiliary bytes, as it was told to. */
    public enum BoardMode {
        DEFAULT,
        DEBUG,
        ANALOG,
        DIGITAL,
        MARKER
    }

    /** Acceleration per code: 0.002 g / 16. */
    private static final double G_PER_CODE = 0.000125;

    private final byte[] bytes = new byte[6];
    private int counter;
    private int footer;

    void read(byte[] packet, int at) {
        counter = packet[at + 1] & 0xFF;
        footer = packet[at + 32] & 0xFF;
        System.arraycopy(packet, at + 26, bytes, 0, bytes.length);
    }

    /** 0 … 255. */
    public int counter() {
        return counter;
    }

    /** Last byte of the packet, {@code C0} … {@code C6}. */
    public int footer() {
        return footer;
    }

    /** Whether the packet holds the three axes of the accelerometer at all, new or not. */
    public boolean holdsAcceleration() {
        return footer == 0xC0;
    }

    /** Acceleration of axis 0 … 2 in g; NaN when there is no news, which six zero bytes say. */
    public double acceleration(int axis) {
        boolean news = false;
        for (byte b : bytes) {
            news |= b != 0;
        }
        return holdsAcceleration() && news ? signed(2 * axis) * G_PER_CODE : Double.NaN;
    }

    /** Whether the packet holds the board's time. */
    public boolean holdsTime() {
        return footer >= 0xC3;
    }

    /** The board's time in milliseconds, 0 … 2^32 - 1. */
    public long timeMillis() {
        return (long) unsigned(2) << 16 | unsigned(4);
    }

    /** The one axis 0 … 2 that a time-stamped packet holds; -1 when it holds none. */
    public int stampedAxis() {
        int axis = counter % 10 - 7;
        return footer == 0xC4 && axis >= 0 ? axis : -1;
    }

    /** Acceleration of {@link #stampedAxis} in g. */
    public double stampedAcceleration() {
        return signed(0) * G_PER_CODE;
    }

    /** Whether the bytes mean what the board mode says. */
    public boolean holdsBoardMode() {
        return footer == 0xC1;
    }

    /** Analogue inputs A5, A6, A7 (0 … 2) in mode analog. */
    public int analog(int input) {
        return unsigned(2 * input);
    }

    /** Digital inputs in mode digital: bytes 0 … 5 are D11, D12, D13, D17, nothing, D18. */
    public int digital(int position) {
        return bytes[position];
    }

    /** Marker in mode marker; 0 = none. */
    public int marker() {
        return unsigned(0);
    }

    private int unsigned(int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    private int signed(int at) {
        return (short) unsigned(at);
    }
}
