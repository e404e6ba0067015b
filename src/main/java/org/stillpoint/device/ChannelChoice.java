package org.stillpoint.device;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stillpoint.signal.Channel;

/**
 * Applies a person's choice of channels, {@code A1,A3} or {@code emg,ecg}, to a profile.
 *
 * <p>A word is a channel's id or its place in the frame, letter case does not count; spare channels can be chosen too.
 * Where lines of text are read, a word that is no channel defines one: a label such as {@code ppg} or {@code emg_uV}, a
 * position such as {@code 2}, or {@code name=label} and {@code name=position}.
 */
public final class ChannelChoice {

    private ChannelChoice() {}

    /**
     * The profile with only the chosen channels, in the order chosen; unchanged when nothing is chosen.
     *
     * @throws DeviceException when a word is no channel, stands twice, or the device cannot work with the choice
     */
    public static DeviceProfile apply(DeviceProfile profile, List<String> words) throws DeviceException {
        if (words == null || words.isEmpty()) {
            return profile;
        }
        Map<String, String> fields = new HashMap<>(
                profile.frame() == null ? Map.of() : profile.frame().fields());
        List<Channel> chosen = new ArrayList<>();
        for (String word : words) {
            Channel channel = existing(profile, word.strip());
            if (channel == null
                    && profile.frame() != null
                    && profile.frame().kind().equals("lines")) {
                TextChannel text = TextChannel.of(word.strip());
                channel = text.channel();
                fields.put(channel.id(), text.field());
            }
            if (channel == null) {
                throw new DeviceException("The device " + profile.id() + " has no channel \"" + word.strip()
                        + "\"; there are: " + names(profile) + ".");
            }
            String id = channel.id();
            if (chosen.stream().anyMatch(c -> c.id().equalsIgnoreCase(id))) {
                throw new DeviceException("Channel \"" + word.strip() + "\" is chosen twice; name each channel once.");
            }
            chosen.add(channel);
        }
        try {
            return fit(withFields(profile, fields).withChannels(chosen));
        } catch (IllegalArgumentException e) {
            throw new DeviceException(
                    "The device " + profile.id() + " cannot send these channels alone; there are: " + names(profile)
                            + ".",
                    e);
        }
    }

    /**
     * For devices that speak in lines: the channels that the bytes show, one for each field of the first line of data.
     *
     * @return the profile unchanged when no whole line of data is in the bytes
     */
    public static DeviceProfile seenIn(DeviceProfile profile, byte[] bytes, int length) throws DeviceException {
        DeviceProfile open = profile.withChannels(List.of());
        TextLineDecoder decoder = (TextLineDecoder) FrameDecoders.of(open);
        List<String> words = new ArrayList<>();
        SampleSink firstLine = new SampleSink() {
            @Override
            public void sample(double[] codes) {
                for (int i = 0; words.size() == i && i < decoder.lineFields(); i++) {
                    String label = decoder.lineLabel(i);
                    words.add(label.matches("[A-Za-z_].*") ? label : String.valueOf(i + 1));
                }
            }

            @Override
            public void lost(long samples) {
                // lines have no counter
            }
        };
        decoder.feed(bytes, 0, length, firstLine);
        return apply(profile, words.stream().distinct().toList());
    }

    /** The profile as its device sends these channels: a BITalino's bits and start command depend on the choice. */
    static DeviceProfile fit(DeviceProfile profile) {
        boolean bitalino = profile.frame() != null && profile.frame().kind().equals("bitalino");
        return bitalino ? BitalinoPorts.fit(profile) : profile;
    }

    private static Channel existing(DeviceProfile profile, String word) {
        List<Channel> all = new ArrayList<>(profile.channels());
        all.addAll(profile.spare());
        for (Channel channel : all) {
            boolean field =
                    profile.frame() != null && profile.field(channel.id()).equalsIgnoreCase(word);
            if (field || channel.id().equalsIgnoreCase(word)) {
                return channel;
            }
        }
        return null;
    }

    private static DeviceProfile withFields(DeviceProfile profile, Map<String, String> fields) {
        DeviceProfile.FrameSettings frame = profile.frame();
        return frame == null
                ? profile
                : profile.withFrame(new DeviceProfile.FrameSettings(
                        frame.kind(), frame.lock(), frame.skipFirstLine(), Map.copyOf(fields)));
    }

    private static String names(DeviceProfile profile) {
        List<Channel> all = new ArrayList<>(profile.channels());
        all.addAll(profile.spare());
        List<String> names = new ArrayList<>();
        for (Channel channel : all) {
            String field = profile.frame() == null ? channel.id() : profile.field(channel.id());
            names.add(field.equalsIgnoreCase(channel.id()) ? channel.id() : channel.id() + " (" + field + ")");
        }
        return String.join(", ", names);
    }
}
