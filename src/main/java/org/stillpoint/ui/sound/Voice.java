package org.stillpoint.ui.sound;

/**
 * One generated sound. It never clicks: whatever the state does, its level goes from nothing to full in no less than
 * 30 ms and its pitch glides. One thread; allocates nothing after construction.
 */
interface Voice {

    /** Takes over what the next block has to sound like. */
    void tune(SoundState state);

    /** The next sample; at most {@link #peak} to either side. */
    double next();

    /** The most that a sample can be. */
    double peak();

    /** It will not be heard again. */
    default void leave() {}
}
