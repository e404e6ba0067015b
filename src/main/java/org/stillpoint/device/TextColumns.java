package org.stillpoint.device;

import java.util.function.LongSupplier;

/** Looks at what a device that speaks in lines prints, so that its columns become the channels. */
public final class TextColumns {

    private static final int ENOUGH_BYTES = 1 << 14;
    private static final int SPEED_BYTES = 200;
    private static final long LISTEN_NANOS = 2_000_000_000L;

    private TextColumns() {}

    /**
     * The profile with one channel for each field of the first line of data, by label or by position.
     *
     * @param path of the port; it is opened, listened to for the settling time and two seconds at most, and closed
     * @return the profile unchanged when nothing was understood
     * @throws DeviceException when the port cannot be opened
     */
    public static DeviceProfile on(String path, DeviceProfile profile, LongSupplier nanos) throws DeviceException {
        DeviceProfile.PortSettings port = profile.port();
        long listenNanos = port.settleMillis() * 1_000_000L + LISTEN_NANOS;
        byte[] heard = new byte[ENOUGH_BYTES];
        byte[] chunk = new byte[1024];
        for (int baud : port.bauds()) {
            try (SerialByteSource line = new SerialByteSource(path, baud, port.line(), port.dtr(), port.rts())) {
                line.open();
                long deadline = nanos.getAsLong() + listenNanos;
                int bytes = 0;
                boolean otherSpeed = false;
                while (!otherSpeed && nanos.getAsLong() - deadline < 0 && bytes < heard.length - chunk.length) {
                    int count = line.read(chunk);
                    if (count < 0) {
                        throw new DeviceException(SerialByteSource.gone(path));
                    }
                    System.arraycopy(chunk, 0, heard, bytes, count);
                    bytes += count;
                    otherSpeed = bytes >= SPEED_BYTES && unprintable(heard, bytes) * 5 > bytes;
                    if (!otherSpeed && count > 0) {
                        DeviceProfile seen = ChannelChoice.seenIn(profile, heard, bytes);
                        if (!seen.channels().equals(profile.channels())) {
                            return seen;
                        }
                    }
                }
                if (!otherSpeed) {
                    return profile;
                }
            }
        }
        return profile;
    }

    private static int unprintable(byte[] bytes, int length) {
        int count = 0;
        for (int i = 0; i < length; i++) {
            int b = bytes[i] & 0xFF;
            count += b >= 0x20 && b <= 0x7E || b == 9 || b == 10 || b == 13 ? 0 : 1;
        }
        return count;
    }
}
