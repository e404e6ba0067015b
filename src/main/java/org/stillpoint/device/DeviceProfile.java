package org.stillpoint.device;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.stillpoint.signal.Channel;

/**
 * What is known of a device before it is plugged in; loaded from {@code device.toml}.
 *
 * @param id folder name and word of the command line
 * @param name for people
 * @param rateHz nominal samples per second; 0 = measured
 * @param isolation how the person is separated from the mains
 * @param channels in the order in which the decoder gives their codes
 * @param port line settings; null for devices without a port (the simulated patient)
 * @param find how the device is recognised
 * @param commands what starts, stops and keeps it alive
 * @param frame how its bytes are framed
 * @param source {@code built-in} or {@code user}
 * @param path where the profile was read; null for the simulated patient
 * @param spare channels that the device has too and that are off unless chosen
 */
public record DeviceProfile(
        String id,
        String name,
        double rateHz,
        Isolation isolation,
        List<Channel> channels,
        PortSettings port,
        Find find,
        Commands commands,
        FrameSettings frame,
        String source,
        Path path,
        List<Channel> spare) {

    /** A device without spare channels. */
    public DeviceProfile(
            String id,
            String name,
            double rateHz,
            Isolation isolation,
            List<Channel> channels,
            PortSettings port,
            Find find,
            Commands commands,
            FrameSettings frame,
            String source,
            Path path) {
        this(id, name, rateHz, isolation, channels, port, find, commands, frame, source, path, List.of());
    }

    /** How the person is separated from the mains. */
    public enum Isolation {
        BATTERY,
        ISOLATED,
        NONE,
        UNKNOWN
    }

    /**
     * Line settings.
     *
     * @param bauds to be tried in this order
     * @param line such as {@code 8N1}
     * @param settleMillis wait after opening before talking
     */
    public record PortSettings(List<Integer> bauds, String line, boolean dtr, boolean rts, int settleMillis) {}

    /**
     * How the device is recognised: either it is asked, or it is listened to.
     *
     * @param usb {@code VID:PID} in capitals
     * @param listenMillis 0 when the device must be asked
     * @param ask bytes of the question; empty when there is none
     * @param answer regular expression over the answer read as ISO-8859-1; empty when there is none
     */
    public record Find(List<String> usb, int listenMillis, byte[] ask, String answer, int withinMillis) {}

    /** Bytes that start, stop and keep alive, with the pause before each. */
    public record Commands(List<byte[]> start, List<byte[]> stop, int gapMillis, byte[] keepAlive, int everyMillis) {}

    /**
     * Framing.
     *
     * @param kind name in {@code FrameDecoders}: {@code bitalino}, {@code openbci-cyton}, {@code lines} …
     * @param lock good frames in a row before the first is given out
     * @param skipFirstLine whether the first line after opening is dropped; of framings in lines
     * @param fields where each channel's code lies in the frame, by the channel's id: a port, a label, a position
     */
    public record FrameSettings(String kind, int lock, boolean skipFirstLine, Map<String, String> fields) {

        /** A framing that finds each channel by its id. */
        public FrameSettings(String kind, int lock) {
            this(kind, lock, true, Map.of());
        }
    }

    /** Where a channel's code lies in the frame: what the profile says, or the channel's id. */
    public String field(String channelId) {
        return frame.fields().getOrDefault(channelId, channelId);
    }

    /** The same device with only these channels, in this order. */
    public DeviceProfile withChannels(List<Channel> chosen) {
        return new DeviceProfile(
                id, name, rateHz, isolation, List.copyOf(chosen), port, find, commands, frame, source, path, spare);
    }

    /** The same device with other start commands. */
    public DeviceProfile withCommands(Commands changed) {
        return new DeviceProfile(
                id, name, rateHz, isolation, channels, port, find, changed, frame, source, path, spare);
    }

    /** The same device with another framing. */
    public DeviceProfile withFrame(FrameSettings changed) {
        return new DeviceProfile(
                id, name, rateHz, isolation, channels, port, find, commands, changed, source, path, spare);
    }

    /** The same device read from its very first byte: no line is dropped and the first good frame counts. */
    public DeviceProfile fromStart() {
        return withFrame(new FrameSettings(frame.kind(), 1, false, frame.fields()));
    }
}
