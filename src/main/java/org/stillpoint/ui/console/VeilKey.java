package org.stillpoint.ui.console;

import java.util.function.Consumer;

/** The veil's key: held down it veils for as long, a tap veils until the next tap. */
final class VeilKey {

    private static final long TAP_NANOS = 400_000_000L;

    private final Consumer<Boolean> veil;
    private boolean down;
    private boolean turnedOn;
    private long pressedNanos;

    VeilKey(Consumer<Boolean> veil) {
        this.veil = veil;
    }

    /** The key goes down, or repeats. @param veiled whether the therapist has veiled already */
    void press(long nanos, boolean veiled) {
        if (down) {
            return;
        }
        down = true;
        pressedNanos = nanos;
        turnedOn = !veiled;
        veil.accept(turnedOn);
    }

    /** The key comes up. @return whether it was down */
    boolean release(long nanos) {
        boolean was = down;
        down = false;
        if (was && turnedOn && nanos - pressedNanos >= TAP_NANOS) {
            veil.accept(false);
        }
        return was;
    }
}
