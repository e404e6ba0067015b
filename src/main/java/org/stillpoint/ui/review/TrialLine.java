package org.stillpoint.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stillpoint.care.Spread;
import org.stillpoint.care.TrialMeasure;
import org.stillpoint.care.TrialResult;
import org.stillpoint.care.ZoneTime;
import org.stillpoint.metric.Absence;
import org.stillpoint.training.PhaseKind;

/** One phase of a session: its title, and below the measures that its goal names, each with what it rests on. */
final class TrialLine extends VBox {

    /** What nobody expected there. */
    private static final Set<String> OF_NO_USE = Set.of(Absence.NOT_PACED.words(), Absence.NO_EFFORT.words());

    TrialLine(TrialResult trial) {
        super(4);
        getStyleClass().add("result-line");
        getChildren().add(label(trial.phase(), "t15", "medium"));
        List<String> absent = new ArrayList<>();
        for (TrialMeasure measure : trial.measures()) {
            if (measure.all().present()) {
                getChildren()
                        .add(row(
                                title(measure.title()),
                                figure(measure.all().median(), measure.unit()),
                                ground(measure)));
            } else if (!OF_NO_USE.contains(measure.all().reason())) {
                absent.add(title(measure.title()) + " (" + measure.all().reason() + ")");
            }
        }
        ZoneTime zone = trial.zone();
        if (trial.kind() != PhaseKind.BASELINE && !Double.isNaN(zone.percent())) {
            getChildren()
                    .add(row(
                            "At or under the first baseline",
                            String.format(Locale.ROOT, "%.0f %%", zone.percent()),
                            zoneGround(zone)));
        }
        if (!absent.isEmpty()) {
            getChildren().add(label("Not told: " + String.join("; ", absent), "t12", "muted"));
        }
        setAccessibleText(trial.phase());
    }

    private static VBox row(String title, String figure, String ground) {
        Label words = label(title, "t13");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Label number = label(figure, "t13", "semibold");
        number.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(8, words, number);
        line.setAlignment(Pos.BASELINE_LEFT);
        return new VBox(1, line, label(ground, "t12", "muted"));
    }

    private static Label label(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        label.setWrapText(true);
        return label;
    }

    static String title(String name) {
        return name.isEmpty() ? "" : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String figure(double value, String unit) {
        String number = String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : "%.1f", value);
        return unit.isEmpty() || unit.equals("ratio") ? number : number + " " + unit;
    }

    /** For instance {@code 3.1 to 5.2, 58 s; with feedback 3.4, veiled 3.9}. */
    static String ground(TrialMeasure measure) {
        Spread all = measure.all();
        String range = Double.isNaN(all.low())
                ? ""
                : String.format(Locale.ROOT, "mostly %.1f to %.1f, ", all.low(), all.high());
        String parts = measure.shown().present() && measure.alone().present()
                ? String.format(
                        Locale.ROOT,
                        "; with feedback %.1f, veiled %.1f",
                        measure.shown().median(),
                        measure.alone().median())
                : "";
        return String.format(Locale.ROOT, "%sover %d s (%.0f %%)%s", range, all.seconds(), all.usablePercent(), parts);
    }

    private static String zoneGround(ZoneTime zone) {
        String relax = Double.isNaN(zone.relaxSeconds())
                ? ""
                : String.format(Locale.ROOT, "; let go after %.0f s", zone.relaxSeconds());
        String parts = Double.isNaN(zone.alonePercent())
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; with feedback %.0f %%, veiled %.0f %%",
                        zone.shownPercent(),
                        zone.alonePercent());
        return String.format(Locale.ROOT, "%.1f µV, %s%s%s", zone.levelMicrovolts(), zone.ground(), parts, relax);
    }
}
