package org.stillpoint.training;

import java.util.Map;

/**
 * What earlier sessions found out about this person and a new one starts from, by the keys of {@link Finding}.
 *
 * @param findings the newest of each key
 */
public record Remembered(Map<String, Finding> findings) {

    /** Nothing yet: a first session, or a guest. */
    public static final Remembered NOTHING = new Remembered(Map.of());

    /** The number under a key; NaN when it was never found. */
    public double number(String key) {
        Finding finding = findings.get(key);
        return finding == null ? Double.NaN : finding.value();
    }

    /** The text under a key; empty when it was never found. */
    public String text(String key) {
        Finding finding = findings.get(key);
        return finding == null ? "" : finding.text();
    }
}
