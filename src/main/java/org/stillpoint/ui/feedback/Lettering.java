package org.stillpoint.ui.feedback;

import javafx.scene.text.Font;
import org.stillpoint.ui.Theme;

/**
 * The sizes of words on the patient's screen, made anew only when the screen's size changes. On a screen of 24 inches a
 * capital of the smallest is 6.4 mm high, 11 minutes of arc from two metres.
 */
final class Lettering {

    private double unit = Double.NaN;
    private Font verb;
    private Font title;
    private Font side;
    private Font small;

    /** @param newUnit 1 on a screen of 1440 by 810 */
    Lettering at(double newUnit) {
        if (newUnit != unit) {
            unit = newUnit;
            verb = Theme.medium(Math.max(14, 36 * unit));
            title = Theme.medium(Math.max(13, 30 * unit));
            side = Theme.regular(Math.max(13, 24 * unit));
            small = Theme.regular(12);
        }
        return this;
    }

    /** What is asked for now. */
    Font verb() {
        return verb;
    }

    /** What the picture is of. */
    Font title() {
        return title;
    }

    /** What stands beside a line. */
    Font side() {
        return side;
    }

    /** Where there is little room. */
    Font small() {
        return small;
    }
}
