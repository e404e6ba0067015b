package org.stillpoint.training;

/**
 * What an exercise gathered and can give back: all of the phase of now, for what was skipped or begins again does not count,
 * or the newest, for they were gathered before anybody said that something disturbed the body.
 *
 * <p>Training's thread; {@link #at} is called with every tick and allocates nothing.
 */
interface Entries {

    /** What is added from now on is added at this time. */
    void at(double tSeconds);

    /** What is added from now on belongs to a phase that begins. */
    void phaseBegins();

    /** Gives back what was added since the phase began. */
    void takeBack();

    /** Gives back what was added at this time or later. */
    void takeBackSince(double tSeconds);
}
