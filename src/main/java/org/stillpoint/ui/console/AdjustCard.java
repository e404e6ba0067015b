package org.stillpoint.ui.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.ui.feedback.FeedbackDisplays;
import org.stillpoint.ui.sound.Sounds;

/** A protocol's copy to adjust: at the left its phases in their order, at the right what may be changed of one. */
final class AdjustCard extends VBox {

    private static final String USUAL = "as the protocol";
    private static final String PHASES = "phases";

    private final ProtocolDraft draft;
    private final ListView<Phase> list;
    private final TextField length = new TextField();
    private final TextField percentile = new TextField();
    private final TextField pace = new TextField();
    private final TextField veil = new TextField();
    private final Map<String, Label> wrongs = new HashMap<>();
    private final TextArea text = new TextArea();
    private final ComboBox<String> display = choice(
            "adjust-display",
            "Display",
            FeedbackDisplays.all().stream().map(FeedbackDisplays.Kind::id).toList(),
            id -> FeedbackDisplays.of(id).title());
    private final ComboBox<String> sound = choice(
            "adjust-sound",
            "Sound",
            Sounds.all().stream().map(Sounds.Sound::id).toList(),
            id -> Sounds.named(id).title());
    private boolean loading;
    private int shown = -1;

    /** @param save called with a protocol that makes sense, @param close when nothing is to be kept */
    AdjustCard(ProtocolDraft draft, Runnable save, Runnable close) {
        this.draft = draft;
        setId("adjust");
        getStyleClass().addAll("card", "idle-card");
        TextField name = new TextField();
        name.setId("adjust-name");
        name.textProperty().bindBidirectional(draft.name());
        list = new ListView<>(draft.phases());
        list.setId("adjust-phases");
        list.setAccessibleText("Phases in their order");
        list.setCellFactory(view -> new PhaseCell());
        list.setPrefSize(240, 330);
        list.getSelectionModel().selectedIndexProperty().addListener((index, before, now) -> load());
        draft.phases().addListener((ListChangeListener<Phase>) change -> load());

        ActionButton keep = new ActionButton("adjust-save", "Save", "", () -> {
            if (draft.objection().isEmpty()) {
                save.run();
            }
        });
        keep.getStyleClass().add("primary");
        ActionButton back = new ActionButton("adjust-back", "Back", "", close);
        Label wrong = wrong(PHASES);
        wrong.setId("adjust-wrong");
        VBox left = new VBox(8, list, order());
        left.setMinWidth(USE_PREF_SIZE);
        HBox both = new HBox(20, left, details());
        getChildren()
                .addAll(
                        Words.label("Adjust a copy", "t18", "semibold"),
                        field("Name of the copy", name, "name"),
                        both,
                        wrong,
                        new HBox(8, keep, back));
        list.getSelectionModel().select(0);
        draft.wrong().addListener((property, before, now) -> say(now));
    }

    /** Under the field it is about, of the phase it is about; else under the phases. */
    private void say(ProtocolDraft.Wrong now) {
        if (now.phase() >= 0 && now.phase() < draft.phases().size() && now.phase() != selected()) {
            list.getSelectionModel().select(now.phase());
        }
        for (Label each : wrongs.values()) {
            each.setText("");
        }
        wrongs.getOrDefault(key(now.key()), wrongs.get(PHASES)).setText(now.reason());
    }

    private static String key(String key) {
        return key.equals("veil_every_seconds") ? "veil_seconds" : key;
    }

    private Label wrong(String key) {
        Label wrong = Words.label("", "t13", "attention");
        wrong.setId("wrong-" + key.replace('_', '-'));
        wrong.setWrapText(true);
        wrong.setMinHeight(USE_PREF_SIZE);
        wrong.visibleProperty().bind(wrong.textProperty().isNotEmpty());
        wrong.managedProperty().bind(wrong.visibleProperty());
        wrongs.put(key, wrong);
        return wrong;
    }

    private HBox order() {
        return new HBox(
                8,
                chip("adjust-up", "Up", () -> move(-1)),
                chip("adjust-down", "Down", () -> move(1)),
                chip("adjust-remove", "Leave out", () -> draft.remove(selected())));
    }

    private VBox details() {
        length.setId("adjust-length");
        percentile.setId("adjust-percentile");
        percentile.setPromptText("usual");
        text.setId("adjust-text");
        text.setWrapText(true);
        text.setPrefRowCount(3);
        display.setMaxWidth(Double.MAX_VALUE);
        sound.setMaxWidth(Double.MAX_VALUE);
        pace.setId("adjust-pace");
        veil.setId("adjust-veil");
        onChange(length, draft::length);
        onChange(percentile, draft::percentile);
        onChange(pace, draft::pace);
        onChange(veil, draft::veil);
        text.focusedProperty().addListener((focus, before, now) -> {
            if (!now) {
                change(draft::text, text.getText());
            }
        });
        display.valueProperty().addListener((value, before, now) -> change(draft::display, now));
        sound.valueProperty().addListener((value, before, now) -> change(draft::sound, now));
        HBox numbers = new HBox(
                12,
                field("Minutes", length, "seconds"),
                field("Goal at percentile, 0 = none", percentile, "threshold_percentile"));
        HBox pacing = new HBox(
                12,
                field("Breaths a minute", pace, "rate_per_min"),
                field("Veiled, seconds in every", veil, "veil_seconds"));
        HBox choices = new HBox(12, field("Display", display, "display"), field("Sound", sound, "sound"));
        for (HBox line : List.of(numbers, pacing, choices)) {
            for (Node each : line.getChildren()) {
                HBox.setHgrow(each, Priority.ALWAYS);
                ((Region) each).setPrefWidth(200);
            }
        }
        VBox details = new VBox(14, field("What the patient reads", text, "text"), numbers, pacing, choices);
        HBox.setHgrow(details, Priority.ALWAYS);
        return details;
    }

    /** What was not touched is not read again: a length in whole seconds would round it. */
    private void onChange(TextField typed, BiConsumer<Integer, String> apply) {
        Runnable read = () -> {
            if (!typed.getText().equals(typed.getUserData())) {
                change(apply, typed.getText());
            }
        };
        typed.setOnAction(event -> read.run());
        typed.focusedProperty().addListener((focus, before, now) -> {
            if (!now) {
                read.run();
            }
        });
    }

    private static void load(TextField field, String text, boolean of) {
        field.setText(text);
        field.setUserData(text);
        field.setDisable(!of);
    }

    private void change(BiConsumer<Integer, String> apply, String value) {
        if (!loading && shown >= 0 && shown < draft.phases().size() && value != null) {
            apply.accept(shown, value);
        }
    }

    private int selected() {
        return Math.max(0, list.getSelectionModel().getSelectedIndex());
    }

    private void move(int by) {
        list.getSelectionModel().select(draft.move(selected(), by));
    }

    private void load() {
        int place = list.getSelectionModel().getSelectedIndex();
        if (place < 0 || place >= draft.phases().size()) {
            return;
        }
        if (place != shown && draft.wrong().get().phase() != place) {
            say(ProtocolDraft.Wrong.NOTHING);
        }
        loading = true;
        shown = place;
        Phase phase = draft.phases().get(place);
        boolean feeds = phase.kind() == PhaseKind.FEEDBACK;
        load(length, SessionViewModel.clockText(phase.seconds()), true);
        load(percentile, number(phase.thresholdPercentile(), "%.0f"), feeds || phase.kind() == PhaseKind.VEILED);
        load(pace, number(phase.ratePerMinute(), "%.1f"), phase.kind().paces());
        percentile.setPromptText(percentile.isDisabled() ? "" : "usual");
        pace.setPromptText(
                pace.isDisabled()
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "as the protocol: %.1f",
                                draft.source().pacerRatePerMinute()));
        load(
                veil,
                phase.veilSeconds() > 0
                        ? String.format(Locale.ROOT, "%.0f in %.0f", phase.veilSeconds(), phase.veilEverySeconds())
                        : "",
                feeds);
        veil.setPromptText(feeds ? "never, or 30 in 90" : "");
        text.setText(phase.text());
        display.setValue(phase.display());
        sound.setValue(phase.sound());
        loading = false;
    }

    private static ComboBox<String> choice(
            String id, String words, List<String> ids, java.util.function.UnaryOperator<String> title) {
        ComboBox<String> choice = new ComboBox<>();
        List<String> all = new ArrayList<>(ids);
        all.add(0, "");
        choice.getItems().setAll(all);
        choice.setId(id);
        choice.setAccessibleText(words);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(String each) {
                return each == null || each.isEmpty() ? USUAL : title.apply(each);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        return choice;
    }

    private static String number(double value, String format) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
    }

    private VBox field(String title, Control control, String key) {
        Label label = Words.label(title, "t13", "medium");
        label.setLabelFor(control);
        control.setMaxWidth(Double.MAX_VALUE);
        return new VBox(6, label, control, wrong(key));
    }

    private static Button chip(String id, String text, Runnable action) {
        Button chip = new Button(text);
        chip.setId(id);
        chip.setAccessibleText(text);
        chip.setMinWidth(USE_PREF_SIZE);
        chip.getStyleClass().add("chip");
        chip.setOnAction(event -> action.run());
        return chip;
    }

    private static final class PhaseCell extends ListCell<Phase> {

        @Override
        protected void updateItem(Phase phase, boolean empty) {
            super.updateItem(phase, empty);
            setText("");
            if (empty || phase == null) {
                setGraphic(null);
                return;
            }
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            HBox line = new HBox(
                    8,
                    Words.label(phase.title(), "t13"),
                    space,
                    Words.label(SessionViewModel.clockText(phase.seconds()), "t13", "muted"));
            line.setAlignment(Pos.CENTER_LEFT);
            line.setPadding(new Insets(3, 0, 3, 0));
            setGraphic(line);
        }
    }
}
