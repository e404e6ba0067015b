package org.stillpoint.ui.console;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import org.stillpoint.signal.Modality;

/** The small drawn signs: a modality keeps its sign and its colour, a state differs by shape. Made for 16 by 16. */
final class Signs {

    private Signs() {}

    /** The sign of a modality in its colour. */
    static Node of(Modality modality) {
        return switch (modality) {
            case ECG, PPG, BPM, IBI, SPO2 ->
                line(
                        "M8 13.4 C3.2 10 1.8 7.6 1.8 5.6 C1.8 3.6 3.2 2.4 4.9 2.4 C6.3 2.4 7.4 3.2 8 4.4"
                                + " C8.6 3.2 9.7 2.4 11.1 2.4 C12.8 2.4 14.2 3.6 14.2 5.6 C14.2 7.6 12.8 10 8 13.4 Z",
                        "heart-line");
            case RESP, RESP2 -> line("M1 8 C2.6 2.2 5.2 2.2 8 8 S13.4 13.8 15 8", "breath-line");
            case EMG -> line("M1 8 H3.4 L4.8 4.4 L6.6 12.6 L8.8 2.4 L10.8 12 L12.2 8 H15", "muscle-line");
            case EDA, TEMP ->
                line("M8 1.8 C10.6 5.4 12.2 7.6 12.2 10 A4.2 4.2 0 0 1 3.8 10 C3.8 7.6 5.4 5.4 8 1.8 Z", "skin-line");
            case ACC, AUX, MARKER -> line("M3 3 H13 V13 H3 Z", "muted-line");
        };
    }

    /** A tick, three dots or a question of a triangle: how a channel stands. */
    static Node of(Standing standing) {
        return switch (standing) {
            case GOOD -> line("M2.6 8.4 L6.4 12 L13.4 4.4", "good-line");
            case WAITING -> line("M3 8 H3.2 M8 8 H8.2 M13 8 H13.2", "muted-line");
            case NEEDS_A_LOOK -> line("M8 2 L14.6 13.6 H1.4 Z M8 6.6 V9.6 M8 11.6 V11.7", "attention-line");
        };
    }

    /** Full, hollow or dash: what a number rests on. */
    static Node of(Mark mark) {
        return switch (mark) {
            case FULL -> line("M8 4.2 A3.8 3.8 0 1 1 7.99 4.2 Z", "mark-full");
            case HOLLOW -> line("M8 4.6 A3.4 3.4 0 1 1 7.99 4.6 Z", "mark-hollow");
            case DASH -> line("M4.4 8 H11.6", "mark-dash");
        };
    }

    private static Node line(String path, String styleClass) {
        SVGPath sign = new SVGPath();
        sign.setContent(path);
        sign.getStyleClass().addAll("sign", styleClass);
        StackPane box = new StackPane(sign);
        box.getStyleClass().add("sign-box");
        return box;
    }
}
