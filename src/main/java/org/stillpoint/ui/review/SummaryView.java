package org.stillpoint.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.stillpoint.care.SessionSummary;
import org.stillpoint.care.TrialTrace;
import org.stillpoint.signal.Marker;
import org.stillpoint.ui.Palette;
import org.stillpoint.ui.Theme;

/**
 * A session seen afterwards: three curves on one time axis, the measures with what they rest on, the gaps in words, and
 * the same as a table. JavaFX thread only; {@link #close} after it has left its scene.
 */
public final class SummaryView extends VBox {

    private final SessionSummary summary;
    private final List<SummaryChart> charts = new ArrayList<>();

    /**
     * What an exercise laid out.
     *
     * @param title what the button says that shows it
     */
    public record Sheet(String title, Region view) {}

    /** Without a sheet. @param backToStart what the button does */
    public SummaryView(SessionSummary summary, Runnable backToStart) {
        this(summary, Optional.empty(), Theme.LIGHT.palette(), backToStart);
    }

    /**
     * @param sheet what an exercise laid out: it is seen first
     * @param colors of what is painted
     * @param backToStart what the button does
     */
    public SummaryView(SessionSummary summary, Optional<Sheet> sheet, Palette colors, Runnable backToStart) {
        this.summary = summary;
        setId("summary");
        VBox curves = curves();
        SummaryTable table = new SummaryTable(summary);
        boolean columns = summary.trials().stream().anyMatch(TrialTrace::there);
        ToggleGroup choice = new ToggleGroup();
        ToggleButton asTable = choice("as-table", "As a table", choice);
        ToggleButton asSheet = choice("as-sheet", sheet.map(Sheet::title).orElse(""), choice);
        asSheet.setVisible(sheet.isPresent());
        asSheet.setManaged(sheet.isPresent());
        ToggleButton asTrials = choice("as-trials", "Trials", choice);
        asTrials.setVisible(columns);
        asTrials.setManaged(columns);
        Button whole = new Button("Whole session");
        whole.setId("whole-session");
        whole.setAccessibleText("Show the whole session again");
        whole.getStyleClass().add("quiet-button");
        whole.setOnAction(event -> charts.stream().findFirst().ifPresent(chart -> chart.show(0, summary.seconds())));
        Label hint = label("Drag over a curve to look closer", "t12", "muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox above =
                new HBox(8, label("How it went", "t15", "semibold"), space, hint, whole, asSheet, asTrials, asTable);
        above.setAlignment(Pos.CENTER_LEFT);
        HBox.setMargin(asTable, new Insets(0, -12, 0, 0));
        StackPane either = new StackPane(curves, table);
        sheet.map(Sheet::view).ifPresent(view -> {
            view.getStyleClass().remove("card");
            view.visibleProperty().bind(asSheet.selectedProperty());
            either.getChildren().add(view);
        });
        if (columns) {
            TrialsPage trials = new TrialsPage(summary.trials(), colors);
            trials.visibleProperty().bind(asTrials.selectedProperty());
            either.getChildren().add(trials);
        }
        table.visibleProperty().bind(asTable.selectedProperty());
        curves.visibleProperty().bind(choice.selectedToggleProperty().isNull());
        boolean drawn = !charts.isEmpty();
        asTable.setVisible(drawn || !summary.measures().isEmpty());
        hint.visibleProperty().bind(curves.visibleProperty().and(new SimpleBooleanProperty(drawn)));
        whole.visibleProperty().bind(hint.visibleProperty());
        asSheet.setSelected(sheet.isPresent());
        VBox.setVgrow(either, Priority.ALWAYS);
        VBox left = new VBox(8, above, either);
        left.getStyleClass().addAll("card", "summary-curves");

        GridPane body = new GridPane();
        body.getStyleClass().add("body");
        ColumnConstraints wide = new ColumnConstraints();
        wide.setPercentWidth(66.4);
        ColumnConstraints narrow = new ColumnConstraints();
        narrow.setPercentWidth(33.6);
        RowConstraints tall = new RowConstraints();
        tall.setVgrow(Priority.ALWAYS);
        body.getColumnConstraints().addAll(wide, narrow);
        body.getRowConstraints().add(tall);
        body.addRow(0, left, results());
        VBox middle = new VBox(body);
        VBox.setVgrow(body, Priority.ALWAYS);
        middle.getStyleClass().add("middle");
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(header(backToStart), middle);
    }

    private static ToggleButton choice(String id, String words, ToggleGroup group) {
        ToggleButton choice = new ToggleButton(words);
        choice.setId(id);
        choice.getStyleClass().add("quiet-button");
        choice.setToggleGroup(group);
        return choice;
    }

    private static Label label(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }

    private HBox header(Runnable backToStart) {
        long whole = Math.round(summary.seconds());
        Label title = label("Session summary", "t18", "semibold");
        Label length =
                label(String.format(Locale.ROOT, "%d:%02d min recorded", whole / 60, whole % 60), "t15", "muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button back = new Button("Back to start");
        back.setId("back-to-start");
        back.getStyleClass().addAll("action", "primary");
        back.setDefaultButton(true);
        back.setOnAction(event -> backToStart.run());
        HBox header = new HBox(14, title, length, space, back);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().addAll("header", "summary-header");
        return header;
    }

    private VBox curves() {
        VBox box = new VBox(4);
        add(
                box,
                "Heart rate",
                "beats / min",
                "heart-chart",
                summary.beatSeconds(),
                summary.heartRatePerMinute(),
                Double.NaN);
        add(
                box,
                "Breath",
                "0 = all out, 1 = all in",
                "breath-chart",
                summary.breathSeconds(),
                summary.breathPosition(),
                Double.NaN);
        String goal = Double.isNaN(summary.thresholdMicrovolts())
                ? "µV RMS"
                : String.format(Locale.ROOT, "µV RMS, dashed: goal %.1f µV", summary.thresholdMicrovolts());
        add(
                box,
                "Muscle",
                goal,
                "muscle-chart",
                summary.muscleSeconds(),
                summary.muscleMicrovolts(),
                summary.thresholdMicrovolts());
        if (charts.isEmpty()) {
            box.getChildren().add(new PhaseList(summary));
        } else {
            PhaseStrip strip = new PhaseStrip(
                    summary.phases(), summary.seconds(), charts.get(0).time());
            box.getChildren().add(0, strip);
            for (SummaryChart chart : charts.subList(1, charts.size())) {
                charts.get(0).shareTime(chart);
            }
        }
        return box;
    }

    private void add(VBox box, String title, String unit, String style, double[] times, double[] values, double goal) {
        if (times.length < 2) {
            return;
        }
        HBox heading = new HBox(8, label(title, "t13", "semibold", style + "-word"), label(unit, "t12", "muted"));
        heading.setAlignment(Pos.BASELINE_LEFT);
        heading.getStyleClass().add("curve-heading");
        boolean last = "muscle-chart".equals(style)
                || summary.muscleSeconds().length < 2
                        && ("breath-chart".equals(style) || summary.breathSeconds().length < 2);
        SummaryChart chart = new SummaryChart(style, times, values, summary.seconds(), goal, last);
        for (int i = 0; i + 1 <= summary.phases().size(); i += 2) {
            double from = summary.phases().get(i).tSeconds();
            double to = i + 1 < summary.phases().size()
                    ? summary.phases().get(i + 1).tSeconds()
                    : summary.seconds();
            chart.shade(from, to);
        }
        chart.node().setId("chart-" + style);
        chart.node()
                .setAccessibleText(
                        title + " over the session, " + unit + ". The button As a table shows it in figures.");
        VBox.setVgrow(chart.node(), Priority.ALWAYS);
        chart.node().setPrefHeight(200);
        charts.add(chart);
        box.getChildren().addAll(heading, chart.node());
    }

    private VBox results() {
        ResultTabs measures = new ResultTabs(summary);
        VBox.setVgrow(measures, Priority.ALWAYS);

        VBox gaps = new VBox(8, label("The recording", "t15", "semibold"));
        gaps.setId("gaps");
        if (summary.gaps().isEmpty()) {
            gaps.getChildren().add(label("Nothing is missing.", "t13", "muted"));
        }
        for (Marker gap : summary.gaps()) {
            long at = Math.round(gap.tSeconds());
            Label line =
                    label(String.format(Locale.ROOT, "%d:%02d  %s", at / 60, at % 60, gap.label()), "t13", "attention");
            line.setWrapText(true);
            gaps.getChildren().add(line);
        }
        gaps.getStyleClass().addAll("card", "summary-results");
        VBox right = new VBox(measures, gaps);
        right.getStyleClass().add("right");
        return right;
    }

    /** Lets go of the curves; the view must have left its scene. */
    public void close() {
        charts.forEach(SummaryChart::close);
    }
}
