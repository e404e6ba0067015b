package org.stillpoint.metric;

/** Why a measure has no number; the words are for people. */
public enum Absence {
    /** There is a number. */
    NONE(""),
    /** The window is not full yet; {@link Metric#needs} says how long it is. */
    NOT_ENOUGH_YET("not enough yet"),
    ARTEFACTS("too many artefacts"),
    STALE("nothing new"),
    SENSOR_LIMIT("at the sensor's limit"),
    NO_SENSOR("no sensor"),
    CORRECTED_SHARE("too many irregular beats"),
    HELD("on hold"),
    RATE_TOO_LOW("sampling rate too low"),
    /** It is measured against something that nobody has set or the sensor does not say. */
    NO_REFERENCE("nothing to compare with"),
    UNCLEAR("no clear pattern"),
    NOT_PACED("no pacer"),
    NO_EFFORT("no effort yet"),
    /** Around a cough, a word, a movement that was marked. */
    MARKED("a marked moment");

    private final String words;

    Absence(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether it cannot change during a session. */
    boolean lasting() {
        return this == NO_SENSOR || this == RATE_TOO_LOW;
    }
}
