package org.stillpoint.signal;

/** State of a channel in words that a therapist understands; {@link #usable} decides whether a measure may use it. */
public enum Quality {
    GOOD("good", true),
    SENSOR_LIMIT("at the sensor's limit", true),
    MAINS("noisy with mains", true),
    MOVING("moving", false),
    FLAT("flat", false),
    RAILED("railed", false),
    OFF("off", false),
    LOST("no data", false),
    SETTLING("settling", false);

    private final String word;
    private final boolean usable;

    Quality(String word, boolean usable) {
        this.word = word;
        this.usable = usable;
    }

    public String word() {
        return word;
    }

    /** Whether detectors and measures may use samples of this quality. */
    public boolean usable() {
        return usable;
    }
}
