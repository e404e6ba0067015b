package org.stillpoint.ui.console;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.stillpoint.signal.Modality;
import org.stillpoint.ui.Beats;
import org.stillpoint.ui.Palette;
import org.stillpoint.ui.ViewSettings;
import org.stillpoint.ui.patient.PatientView;

/** The console of a running session: header, appointment, rows, what the patient sees, measures, keys. */
final class SessionView extends VBox {

    private final SessionViewModel model;
    private final RibbonView ribbon;
    private final List<ChannelRow> rows = new ArrayList<>();
    private final HeartRateRow heartRate;
    private final PatientView mirrorView;
    private final MirrorCard mirror;
    private final NoteLine noteLine;
    private final QuestionLine questionLine;
    private final ConsentCard consent;
    private TrialCard trials;

    SessionView(
            SessionViewModel model,
            SessionActions actions,
            ObjectProperty<ViewSettings> view,
            PatientView mirrorView,
            String displayId,
            Palette colors) {
        this.model = model;
        this.mirrorView = mirrorView;
        setId("session");
        ribbon = new RibbonView(model);
        heartRate = new HeartRateRow(Beats.of(model.session()), colors);
        mirror = new MirrorCard(mirrorView, actions, view, displayId);
        noteLine = new NoteLine(model);
        questionLine = new QuestionLine(model.questions());
        consent = new ConsentCard(model.questions());

        VBox left = new VBox();
        left.getStyleClass().add("rows");
        boolean heart = false;
        for (ChannelState channel : model.channels()) {
            ChannelRow row = new ChannelRow(channel, colors);
            VBox.setVgrow(row, Priority.ALWAYS);
            row.setPrefHeight(120);
            rows.add(row);
            left.getChildren().add(row);
            Modality modality = channel.channel().modality();
            heart |= modality == Modality.ECG
                    || modality == Modality.PPG
                    || modality == Modality.IBI
                    || modality == Modality.BPM;
        }
        if (heart) {
            VBox.setVgrow(heartRate, Priority.ALWAYS);
            heartRate.setPrefHeight(132);
            left.getChildren().add(heartRate);
        }
        StackPane leftWithHold = new StackPane(left, consent, new HoldCard(model));
        leftWithHold.setMinSize(0, 0);

        VBox right = new VBox(mirror, measures(colors));
        right.getStyleClass().add("right");
        GridPane body = new GridPane();
        body.getStyleClass().add("body");
        ColumnConstraints wide = new ColumnConstraints();
        wide.setPercentWidth(66.4);
        ColumnConstraints narrow = new ColumnConstraints();
        narrow.setPercentWidth(33.6);
        RowConstraints tall = new RowConstraints();
        tall.setVgrow(Priority.ALWAYS);
        tall.setFillHeight(true);
        body.getColumnConstraints().addAll(wide, narrow);
        body.getRowConstraints().add(tall);
        body.addRow(0, leftWithHold, right);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);

        VBox middle = new VBox(ribbon, problemLine(), body);
        middle.getStyleClass().add("middle");
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren()
                .addAll(new HeaderView(model, view), middle, questionLine, noteLine, new BottomBar(model, actions));
    }

    /** Five measures and the trials; where there are fewer measures the trials take the room that is left. */
    private GridPane measures(Palette colors) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("measures");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        List<Region> cards = new ArrayList<>();
        for (MeasureState state : CardChoice.of(model.measures())) {
            cards.add(new MeasureCard(state));
        }
        if (model.trials().possible()) {
            trials = new TrialCard(model.trials(), colors);
            cards.add(trials);
        }
        int rows = (cards.size() + 1) / 2;
        for (int i = 0; i < cards.size(); i++) {
            Region card = cards.get(i);
            card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            boolean alone = i == cards.size() - 1 && i % 2 == 0;
            grid.add(card, i % 2, i / 2, alone ? 2 : 1, 1);
        }
        for (int i = 0; i < rows; i++) {
            RowConstraints row = new RowConstraints();
            row.setVgrow(Priority.ALWAYS);
            row.setMinHeight(USE_PREF_SIZE);
            row.setPercentHeight(100.0 / rows);
            grid.getRowConstraints().add(row);
        }
        VBox.setVgrow(grid, Priority.ALWAYS);
        return grid;
    }

    private HBox problemLine() {
        Label words = Words.bound(model.problem(), "problem", "t13", "medium");
        HBox line = new HBox(10, Signs.of(Standing.NEEDS_A_LOOK), words);
        line.setId("problem-line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("problem-line");
        line.setPadding(new Insets(0, 16, 0, 16));
        line.visibleProperty().bind(model.problem().isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    void frame(long frameNanos) {
        model.frame(frameNanos);
        ribbon.frame(frameNanos);
        for (ChannelRow row : rows) {
            row.frame(model.newest());
        }
        heartRate.frame(model.newest(), frameNanos);
        if (trials != null) {
            trials.frame(model.newest().phaseIndex(), frameNanos);
        }
        mirrorView.show(model.newest(), frameNanos);
        questionLine.frame();
        consent.frame();
    }

    /** A key for the question that is asked, while it has the focus, or for the consent; whether it was for them. */
    boolean answers(KeyCode key) {
        return consent.key(key) || questionLine.key(key);
    }

    /** Brings the keyboard to the question. */
    void toQuestion() {
        questionLine.take();
    }

    /** What the patient's side of the view asks for. */
    void view(ViewSettings view) {
        mirrorView.theme(view.patient());
        mirrorView.numbers(view.numbers());
        mirrorView.stillMotion(view.stillMotion());
    }

    void display(String id) {
        mirror.display(id);
    }

    void toggleNote() {
        noteLine.toggle();
    }
}
