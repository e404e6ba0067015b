package org.stillpoint.ui.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stillpoint.care.MeasureResult;

/** The figures of each phase, a line each; what is absent for one reason shares a line. */
final class PhaseFigures extends VBox {

    PhaseFigures(List<MeasureResult> measures) {
        super(3);
        Map<String, List<String>> absent = new LinkedHashMap<>();
        MeasureResult before = null;
        for (MeasureResult one : measures) {
            boolean begins =
                    before == null || !before.phase().equals(one.phase()) || before.fromSeconds() != one.fromSeconds();
            if (begins) {
                tell(absent);
                long at = Math.round(one.fromSeconds());
                Label title = label(one.phase().isEmpty() ? "Whole recording" : one.phase(), "t15", "medium");
                Label from = label(String.format(Locale.ROOT, "from %d:%02d", at / 60, at % 60), "t12", "muted");
                HBox heading = new HBox(8, title, from);
                heading.setAlignment(Pos.BASELINE_LEFT);
                heading.getStyleClass().add("curve-heading");
                getChildren().add(heading);
            }
            if (Double.isNaN(one.value())) {
                absent.computeIfAbsent(one.reason(), reason -> new ArrayList<>())
                        .add(TrialLine.title(one.title()));
            } else {
                getChildren().add(row(one));
            }
            before = one;
        }
        tell(absent);
        if (measures.isEmpty()) {
            getChildren().add(label("No phase was long enough.", "t13", "muted"));
        }
    }

    private void tell(Map<String, List<String>> absent) {
        absent.forEach((reason, titles) -> {
            Label line = label("Not told, " + reason + ": " + String.join("; ", titles), "t12", "muted");
            line.setWrapText(true);
            getChildren().add(line);
        });
        absent.clear();
    }

    private static HBox row(MeasureResult one) {
        Label title = label(TrialLine.title(one.title()), "t13");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setWrapText(true);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label value = label(number(one.value()) + (one.unit().isEmpty() ? "" : " " + one.unit()), "t13", "semibold");
        value.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(8, title, value);
        row.setAlignment(Pos.BASELINE_LEFT);
        row.setAccessibleText(title.getText() + " " + value.getText() + ", " + ResultLine.ground(one));
        return row;
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 1 ? "%.1f" : "%.2f", value);
    }

    private static Label label(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }
}
