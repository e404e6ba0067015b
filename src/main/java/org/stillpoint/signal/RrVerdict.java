package org.stillpoint.signal;

import java.util.Locale;

/** What a beat interval is thought to be. */
public enum RrVerdict {
    /** Between two beats of the heart's own pace. */
    NORMAL,
    /** Ends or begins with a beat out of turn. */
    ECTOPIC,
    /** A beat between its ends was not seen. */
    MISSED,
    /** A beat was seen that was none. */
    EXTRA,
    /** Too long or too short for its neighbours without being one of the above. */
    ODD,
    /** The signal was too poor to tell. */
    POOR,
    /** No interval: the first beat, or the first after a gap, a hold or a poor signal. */
    NONE;

    /** The word in files, for instance {@code ectopic}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
