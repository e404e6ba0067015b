package org.stillpoint.ui.console;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.stillpoint.ui.ViewSettings;
import org.stillpoint.ui.feedback.FeedbackDisplays;
import org.stillpoint.ui.patient.PatientView;

/** What the patient sees, live, and the choice of it. */
final class MirrorCard extends VBox {

    private static final double ASPECT = 16.0 / 9;
    private static final double CORNER = 20;

    private final PatientView view;
    private final StackPane frame;
    private final MenuButton choice;
    private final ChangeListener<ViewSettings> heard;

    MirrorCard(
            PatientView view,
            ObservableValue<String> words,
            SessionActions actions,
            ObjectProperty<ViewSettings> settings,
            String displayId) {
        this.view = view;
        getStyleClass().add("mirror");
        setMinWidth(0);
        Label title = Words.bound(words, "patient-sees", "t13", "medium");
        // A long sentence wraps: it never takes the buttons' words.
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        choice = new MenuButton(FeedbackDisplays.of(displayId).title());
        choice.setId("display-choice");
        choice.setAccessibleText("Display that the patient follows");
        choice.getStyleClass().add("quiet-button");
        for (FeedbackDisplays.Kind kind : FeedbackDisplays.all()) {
            MenuItem item = new MenuItem(kind.title());
            item.setId("display-" + kind.id());
            item.setOnAction(event -> actions.display(kind.id()));
            choice.getItems().add(item);
        }
        ToggleButton sound = new ToggleButton();
        sound.setId("sound");
        sound.setSelected(settings.get().sound());
        heard = (property, before, now) -> sound.setSelected(now.sound());
        settings.addListener(new WeakChangeListener<>(heard));
        sound.textProperty()
                .bind(Bindings.when(sound.selectedProperty()).then("Sound on").otherwise("Sound off"));
        sound.setAccessibleText("Sounds, key S");
        sound.getStyleClass().add("quiet-button");
        sound.setOnAction(event -> settings.set(settings.get().withSound(sound.isSelected())));
        Button window = new Button("Window");
        window.setId("patient-window");
        window.setAccessibleText("Open the patient's window, key P");
        window.getStyleClass().add("quiet-button");
        window.setOnAction(event -> actions.patientWindow());
        title.setWrapText(true);
        title.setMaxHeight(40);
        HBox top = new HBox(2, title, choice, sound, window);
        top.setAlignment(Pos.CENTER_LEFT);
        HBox.setMargin(window, new Insets(0, -12, 0, 0));
        frame = new StackPane(view) {
            @Override
            protected double computePrefHeight(double width) {
                return width > 0 ? Math.round(width / ASPECT) : 240;
            }

            @Override
            public Orientation getContentBias() {
                return Orientation.HORIZONTAL;
            }
        };
        frame.setId("mirror");
        frame.setMinSize(0, 120);
        Rectangle rounded = new Rectangle();
        rounded.setArcWidth(CORNER);
        rounded.setArcHeight(CORNER);
        rounded.widthProperty().bind(frame.widthProperty());
        rounded.heightProperty().bind(frame.heightProperty());
        frame.setClip(rounded);
        getChildren().addAll(top, frame);
    }

    /** Gives the patient's view to another place, or takes it back. @return the view */
    PatientView lend(boolean away) {
        if (away) {
            frame.getChildren().clear();
        } else if (frame.getChildren().isEmpty()) {
            frame.getChildren().add(view);
        }
        return view;
    }

    void display(String id) {
        view.display(id);
        choice.setText(FeedbackDisplays.of(id).title());
    }
}
