package org.stillpoint.training;

import java.util.Map;

/**
 * What earlier sessions found out about this person and a new one starts from, by the keys of {@link Finding}.
 *
 * @param first the oldest of each key: progress is counted from it
 * @param newest the newest of each key
 */
public record Remembered(Map<String, Finding> first, Map<String, Finding> newest) {

    /** Nothing yet: a first session, or a guest. */
    public static final Remembered NOTHING = new Remembered(Map.of(), Map.of());

    /** Each found once. */
    public static Remembered of(Map<String, Finding> once) {
        return new Remembered(once, once);
    }

    /** The newest number under a key; NaN when it was never found. */
    public double number(String key) {
        Finding finding = newest.get(key);
        return finding == null ? Double.NaN : finding.value();
    }

    /** The newest text under a key; empty when it was never found. */
    public String text(String key) {
        Finding finding = newest.get(key);
        return finding == null ? "" : finding.text();
    }

    /** The oldest number under a key; NaN when it was never found. */
    public double firstNumber(String key) {
        Finding finding = first.get(key);
        return finding == null ? Double.NaN : finding.value();
    }
}
