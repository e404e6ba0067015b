package org.stillpoint.ui.patient;

/** What the patient's own keys ask of the sounds. JavaFX thread. */
public interface SoundKeys {

    /** Off, or on again. */
    void onOff();

    /** A step louder, or a step softer. */
    void louder(boolean louder);

    /** Another one of the same kind. */
    void another();
}
