package org.stillpoint.ui.console;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.stillpoint.training.Protocol;
import org.stillpoint.ui.FxThread;
import org.stillpoint.ui.ViewSettings;

/** Before a session: who, what, with which sensors, and Start. */
final class IdleView extends StackPane {

    /** The frame in which all of this stands. */
    static final String FRAME = "A training and education aid, used with a qualified professional."
            + " Not a medical device; not for diagnosis, monitoring or life support."
            + " Stop on dizziness, tingling, chest pain, breathlessness, faintness, rising pain or panic;"
            + " chest pain or fainting need emergency care.";

    /** Before the reason of a protocol that turns inwards or darkens the screen. */
    private static final String LATER = "For some, turning inwards or a dark screen is uneasy at first. ";

    private static final double NARROW = 560;
    private static final double WIDE = 760;

    private final IdleViewModel model;
    private final VBox sensors = new VBox(4);
    private final OtherPort otherPort;

    IdleView(ConsoleViewModel console, ObjectProperty<ViewSettings> view) {
        this.model = console.idle();
        this.otherPort = new OtherPort(model);
        setId("idle");
        getStyleClass().add("idle");

        ComboBox<String> patient = new ComboBox<>(model.patients());
        patient.setId("patient");
        patient.setAccessibleText("Patient's code: choose one or type a new one, never a name");
        patient.setEditable(true);
        patient.valueProperty().bindBidirectional(model.patient());
        // What is typed counts at once, not only after Enter.
        patient.getEditor()
                .textProperty()
                .addListener((text, before, now) -> model.patient().set(now));
        ComboBox<Protocol> protocol = new ComboBox<>(model.menu().shown());
        protocol.setId("protocol");
        protocol.setAccessibleText("Protocol");
        protocol.setButtonCell(new ProtocolCell(model.menu()));
        protocol.setCellFactory(list -> new ProtocolCell(model.menu()));
        protocol.valueProperty().bindBidirectional(model.protocol());
        patient.setMaxWidth(Double.MAX_VALUE);
        protocol.setMaxWidth(Double.MAX_VALUE);

        Label rationale = Words.bound(
                Bindings.createStringBinding(
                        this::rationale, model.protocol(), model.menu().first()),
                "rationale",
                "t13",
                "muted");
        wrap(rationale);

        Label advice = Words.bound(model.advice(), "advice", "t13", "muted");
        Button again = new Button("Look again");
        again.setId("look-again");
        again.setAccessibleText("Look for sensors again");
        again.getStyleClass().add("quiet-button");
        again.setOnAction(event -> console.look());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label sensorWord = Words.label("Sensors", "t13", "medium");
        sensorWord.setMinWidth(USE_PREF_SIZE);
        HBox sensorTitle = new HBox(12, sensorWord, advice, space, again);
        sensorTitle.setAlignment(Pos.CENTER_LEFT);
        HBox.setMargin(again, new Insets(0, -12, 0, 0));
        model.choices().addListener((ListChangeListener<IdleViewModel.Choice>) change -> listSensors());
        listSensors();

        Label trouble = line(model.trouble(), "trouble", "t13", "attention");

        ActionButton start = new ActionButton("start", "Start", "Enter", console::start);
        start.getStyleClass().addAll("primary", "large");
        start.setDefaultButton(true);
        start.setMaxWidth(Double.MAX_VALUE);
        start.disableProperty().bind(console.place().isNotEqualTo(ConsoleViewModel.Place.IDLE));
        console.place()
                .addListener((property, before, now) ->
                        start.text(now == ConsoleViewModel.Place.OPENING ? "Opening the sensors …" : "Start"));

        Button adjust = new Button("Adjust …");
        adjust.setId("adjust-protocol");
        adjust.setAccessibleText("Adjust a copy of this protocol");
        adjust.getStyleClass().add("quiet-button");
        adjust.setMinWidth(USE_PREF_SIZE);
        adjust.setOnAction(event -> console.adjust());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        CheckBox flare = new CheckBox("Flare today: shorter and easier");
        flare.setId("flare");
        flare.setMinHeight(36);
        flare.selectedProperty().bindBidirectional(model.flare());
        TextField end = endsAt();
        Label ends = Words.label("Ends at", "t15");
        ends.setLabelFor(end);
        ends.setMinWidth(USE_PREF_SIZE);
        HBox underProtocol = new HBox(8, flare, between, ends, end, adjust);
        underProtocol.setAlignment(Pos.CENTER_LEFT);
        HBox.setMargin(adjust, new Insets(0, -12, 0, 0));
        Label power = line(model.power(), "power", "t13", "attention");
        Label missing = line(model.missing(), "missing", "t13", "muted");
        VBox card = new VBox(
                field("Patient's code", patient),
                new VBox(6, field("Protocol", protocol), rationale, underProtocol),
                new VBox(8, sensorTitle, sensors, otherPort, missing, power),
                trouble,
                start);
        SafetyCard safety = new SafetyCard(console);
        StackPane adjusting = new StackPane();
        adjusting.setVisible(false);
        adjusting.setManaged(false);
        card.visibleProperty()
                .bind(safety.visibleProperty().or(adjusting.visibleProperty()).not());
        card.managedProperty().bind(card.visibleProperty());
        card.getStyleClass().addAll("card", "idle-card");
        Label name = Words.label("Stillpoint", "t32", "semibold");
        Label line = Words.label("Breathing and letting go, seen as they happen.", "t15", "muted");
        Label frame = Words.label(FRAME, "t12", "muted");
        frame.setId("training-aid");
        frame.setWrapText(true);
        frame.setMinHeight(USE_PREF_SIZE);
        Label files = line(model.files(), "files", "t12", "muted");
        files.setTooltip(fileTooltip());
        VBox column = new VBox(new VBox(4, name, line), card, safety, adjusting, new VBox(8, files, frame));
        column.getStyleClass().add("idle-column");
        column.setMaxSize(NARROW, USE_PREF_SIZE);
        console.draft().addListener((property, before, now) -> {
            adjusting.setVisible(now != null);
            adjusting.setManaged(now != null);
            column.setMaxWidth(now == null ? NARROW : WIDE);
            adjusting.getChildren().clear();
            if (now != null) {
                adjusting.getChildren().add(new AdjustCard(now, console::saveDraft, console::closeDraft));
            }
        });
        // Enter starts what is chosen, whatever stands first on the page.
        sceneProperty().addListener((property, before, now) -> FxThread.later(start::requestFocus));
        ViewMenu menu = new ViewMenu(view, null);
        setAlignment(menu, Pos.TOP_RIGHT);
        setMargin(menu, new Insets(-18, -18, 0, 0));
        StackPane centred = new StackPane(column);
        ScrollPane scroll = new ScrollPane(centred);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("plain-scroll");
        // its bar runs along the window's edge, beside the menu and not over it
        setMargin(scroll, new Insets(0, -32, -16, -32));
        getChildren().addAll(scroll, menu);
    }

    private String rationale() {
        Protocol chosen = model.protocol().get();
        if (chosen == null) {
            return "";
        }
        return (model.menu().later(chosen) ? LATER : "") + chosen.rationale() + model.least();
    }

    private static Label line(ReadOnlyStringProperty text, String id, String... styleClasses) {
        Label line = Words.bound(text, id, styleClasses);
        wrap(line);
        line.visibleProperty().bind(text.isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private static void wrap(Label label) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
    }

    private Tooltip fileTooltip() {
        Tooltip all = new Tooltip();
        all.textProperty()
                .bind(Bindings.createStringBinding(() -> String.join("\n", model.fileNotes()), model.fileNotes()));
        return all;
    }

    /** When the appointment ends; empty = it does not matter. */
    private TextField endsAt() {
        TextField end = new TextField();
        end.setId("ends-at");
        end.setPromptText("hh:mm");
        end.setAccessibleText("When the appointment ends, for instance 10:45; may stay empty");
        end.setPrefWidth(80);
        end.setMinWidth(USE_PREF_SIZE);
        end.textProperty().bindBidirectional(model.endsAt());
        return end;
    }

    private static VBox field(String title, Region control) {
        Label label = Words.label(title, "t13", "medium");
        label.setLabelFor(control);
        return new VBox(6, label, control);
    }

    private void listSensors() {
        sensors.getChildren().clear();
        for (IdleViewModel.Choice choice : model.choices()) {
            sensors.getChildren().add(line(choice));
        }
        sensors.getChildren().add(noSensor());
    }

    private Node noSensor() {
        CheckBox tick = new CheckBox("No sensor");
        tick.setId("sensor-none");
        tick.setAccessibleText("No sensor: the protocol leads alone and nothing is measured");
        tick.selectedProperty().bindBidirectional(model.noSensor());
        tick.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(12, tick, Words.label("nothing is measured", "t13", "muted"), space, otherPort.opener());
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("sensor-line");
        return line;
    }

    private Node line(IdleViewModel.Choice choice) {
        CheckBox tick = new CheckBox(choice.sensor().title());
        tick.setId("sensor-" + choice.sensor().profileId());
        tick.setAccessibleText(choice.sensor().title() + ", " + choice.sensor().state());
        tick.selectedProperty().bindBidirectional(choice.chosen());
        tick.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label state = Words.label(choice.sensor().state(), "t13");
        state.getStyleClass().add(choice.ready() ? "good" : "attention");
        state.setWrapText(true);
        HBox line = new HBox(12, tick, space, Signs.of(choice.ready() ? Standing.GOOD : Standing.NEEDS_A_LOOK), state);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("sensor-line");
        return line;
    }

    private static final class ProtocolCell extends ListCell<Protocol> {

        private final ProtocolMenu menu;
        /** Held here, and weakly by the menu: it lets go of cells that are no more. */
        private final ChangeListener<Boolean> follower = (property, before, now) -> updateItem(getItem(), isEmpty());

        ProtocolCell(ProtocolMenu menu) {
            this.menu = menu;
            menu.first().addListener(new WeakChangeListener<>(follower));
        }

        @Override
        protected void updateItem(Protocol protocol, boolean empty) {
            super.updateItem(protocol, empty);
            setText(
                    empty || protocol == null
                            ? ""
                            : protocol.name() + "  ·  " + Math.round(protocol.seconds() / 60) + " min"
                                    + (menu.later(protocol) ? "  ·  later, not for a first session" : ""));
        }
    }
}
