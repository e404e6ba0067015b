package org.stillpoint.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Noise;
import org.stillpoint.signal.Unit;

/** Turns a profile that fits the schema into a {@link DeviceProfile}, and finds what a schema cannot see. */
final class ProfileTree {

    private static final String HEX = "hex:";

    private final JsonNode tree;
    private final Path file;
    private final String source;
    private final TomlLines lines;
    private final List<ProfileProblem> faults;
    private final Map<String, String> fields = new HashMap<>();

    ProfileTree(JsonNode tree, Path file, String source, TomlLines lines, List<ProfileProblem> faults) {
        this.tree = tree;
        this.file = file;
        this.source = source;
        this.lines = lines;
        this.faults = faults;
    }

    /** The profile; empty when a fault was found. */
    Optional<DeviceProfile> profile() {
        String id = tree.get("id").asText();
        Path folder = file.toAbsolutePath().getParent().getFileName();
        if (folder == null || !folder.toString().equals(id)) {
            fault("/id", "\"id\" is \"" + id + "\"; expected the folder's name, \"" + folder + "\"");
        }
        String kind = tree.at("/frame/kind").asText();
        if (!FrameDecoders.kinds().contains(kind)) {
            fault(
                    "/frame/kind",
                    "\"kind\" is \"" + kind + "\", which this station does not decode; expected one of "
                            + String.join(", ", FrameDecoders.kinds()));
            return Optional.empty();
        }
        List<Channel> channels = new ArrayList<>();
        List<Channel> spare = new ArrayList<>();
        readChannels(kind, channels, spare);
        checkNoise();
        DeviceProfile profile = new DeviceProfile(
                id,
                tree.get("name").asText(),
                tree.get("rate_hz").asDouble(),
                DeviceProfile.Isolation.valueOf(tree.get("isolation").asText().toUpperCase(Locale.ROOT)),
                List.copyOf(channels),
                port(tree.get("port")),
                find(tree.path("find")),
                commands(tree.path("commands")),
                frame(tree.get("frame"), kind),
                source,
                file,
                List.copyOf(spare));
        return faults.isEmpty() ? fitted(profile) : Optional.empty();
    }

    /** A decoder must be able to work from the profile; what it says against it is a fault of the fields. */
    private Optional<DeviceProfile> fitted(DeviceProfile profile) {
        try {
            if (!profile.spare().isEmpty()) {
                List<Channel> all = new ArrayList<>(profile.channels());
                all.addAll(profile.spare());
                FrameDecoders.of(profile.withChannels(all));
            }
            FrameDecoders.of(profile);
            return Optional.of(ChannelChoice.fit(profile));
        } catch (IllegalArgumentException e) {
            fault("/channel", e.getMessage());
            return Optional.empty();
        }
    }

    private void readChannels(String kind, List<Channel> channels, List<Channel> spare) {
        JsonNode all = tree.get("channel");
        for (int i = 0; i < all.size(); i++) {
            JsonNode node = all.get(i);
            String id = node.get("id").asText();
            if (fields.keySet().stream().anyMatch(id::equalsIgnoreCase)) {
                fault("/channel/" + i + "/id", "channel id \"" + id + "\" stands twice; expected a different one");
            }
            for (String key : List.of("missing", "when")) {
                if (node.has(key)) {
                    fault("/channel/" + i + "/" + key, "\"" + key + "\" has no meaning for framing \"" + kind + "\"");
                }
            }
            fields.put(id, node.path("field").asText(id));
            (node.path("optional").asBoolean() ? spare : channels).add(channel(node, kind));
        }
        if (channels.isEmpty()) {
            fault("/channel", "every channel is optional; expected at least one that is on");
        }
    }

    private Channel channel(JsonNode node, String kind) {
        String id = node.get("id").asText();
        boolean lines = kind.equals("lines");
        boolean cyton = kind.equals("openbci-cyton");
        JsonNode noise = tree.path("noise").path(id);
        return new Channel(
                id,
                node.path("name").asText(id),
                Modality.of(node.get("role").asText()).orElseThrow(),
                Unit.ofSuffix(node.path("unit").asText("raw")).orElseThrow(),
                node.path("scale").asDouble(1),
                node.path("offset").asDouble(0),
                lines ? Double.NaN : cyton ? CytonDecoder.LOWEST_CODE : 0,
                lines ? Double.NaN : cyton ? CytonDecoder.HIGHEST_CODE : 1023,
                new Noise(
                        noise.path("step").asDouble(Double.NaN),
                        noise.path("floor").asDouble(Double.NaN),
                        noise.path("band_hz").path(0).asDouble(Double.NaN),
                        noise.path("band_hz").path(1).asDouble(Double.NaN)));
    }

    private void checkNoise() {
        tree.path("noise").fieldNames().forEachRemaining(id -> {
            if (!fields.containsKey(id)) {
                fault(
                        "/noise/" + id,
                        "there is no channel \"" + id + "\"; expected one of " + String.join(", ", ids()));
            }
            JsonNode band = tree.at("/noise/" + id + "/band_hz");
            if (band.size() == 2 && band.get(0).asDouble() >= band.get(1).asDouble()) {
                fault("/noise/" + id + "/band_hz", "\"band_hz\" runs backwards; expected [lowest, highest] in Hz");
            }
        });
    }

    private List<String> ids() {
        return fields.keySet().stream().sorted().toList();
    }

    private static DeviceProfile.PortSettings port(JsonNode port) {
        List<Integer> bauds = new ArrayList<>();
        if (port.get("baud").isArray()) {
            port.get("baud").forEach(baud -> bauds.add(baud.asInt()));
        } else {
            bauds.add(port.get("baud").asInt());
        }
        return new DeviceProfile.PortSettings(
                List.copyOf(bauds),
                port.path("line").asText("8N1"),
                port.path("dtr").asBoolean(true),
                port.path("rts").asBoolean(true),
                port.path("settle_ms").asInt(0));
    }

    private DeviceProfile.Find find(JsonNode find) {
        List<String> usb = new ArrayList<>();
        find.path("usb").forEach(id -> usb.add(id.asText()));
        String answer = find.path("answer").asText("");
        try {
            Pattern.compile(answer);
        } catch (PatternSyntaxException e) {
            fault("/find/answer", "\"answer\" is not a regular expression: " + e.getDescription());
        }
        return new DeviceProfile.Find(
                List.copyOf(usb),
                find.path("listen_ms").asInt(0),
                bytes(find.path("ask"), "/find/ask"),
                answer,
                find.path("within_ms").asInt(2000));
    }

    private DeviceProfile.Commands commands(JsonNode commands) {
        return new DeviceProfile.Commands(
                list(commands.path("start"), "/commands/start"),
                list(commands.path("stop"), "/commands/stop"),
                commands.path("gap_ms").asInt(0),
                bytes(commands.path("keepalive"), "/commands/keepalive"),
                commands.path("every_ms").asInt(0));
    }

    private DeviceProfile.FrameSettings frame(JsonNode frame, String kind) {
        return new DeviceProfile.FrameSettings(
                kind, frame.path("lock").asInt(1), frame.path("skip_first_line").asBoolean(true), Map.copyOf(fields));
    }

    private List<byte[]> list(JsonNode commands, String pointer) {
        List<byte[]> found = new ArrayList<>();
        commands.forEach(command -> found.add(bytes(command, pointer)));
        return List.copyOf(found);
    }

    /** Bytes of a text or of {@code hex:…}; none of an absent one. */
    private byte[] bytes(JsonNode node, String pointer) {
        String text = node instanceof MissingNode ? "" : node.asText();
        if (!text.startsWith(HEX)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return HexFormat.of().parseHex(text.substring(HEX.length()).replace(" ", ""));
        } catch (IllegalArgumentException e) {
            fault(pointer, "\"" + text + "\" is not a list of bytes; expected hex: and pairs of 0-9 A-F");
            return new byte[0];
        }
    }

    private void fault(String pointer, String reason) {
        faults.add(new ProfileProblem(file, lines.of(pointer), reason));
    }
}
