package org.stillpoint.app;

import org.stillpoint.acquisition.Clock;
import org.stillpoint.ui.console.TherapistConsole;

/** Lets the sound follow the running session. */
final class SessionSound {

    private SessionSound() {}

    static void follow(TherapistConsole console, Clock clock) {}
}
