package org.stillpoint.device;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Noise;

/** Fits a BITalino's profile to the ports chosen: the fifth and sixth have 6 bits, and the start command names them all. */
final class BitalinoPorts {

    private static final double TOP_OF_10_BITS = 1023;
    private static final double TOP_OF_6_BITS = 63;

    private BitalinoPorts() {}

    /** @throws IllegalArgumentException when a channel's field is not one of the device's, or none is analogue */
    static DeviceProfile fit(DeviceProfile profile) {
        List<String> fields =
                profile.channels().stream().map(c -> profile.field(c.id())).toList();
        BitalinoLayout layout = new BitalinoLayout(fields);
        List<Channel> fitted = new ArrayList<>();
        for (Channel channel : profile.channels()) {
            fitted.add(withBits(channel, BitalinoLayout.port(profile.field(channel.id())), layout));
        }
        DeviceProfile.Commands commands = profile.commands();
        List<byte[]> start = new ArrayList<>(commands.start());
        if (!start.isEmpty()) {
            start.set(start.size() - 1, BitalinoCommands.startLive(layout.ports()));
        }
        return profile.withChannels(fitted)
                .withCommands(new DeviceProfile.Commands(
                        start, commands.stop(), commands.gapMillis(), commands.keepAlive(), commands.everyMillis()));
    }

    /** One step of 6 bits is sixteen steps of 10 bits. */
    private static Channel withBits(Channel channel, int port, BitalinoLayout layout) {
        if (port == 0) {
            return withRange(channel, 1, 1);
        }
        boolean coarse = layout.bits(port) == 6;
        boolean wasCoarse = channel.highestCode() == TOP_OF_6_BITS;
        double factor = coarse == wasCoarse ? 1 : coarse ? 16 : 1.0 / 16;
        return withRange(channel, factor, coarse ? TOP_OF_6_BITS : TOP_OF_10_BITS);
    }

    private static Channel withRange(Channel c, double factor, double highestCode) {
        Noise noise = c.noise();
        return new Channel(
                c.id(),
                c.name(),
                c.modality(),
                c.unit(),
                c.scale() * factor,
                c.offset(),
                0,
                highestCode,
                new Noise(noise.step() * factor, noise.floor(), noise.bandLowHz(), noise.bandHighHz()));
    }
}
