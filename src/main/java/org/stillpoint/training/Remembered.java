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

    /** Key of the sound that this person chose for such a training; its text is the id. */
    public static String soundOf(Protocol protocol) {
        return "chosen_sound_" + training(protocol);
    }

    /** Key of the display that this person chose for such a training; its text is the id. */
    public static String displayOf(Protocol protocol) {
        return "chosen_display_" + training(protocol);
    }

    /** What suits one training says nothing in another. */
    private static String training(Protocol protocol) {
        return protocol.exercises().isEmpty()
                ? "any"
                : protocol.exercises().get(0).replace('-', '_');
    }

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
