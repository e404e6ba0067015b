package org.stillpoint.ui.console;

import org.stillpoint.signal.Quality;

/** How a channel stands, as a sign beside its word. */
enum Standing {
    GOOD,
    WAITING,
    NEEDS_A_LOOK;

    static Standing of(Quality quality) {
        if (quality == Quality.SETTLING) {
            return WAITING;
        }
        return quality == Quality.GOOD ? GOOD : NEEDS_A_LOOK;
    }
}
