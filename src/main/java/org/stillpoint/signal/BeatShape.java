package org.stillpoint.signal;

import java.util.Locale;

/** Whether a beat looks like the person's usual beats. */
public enum BeatShape {
    /** Of a form that most of the person's beats have, or that comes often and in time. */
    USUAL,
    /** Of another form: it began elsewhere in the heart, or took another way through it. */
    OTHER,
    /** Cannot be told: the forms are not known yet, or the signal is too restless. */
    UNKNOWN;

    /** The word in files, for instance {@code other}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
