package org.stillpoint.ui.review;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.stillpoint.care.SessionSummary;
import org.stillpoint.signal.Marker;

/** What was done and for how long, in the place of the curves of a session in which nothing was measured. */
final class PhaseList extends VBox {

    PhaseList(SessionSummary summary) {
        super(4);
        setId("phase-list");
        getChildren().add(label("Nothing was measured, so there is no curve. This is what was done.", "t15", "muted"));
        List<Marker> phases = summary.phases();
        for (int i = 0; i < phases.size(); i++) {
            double to = i + 1 < phases.size() ? phases.get(i + 1).tSeconds() : summary.seconds();
            getChildren().add(line(phases.get(i).label(), to - phases.get(i).tSeconds()));
        }
    }

    private static HBox line(String title, double seconds) {
        long whole = Math.round(Math.max(0, seconds));
        Label name = label(title, "t15", "medium");
        name.setPrefWidth(220);
        HBox line = new HBox(12, name, label(String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60), "t15"));
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(36);
        return line;
    }

    private static Label label(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }
}
