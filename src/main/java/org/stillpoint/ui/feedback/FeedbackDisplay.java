package org.stillpoint.ui.feedback;

import javafx.scene.Node;
import org.stillpoint.training.Feedback;

/** Shows the newest feedback to a person; JavaFX thread only. It says nothing that the feedback does not hold. */
public interface FeedbackDisplay {

    /** What it paints on: grows to the room it is given, its ground is transparent. */
    Node node();

    /** The one sentence that says what is to be seen, from the protocol's phase; may be empty. */
    void say(String sentence);

    /**
     * Shows this instant.
     *
     * @param newest read only during the call
     * @param ownSignals false: the pacer alone, nothing of the person's own
     * @param frameNanos time of the frame; only differences mean something
     */
    void show(Feedback newest, boolean ownSignals, long frameNanos);
}
