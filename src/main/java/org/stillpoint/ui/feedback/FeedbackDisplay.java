package org.stillpoint.ui.feedback;

import javafx.scene.Node;
import org.stillpoint.training.Feedback;

/**
 * Shows the newest feedback to a person; JavaFX thread only. It says nothing that the feedback does not hold. The lowest
 * eighth of its room is left free for the one sentence that goes with it.
 */
public interface FeedbackDisplay {

    /** What it paints on: grows to the room it is given, its ground is transparent. */
    Node node();

    /** Whether it is for closed eyes: then no sentence stands on it. */
    default boolean wordless() {
        return false;
    }

    /**
     * Shows this instant.
     *
     * @param newest read only during the call
     * @param ownSignals false: the pacer alone, nothing of the person's own
     * @param frameNanos time of the frame; only differences mean something
     */
    void show(Feedback newest, boolean ownSignals, long frameNanos);
}
