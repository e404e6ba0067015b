package org.stillpoint.device;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text answer of an OpenBCI Cyton or its dongle.
 *
 * @param complete whether the three dollar signs at its end have come
 * @param text what stands before them; packets of a board that was left streaming may stand in front
 */
public record CytonReply(boolean complete, String text) {

    private static final String END = "$$$";
    private static final Pattern FIRMWARE = Pattern.compile("Firmware:\\s*(v[0-9.]{1,20})");

    /** Reads what came so far. */
    public static CytonReply parse(byte[] bytes) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = all.indexOf(END);
        return new CytonReply(end >= 0, end >= 0 ? all.substring(0, end) : all);
    }

    /** Whether the device says that it did what was asked. */
    public boolean success() {
        return complete && text.contains("Success") && !text.contains("Failure");
    }

    /** Firmware that a banner names, for instance {@code v3.1.2}. */
    public Optional<String> firmware() {
        Matcher matcher = FIRMWARE.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether a banner tells of a Daisy board with eight more channels. */
    public boolean daisy() {
        return text.contains("On Daisy");
    }
}
