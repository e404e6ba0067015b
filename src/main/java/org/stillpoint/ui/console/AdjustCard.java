package org.stillpoint.ui.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
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
import org.stillpoint.ui.feedback.FeedbackDisplays;
import org.stillpoint.ui.sound.Sounds;

/** A protocol's copy to adjust: at the left its phases in their order, at the right what may be changed of one. */
final class AdjustCard extends VBox {

    private static final String USUAL = "as the protocol";

    private final ProtocolDraft draft;
    private final ListView<Phase> list;
    private final TextField length = new TextField();
    private final TextField percentile = new TextField();
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

        Label wrong = Words.bound(draft.wrong(), "adjust-wrong", "t13", "attention");
        wrong.setWrapText(true);
        wrong.setMinHeight(USE_PREF_SIZE);
        ActionButton keep = new ActionButton("adjust-save", "Save", "", () -> {
            if (draft.objection().isEmpty()) {
                save.run();
            }
        });
        keep.getStyleClass().add("primary");
        ActionButton back = new ActionButton("adjust-back", "Back", "", close);
        VBox left = new VBox(8, list, order());
        left.setMinWidth(USE_PREF_SIZE);
        HBox both = new HBox(20, left, details());
        getChildren()
                .addAll(
                        Words.label("Adjust a copy", "t18", "semibold"),
                        field("Name; kept under the same one it takes the other’s place", name),
                        both,
                        wrong,
                        new HBox(8, keep, back));
        list.getSelectionModel().select(0);
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
        onChange(length, draft::length);
        onChange(percentile, draft::percentile);
        text.focusedProperty().addListener((focus, before, now) -> {
            if (!now) {
                change(draft::text, text.getText());
            }
        });
        display.valueProperty().addListener((value, before, now) -> change(draft::display, now));
        sound.valueProperty().addListener((value, before, now) -> change(draft::sound, now));
        HBox numbers = new HBox(12, field("Minutes", length), field("Goal at percentile", percentile));
        VBox details = new VBox(
                14, field("What the patient reads", text), numbers, field("Display", display), field("Sound", sound));
        HBox.setHgrow(details, Priority.ALWAYS);
        return details;
    }

    private void onChange(TextField typed, BiConsumer<Integer, String> apply) {
        typed.setOnAction(event -> change(apply, typed.getText()));
        typed.focusedProperty().addListener((focus, before, now) -> {
            if (!now) {
                change(apply, typed.getText());
            }
        });
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
        loading = true;
        shown = place;
        Phase phase = draft.phases().get(place);
        length.setText(SessionViewModel.clockText(phase.seconds()));
        percentile.setText(
                Double.isNaN(phase.thresholdPercentile())
                        ? ""
                        : String.format(Locale.ROOT, "%.0f", phase.thresholdPercentile()));
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

    private static VBox field(String title, Control control) {
        Label label = Words.label(title, "t13", "medium");
        label.setLabelFor(control);
        return new VBox(6, label, control);
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
