package org.stillpoint.store;

import java.util.Locale;

/** How far a session got. */
public enum SessionState {
    /** A live writer is at it. */
    RECORDING,
    /** Ended by its recorder. */
    COMPLETE,
    /** No end row and no live writer: not yet recovered. */
    INTERRUPTED,
    /** Ended by recovery after its writer died. */
    RECOVERED;

    /** The word of the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
