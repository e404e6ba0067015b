package org.stillpoint.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.signal.Channel;

/** The framings that can be emulated. A new one is a class and a line in {@link #of}. */
final class FrameEncoders {

    /** Lines a second of a sketch whose rate nobody declared. */
    static final double SKETCH_HZ = 100;

    private static final List<String> KINDS = List.of("bitalino", "openbci-cyton", "lines");

    private FrameEncoders() {}

    /** Kinds of frames, as a profile names them. */
    static List<String> all() {
        return KINDS;
    }

    /**
     * The device's side of a profile.
     *
     * @param labels inputs to send; empty: the device's own choice
     * @param sketchHz rate of a device that declares none
     * @throws DeviceException when devices of this kind cannot be emulated
     * @throws IllegalArgumentException when a label is no input of the device
     */
    static FrameEncoder of(DeviceProfile profile, List<String> labels, double sketchHz) throws DeviceException {
        String kind = profile.frame() == null ? "" : profile.frame().kind();
        return switch (kind) {
            case "bitalino" -> new BitalinoEncoder(profile, mask(profile, labels));
            case "openbci-cyton" -> new CytonEncoder(profile);
            case "lines" ->
                new LinesEncoder(printed(profile, labels), profile.rateHz() > 0 ? profile.rateHz() : sketchHz, '\t');
            default ->
                throw new DeviceException("'" + profile.id()
                        + "' cannot be emulated: it needs no port, or its frames are not among "
                        + String.join(", ", KINDS) + ".");
        };
    }

    /** Every name of each input: its id, its place on the device ({@code A1}, {@code ch1}), what it measures. */
    static List<List<String>> names(FrameEncoder encoder) {
        List<List<String>> names = new ArrayList<>();
        List<String> measured = new ArrayList<>();
        for (int i = 0; i < encoder.inputs().size(); i++) {
            Channel input = encoder.inputs().get(i);
            List<String> own = new ArrayList<>(List.of(input.id()));
            if (encoder instanceof BitalinoEncoder) {
                own.add("A" + (i + 1));
            } else if (encoder instanceof CytonEncoder && i < 8) {
                own.add("ch" + (i + 1));
            }
            String modality = input.modality().id();
            if (!measured.contains(modality)) {
                measured.add(modality);
                own.add(modality);
            }
            names.add(own);
        }
        return names;
    }

    /** The profile's channel, also a spare one, that lies at this place of the frame. */
    static Optional<Channel> at(DeviceProfile profile, String field) {
        return Stream.concat(profile.channels().stream(), profile.spare().stream())
                .filter(c -> profile.field(c.id()).equalsIgnoreCase(field))
                .findFirst();
    }

    private static int mask(DeviceProfile profile, List<String> labels) {
        List<List<String>> names = names(new BitalinoEncoder(profile, 0));
        int mask = 0;
        for (String label : labels) {
            mask |= 1 << ColumnMap.input(label, names);
        }
        return mask;
    }

    private static List<Channel> printed(DeviceProfile profile, List<String> labels) {
        if (labels.isEmpty()) {
            return profile.channels();
        }
        List<Channel> channels = new ArrayList<>();
        for (String label : labels) {
            channels.add(profile.channels().stream()
                    .filter(c -> c.id().equalsIgnoreCase(label))
                    .findFirst()
                    .map(c -> new Channel(
                            label,
                            c.name(),
                            c.modality(),
                            c.unit(),
                            c.scale(),
                            c.offset(),
                            c.lowestCode(),
                            c.highestCode(),
                            c.noise()))
                    .orElseGet(() -> unknown(label)));
        }
        return channels;
    }

    private static Channel labelled(Channel c, String label) {
        return new Channel(
                label,
                c.name(),
                c.modality(),
                c.unit(),
                c.scale(),
                c.offset(),
                c.lowestCode(),
                c.highestCode(),
                c.noise());
    }

    /** A label that the profile does not know says itself what it measures and in which unit: {@code emg_uV}. */
    private static Channel unknown(String label) {
        try {
            return labelled(TextChannel.of(label).channel(), label);
        } catch (DeviceException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
