package org.stillpoint.ui.review;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stillpoint.care.MeasureResult;
import org.stillpoint.care.SessionSummary;
import org.stillpoint.care.TrialResult;

/** What the session came to, one way of looking at a time: trial by trial, as a whole, phase by phase, the patient's card. */
final class ResultTabs extends VBox {

    private final ScrollPane scroll = new ScrollPane();
    private final ToggleGroup group = new ToggleGroup();

    ResultTabs(SessionSummary summary) {
        super(8);
        Map<String, Node> pages = new LinkedHashMap<>();
        if (summary.result().trials().stream()
                .anyMatch(trial -> !trial.measures().isEmpty())) {
            pages.put("Trials", trials(summary));
        }
        pages.put("Session", measures(summary));
        if (!summary.phaseMeasures().isEmpty()) {
            pages.put("Phases", new PhaseFigures(summary.phaseMeasures()));
        }
        if (AnswersPage.any(summary.result())) {
            pages.put("Answers", new AnswersPage(summary.result()));
        }
        pages.put("Card", new CardText(summary.card()));
        HBox buttons = new HBox(4);
        pages.forEach((name, page) -> buttons.getChildren().add(button(name, page)));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getStyleClass().addAll("card", "summary-results");
        getChildren().addAll(buttons, scroll);
        ((ToggleButton) buttons.getChildren().get(0)).fire();
    }

    private ToggleButton button(String name, Node page) {
        ToggleButton button = new ToggleButton(name);
        button.setId("results-" + name.toLowerCase(java.util.Locale.ROOT));
        button.getStyleClass().add("quiet-button");
        button.setToggleGroup(group);
        button.underlineProperty().bind(button.selectedProperty());
        button.setOnAction(event -> {
            button.setSelected(true);
            scroll.setContent(page);
            scroll.setVvalue(0);
        });
        return button;
    }

    private static VBox trials(SessionSummary summary) {
        VBox lines = new VBox(8);
        for (TrialResult trial : summary.result().trials()) {
            lines.getChildren().add(new TrialLine(trial));
        }
        return lines;
    }

    private static VBox measures(SessionSummary summary) {
        VBox lines = new VBox();
        for (MeasureResult result : summary.measures()) {
            lines.getChildren().add(new ResultLine(result));
        }
        if (summary.measures().isEmpty()) {
            Label none = new Label("Nothing was measured: no sensor gave what a measure needs.");
            none.getStyleClass().addAll("t15", "muted");
            none.setWrapText(true);
            lines.getChildren().add(none);
        }
        return lines;
    }
}
