package org.stillpoint.ui.feedback;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.stillpoint.training.Feedback;

/** The verb a display shows; a new one takes the old one's place within 200 ms. */
final class Cue {

    private static final double CHANGE_SECONDS = 0.2;

    private String word = "";
    private String before = "";
    private double changedSeconds = Double.NEGATIVE_INFINITY;

    /** What the pacer asks for; empty when nobody is paced. */
    static String ofPacer(Feedback feedback) {
        if (!feedback.pacing() || Double.isNaN(feedback.pacerPhase())) {
            return "";
        }
        if (feedback.pausing()) {
            return "rest";
        }
        return feedback.inhaling() ? "breathe in" : "breathe out";
    }

    void set(String newest, double tSeconds) {
        if (!newest.equals(word)) {
            before = word;
            word = newest;
            changedSeconds = tSeconds;
        }
    }

    void paint(GraphicsContext g, double x, double y, Font font, Color color, double tSeconds) {
        double share = Math.max(0, Math.min(1, (tSeconds - changedSeconds) / CHANGE_SECONDS));
        g.setFont(font);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.BASELINE);
        if (share < 1 && !before.isEmpty()) {
            g.setFill(color.deriveColor(0, 1, 1, 1 - share));
            g.fillText(before, x, y);
        }
        g.setFill(color.deriveColor(0, 1, 1, share));
        g.fillText(word, x, y);
    }
}
