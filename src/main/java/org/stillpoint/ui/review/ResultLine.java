package org.stillpoint.ui.review;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.stillpoint.care.MeasureResult;

/** A measure of the session: its number and unit, and below what the number rests on, or why there is none. */
final class ResultLine extends HBox {

    ResultLine(MeasureResult result) {
        getStyleClass().add("result-line");
        setAlignment(Pos.CENTER_LEFT);
        boolean absent = Double.isNaN(result.value());
        Label title = new Label(heading(result.title()));
        title.getStyleClass().addAll("t15", "medium");
        Label ground = new Label(ground(result));
        ground.getStyleClass().addAll("t12", "muted");
        ground.setWrapText(true);
        VBox words = new VBox(2, title, ground);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label number = new Label(absent ? "–" : number(result.value()));
        number.getStyleClass().addAll("t24", "semibold");
        if (absent) {
            number.getStyleClass().add("muted");
        }
        Label unit = new Label(absent ? "" : result.unit());
        unit.getStyleClass().addAll("t13", "muted");
        number.setMinWidth(USE_PREF_SIZE);
        unit.setMinWidth(Region.USE_PREF_SIZE);
        HBox figure = new HBox(5, number, unit);
        figure.setAlignment(Pos.BASELINE_RIGHT);
        figure.setMaxHeight(USE_PREF_SIZE);
        getChildren().addAll(words, figure);
        setId("result-" + result.name());
        setAccessibleText(result.title() + " " + number.getText() + " " + unit.getText() + ", " + ground.getText());
    }

    private static String heading(String name) {
        return name.isEmpty() ? "" : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : "%.1f", value);
    }

    static String ground(MeasureResult result) {
        if (Double.isNaN(result.value())) {
            return result.reason();
        }
        StringBuilder words = new StringBuilder(window(result.windowSeconds()));
        if (!Double.isNaN(result.bandLowHz()) && !Double.isNaN(result.bandHighHz())) {
            words.append(", ")
                    .append(hertz(result.bandLowHz()))
                    .append("–")
                    .append(hertz(result.bandHighHz()))
                    .append(" Hz");
        }
        if (result.artefactPercent() > 0) {
            words.append(String.format(Locale.ROOT, ", %.1f %% corrected or left out", result.artefactPercent()));
        }
        return words.toString();
    }

    private static String window(double seconds) {
        long whole = Math.round(seconds);
        return whole < 120
                ? "over " + whole + " s"
                : String.format(Locale.ROOT, "over %d:%02d min", whole / 60, whole % 60);
    }

    private static String hertz(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
