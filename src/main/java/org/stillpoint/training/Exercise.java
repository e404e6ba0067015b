package org.stillpoint.training;

import org.stillpoint.signal.PacerCell;

/**
 * What is asked of the patient, decided every 20 ms of sample time. One instance a session, on training's thread;
 * {@link #step} allocates nothing.
 */
public interface Exercise {

    /** Word of protocols. */
    String id();

    /** What a person reads. */
    String name();

    /** The session begins. */
    void begin(Protocol protocol, PacerCell pacer);

    /** A phase begins, or begins again. */
    void phase(Phase phase, double tSeconds);

    /** The session is held: nothing is asked, nothing is counted. */
    default void hold(double tSeconds) {}

    /** It goes on. */
    default void resume(double tSeconds) {}

    /** A wish of the therapist; those of other exercises are left alone. */
    default void wish(TrainingControl.Wish wish, double tSeconds) {}

    /** Reads the levels in the feedback and writes what it decides into it. Not called while held. */
    void step(double tSeconds, Feedback feedback);
}
