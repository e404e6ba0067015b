package org.stillpoint.ui.patient;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Words in the middle, in lines of about the same length: no word is left alone in the last one. JavaFX thread only. */
final class EvenLabel extends Label {

    private static final double LOOSE = 1.06;

    private final Text measure = new Text();
    private double room = Double.MAX_VALUE;

    EvenLabel() {
        setWrapText(true);
        setAlignment(Pos.CENTER);
        setTextAlignment(TextAlignment.CENTER);
        setMinHeight(USE_PREF_SIZE);
        textProperty().addListener((property, before, now) -> fit());
        fontProperty().addListener((property, before, now) -> fit());
    }

    /** The width that it may have at most. */
    void room(double pixels) {
        if (pixels != room) {
            room = pixels;
            fit();
        }
    }

    private void fit() {
        measure.setText(getText());
        measure.setFont(getFont());
        double whole = Math.ceil(measure.getLayoutBounds().getWidth());
        double lines = Math.ceil(whole / room);
        // a line more than two thirds as long as the longest looks even enough; words do not break anywhere
        double even = lines > 1 ? whole / lines * LOOSE + getFont().getSize() * 2 : whole + 1;
        setMaxWidth(Math.max(1, Math.min(room, even)));
    }
}
