package org.stillpoint.ui.console;

import java.util.List;
import java.util.function.Consumer;
import org.stillpoint.training.RateChoice;

/** What the keys and buttons of the console do beyond the session's own wishes. */
interface SessionActions {

    /** Another display for the patient. */
    void display(String id);

    /** Another sound, by its id; empty = as the protocol says. */
    void sound(String id);

    /** Id of the sound of now. */
    String sounding();

    /** How late the sound is, or why there is none, in a few words; empty when that is not known yet. */
    String soundState();

    /** Ids of the person's own sounds. */
    List<String> ownSounds();

    /** Whether the sound has been asked to fade out. */
    boolean faded();

    /** Lets the sound fade out over a minute, or brings it back. */
    void fade(boolean out);

    /** Opens the patient's window, or brings it to the front. */
    void patientWindow();

    /** Shows or hides the line for a note. */
    void noteLine();

    /** Shows or hides the line for lengths and the appointment's end. */
    void timeLine();

    /** Shows or hides the resonance sheet. */
    void sheet();

    /** Swaps the console and what the patient sees, where there is one screen only. */
    void oneScreen();

    /** Ends the session. */
    void end();

    /**
     * The person trains at this rate next.
     *
     * @param done called when it is kept
     * @param failed called with one sentence when it is not
     */
    void trainAt(RateChoice choice, Consumer<RateChoice> done, Consumer<String> failed);
}
