package org.stillpoint.ui.feedback;

import java.util.List;
import org.stillpoint.ui.Beats;
import org.stillpoint.ui.Palette;

/**
 * How a display is to look, and whose signals it shows.
 *
 * @param stillMotion the breathing shape changes its fill and not its place
 * @param numbers small figures, off unless the patient asks for them
 * @param muscleSite the muscle in the patient's words, for instance {@code right shoulder}; may be empty
 * @param secondSite the other side's muscle, in the same words; may be empty
 * @param muscleLine line of the trained muscle; -1 when there is none
 * @param measures by their places in the feedback: the one that is trained is called so
 * @param heartLeads while no pacer is there, the own heart curve is what is followed
 * @param beats the heart's beats; this display is their one reader
 */
public record DisplayLook(
        Palette palette,
        boolean stillMotion,
        boolean numbers,
        String muscleSite,
        String secondSite,
        int muscleLine,
        List<TrainedMeasure> measures,
        boolean heartLeads,
        Beats beats) {

    public DisplayLook(Palette palette) {
        this(palette, false, false, "", "", -1, List.of(), false, Beats.none());
    }
}
