package org.stillpoint.ui.feedback;

import org.stillpoint.ui.Palette;

/**
 * How a display is to look.
 *
 * @param stillMotion the breathing shape changes its fill and not its place
 * @param numbers small figures, off unless the patient asks for them
 * @param muscleSite the muscle in the patient's words, for instance {@code right shoulder}; may be empty
 */
public record DisplayLook(Palette palette, boolean stillMotion, boolean numbers, String muscleSite) {

    public DisplayLook(Palette palette) {
        this(palette, false, false, "");
    }
}
