package org.stillpoint.ui.feedback;

import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;

/** A colour that comes and goes from left to right; made anew only when something about it changes. */
final class Fade {

    private LinearGradient gradient;
    private Color color;
    private double from;
    private double knee;
    private double to;
    private double first;
    private double middle;
    private double last;

    /** Strength {@code first} at x = {@code from}, {@code middle} at {@code knee}, {@code last} at {@code to}. */
    LinearGradient of(
            Color newColor,
            double newFrom,
            double newFirst,
            double newKnee,
            double newMiddle,
            double newTo,
            double newLast) {
        boolean same = newColor.equals(color)
                && newFrom == from
                && newKnee == knee
                && newTo == to
                && newFirst == first
                && newMiddle == middle
                && newLast == last;
        if (!same) {
            color = newColor;
            from = newFrom;
            knee = newKnee;
            to = newTo;
            first = newFirst;
            middle = newMiddle;
            last = newLast;
            double share = Math.max(0.01, Math.min(0.99, (knee - from) / (to - from)));
            gradient = new LinearGradient(
                    from,
                    0,
                    to,
                    0,
                    false,
                    CycleMethod.NO_CYCLE,
                    new Stop(0, color.deriveColor(0, 1, 1, first)),
                    new Stop(share, color.deriveColor(0, 1, 1, middle)),
                    new Stop(1, color.deriveColor(0, 1, 1, last)));
        }
        return gradient;
    }
}
