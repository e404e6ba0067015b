package org.stillpoint.training;

import java.util.Locale;

/** How the body is held in a training: levels of a muscle are compared within one posture alone. */
public enum Posture {
    /** Sitting upright, as usual. */
    UPRIGHT,
    RECLINED,
    LYING,
    STANDING;

    /** The key under which something is remembered of this posture; the usual one has the plain key. */
    public String key(String plain) {
        return this == UPRIGHT ? plain : plain + "_" + name().toLowerCase(Locale.ROOT);
    }

    /** In words behind something that was measured so; empty for the usual one. */
    public String words() {
        return this == UPRIGHT ? "" : " " + name().toLowerCase(Locale.ROOT);
    }
}
