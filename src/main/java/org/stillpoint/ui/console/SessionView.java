package org.stillpoint.ui.console;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.stillpoint.signal.Modality;
import org.stillpoint.ui.Beats;
import org.stillpoint.ui.Palette;
import org.stillpoint.ui.Theme;
import org.stillpoint.ui.ViewSettings;
import org.stillpoint.ui.patient.PatientView;

/** The console of a running session: header, appointment, rows, what the patient sees, measures, keys. */
final class SessionView extends VBox {

    private static final double ROOMY_HEIGHT = 800;
    private static final double LOW_HEIGHT = 700;

    /** What traces, picture, six measures and columns need below one another; lines at the bottom take from it. */
    private static final double ROOMY_BODY = 590;

    private static final double LOW_BODY = 490;

    private final SessionViewModel model;
    private final RibbonView ribbon;
    private final List<ChannelRow> rows = new ArrayList<>();
    private final HeartRateRow heartRate;
    private final PatientView mirrorView;
    private final MirrorCard mirror;
    private final NoteLine noteLine;
    private final TimeLine timeLine;
    private final QuestionLine questionLine;
    private final ConsentCard consent;
    private final SheetCard sheet;
    private final VBox middle;
    private final GridPane body = new GridPane();
    private final HeaderView header;
    private final BottomBar bar;
    private final TraceCard trace;
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
        ribbon = new RibbonView(model.appointment(), this::openTime);
        timeLine = new TimeLine(model, ribbon::refresh);
        heartRate = new HeartRateRow(Beats.of(model.session()), colors);
        mirror = new MirrorCard(mirrorView, model.patientSees(), actions, view, displayId);
        noteLine = new NoteLine(model);
        questionLine = new QuestionLine(model.questions());
        consent = new ConsentCard(model.questions());
        sheet = new SheetCard(model, actions, colors);
        trace = new TraceCard(model.trials().signal(), colors);

        VBox left = new VBox();
        left.getStyleClass().add("rows");
        boolean heart = false;
        for (ChannelState channel : model.channels()) {
            ChannelRow row = new ChannelRow(channel, colors, model.hasPacer());
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
        boolean signals = !model.channels().isEmpty();
        StackPane leftWithHold = new StackPane(signals ? left : mirror, sheet, trace, consent, new HoldCard(model));
        leftWithHold.setMinSize(0, 0);

        VBox right = signals ? new VBox(mirror, measures()) : new VBox();
        right.getStyleClass().add("right");
        if (model.trials().possible()) {
            trials = new TrialCard(model.trials(), trace, colors);
            trials.minHeightProperty()
                    .bind(Bindings.createDoubleBinding(
                            () -> getHeight() >= ROOMY_HEIGHT && body.getHeight() >= LOW_BODY
                                    ? 122
                                    : getHeight() >= LOW_HEIGHT ? 84.0 : 58,
                            heightProperty(),
                            body.heightProperty()));
            VBox.setVgrow(trials, Priority.SOMETIMES);
            right.getChildren().add(trials);
        }
        body.getStyleClass().add("body");
        ColumnConstraints wide = new ColumnConstraints();
        wide.setPercentWidth(66.4);
        ColumnConstraints narrow = new ColumnConstraints();
        narrow.setPercentWidth(33.6);
        RowConstraints tall = new RowConstraints();
        tall.setVgrow(Priority.ALWAYS);
        tall.setFillHeight(true);
        body.getColumnConstraints().add(wide);
        body.getRowConstraints().add(tall);
        body.addRow(0, leftWithHold);
        if (signals) {
            body.getColumnConstraints().add(narrow);
            body.add(right, 1, 0);
        } else {
            // nothing is traced and nothing measured: what the patient sees has the room
            body.setAlignment(Pos.CENTER);
        }
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);

        middle = new VBox(ribbon, overChip(), problemLine(), body);
        middle.getStyleClass().add("middle");
        VBox.setVgrow(middle, Priority.ALWAYS);
        header = new HeaderView(model, view, actions);
        bar = new BottomBar(model, actions);
        getChildren().addAll(header, middle, questionLine, timeLine, noteLine, bar);
    }

    /** Six measures, on a low window four. */
    private GridPane measures() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("measures");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        List<MeasureState> chosen = CardChoice.of(model.measures(), model.hasPacer());
        for (int i = 0; i < chosen.size(); i++) {
            MeasureCard card = new MeasureCard(chosen.get(i));
            card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            card.setMinHeight(USE_PREF_SIZE);
            GridPane.setVgrow(card, Priority.ALWAYS);
            boolean alone = i == chosen.size() - 1 && i % 2 == 0;
            grid.add(card, i % 2, i / 2, alone ? 2 : 1, 1);
            if (i >= CardChoice.LOW) {
                card.visibleProperty()
                        .bind(heightProperty()
                                .greaterThanOrEqualTo(ROOMY_HEIGHT)
                                .and(body.heightProperty().greaterThanOrEqualTo(ROOMY_BODY)));
                card.managedProperty().bind(card.visibleProperty());
            }
        }
        VBox.setVgrow(grid, Priority.ALWAYS);
        return grid;
    }

    private Button overChip() {
        Button chip = new Button();
        chip.setId("over");
        chip.textProperty().bind(model.over());
        chip.accessibleTextProperty().bind(model.over().concat(", key F"));
        chip.getStyleClass().addAll("chip", "over-chip");
        chip.setOnAction(event -> model.appointment().fit());
        chip.visibleProperty().bind(model.over().isNotEmpty());
        chip.managedProperty().bind(chip.visibleProperty());
        return chip;
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
        boolean room = !timeLine.isVisible() && !noteLine.isVisible();
        questionLine.frame(room && !model.oneScreen().get());
        timeLine.frame();
        sheet.frame(frameNanos);
        consent.frame();
    }

    /** Says that the recording is being closed. */
    void closing() {
        header.closing();
    }

    /** A key for the question that is asked, while it has the focus, or for the consent; whether it was for them. */
    boolean answers(KeyCode key) {
        if (model.oneScreen().get() && mirrorView.answer(key)) {
            return true;
        }
        return consent.key(key) || questionLine.key(key) || timeLine.key(key) || trials != null && trials.key(key);
    }

    /** Swaps the console and what the patient sees: its strip of keys alone stays, in the patient's look. */
    void oneScreen(Theme look) {
        boolean on = !model.oneScreen().get();
        model.oneScreen().set(on);
        model.questions().oneScreen(on);
        header.setVisible(!on);
        header.setManaged(!on);
        middle.setVisible(!on);
        middle.setManaged(!on);
        getChildren().remove(mirrorView);
        PatientView view = mirror.lend(on);
        bar.getStyleClass().remove("root");
        bar.getStylesheets().clear();
        if (on) {
            VBox.setVgrow(view, Priority.ALWAYS);
            getChildren().add(0, view);
            bar.getStyleClass().add(0, "root");
            bar.getStylesheets().setAll(look.tokens(), Theme.rules());
        }
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

    /** Shows or hides the line for lengths and the appointment's end. */
    void toggleTime() {
        noteLine.close();
        timeLine.toggle();
    }

    private void openTime(int phase) {
        noteLine.close();
        timeLine.open(phase);
    }

    /** Shows or hides the resonance sheet. */
    void toggleSheet() {
        sheet.toggle();
    }

    void toggleNote() {
        timeLine.close();
        noteLine.toggle();
    }
}
