package org.stillpoint.device;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A BITalino's answer to the version question.
 *
 * @param text such as {@code BITalino_v5.2}
 * @param skippedBytes left-over frames in front of it
 */
public record BitalinoVersion(String text, int skippedBytes) {

    private static final Pattern ANSWER = Pattern.compile("BITalino[^\\n\\r]{0,40}(?=\\r?\\n)");
    private static final Pattern NUMBER = Pattern.compile("v(\\d{1,4})\\.(\\d{1,4})");

    /** Finds the answer in what came so far; empty until its line end is there. */
    public static Optional<BitalinoVersion> parse(byte[] bytes) {
        Matcher matcher = ANSWER.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        return matcher.find() ? Optional.of(new BitalinoVersion(matcher.group(), matcher.start())) : Optional.empty();
    }

    /** Whether the state answer holds the analogue output level: from firmware 5.2 on. */
    public boolean sendsAnalogOutput() {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.find()) {
            return false;
        }
        int major = Integer.parseInt(matcher.group(1));
        return major > 5 || major == 5 && Integer.parseInt(matcher.group(2)) >= 2;
    }
}
