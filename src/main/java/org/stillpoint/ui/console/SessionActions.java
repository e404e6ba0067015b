package org.stillpoint.ui.console;

import org.stillpoint.ui.Theme;

/** What the keys and buttons of the console do beyond the session's own wishes. */
interface SessionActions {

    /** Another display for the patient. */
    void display(String id);

    /** Opens the patient's window, or brings it to the front. */
    void patientWindow();

    /** Shows or hides the line for a note. */
    void noteLine();

    /** Breathing sounds on or off. */
    void sound(boolean on);

    /** Figures on the patient's screen, or none. */
    void numbers(boolean on);

    /** The patient's shapes change their fill and not their place. */
    void stillMotion(boolean on);

    /** Another look of the console; only while no session runs. */
    void theme(Theme theme);

    /** Ends the session. */
    void end();
}
