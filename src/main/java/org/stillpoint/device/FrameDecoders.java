package org.stillpoint.device;

import java.util.List;
import org.stillpoint.signal.Channel;

/** The framings that the station reads, by the name that a profile gives as {@code [frame] kind}. */
public final class FrameDecoders {

    private enum Framing {
        BITALINO("bitalino") {
            @Override
            FrameDecoder decoder(DeviceProfile profile) {
                return new BitalinoDecoder(fields(profile), profile.frame().lock());
            }
        },
        OPENBCI_CYTON("openbci-cyton") {
            @Override
            FrameDecoder decoder(DeviceProfile profile) {
                return new CytonDecoder(fields(profile), profile.frame().lock());
            }
        },
        LINES("lines") {
            @Override
            FrameDecoder decoder(DeviceProfile profile) {
                List<String> ids = profile.channels().stream().map(Channel::id).toList();
                return new TextLineDecoder(ids, fields(profile), profile.frame().skipFirstLine());
            }
        };

        private final String kind;

        Framing(String kind) {
            this.kind = kind;
        }

        abstract FrameDecoder decoder(DeviceProfile profile);
    }

    private FrameDecoders() {}

    /** Names of the framings. */
    public static List<String> kinds() {
        return List.of(Framing.values()).stream().map(f -> f.kind).toList();
    }

    /**
     * A new decoder for the channels of this profile, in their order.
     *
     * @throws IllegalArgumentException when the profile has no framing, one that is not in {@link #kinds}, or a field that
     *     the framing does not have
     */
    public static FrameDecoder of(DeviceProfile profile) {
        String kind = profile.frame() == null ? "none" : profile.frame().kind();
        for (Framing framing : Framing.values()) {
            if (framing.kind.equals(kind)) {
                return framing.decoder(profile);
            }
        }
        throw new IllegalArgumentException("no decoder for framing " + kind + ", only for " + kinds());
    }

    private static List<String> fields(DeviceProfile profile) {
        return profile.channels().stream().map(c -> profile.field(c.id())).toList();
    }
}
