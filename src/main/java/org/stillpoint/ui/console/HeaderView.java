package org.stillpoint.ui.console;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.shape.Circle;
import org.stillpoint.ui.ViewSettings;

/** Top line: whose session, which protocol; recording lamp, delay, sensors in a word. */
final class HeaderView extends HBox {

    private final Label recording;
    private final HBox line;

    HeaderView(SessionViewModel model, ObjectProperty<ViewSettings> view, SessionActions actions) {
        getStyleClass().add("header");
        setAlignment(Pos.CENTER_LEFT);
        Label code = Words.label(model.session().patientCode(), "t18", "semibold");
        code.setId("patient-code");
        Label protocol = Words.label(model.session().protocol().name(), "t15", "muted");
        protocol.setId("protocol-name");
        Label note = Words.bound(model.note(), "training-note", "t13", "training-note");
        note.setWrapText(true);
        note.setMaxHeight(40);
        HBox space = new HBox(note);
        space.setAlignment(Pos.CENTER_LEFT);
        space.setPadding(new Insets(0, 24, 0, 24));
        setHgrow(space, Priority.ALWAYS);
        Circle lamp = new Circle(5);
        lamp.getStyleClass().add("lamp");
        lamp.setAccessibleText("recording");
        recording = Words.bound(model.recording(), "recording", "t15", "medium");
        Label delay = Words.bound(model.delay(), "delay", "t13", "muted");
        Label dot = Words.label("·", "t13", "muted");
        for (Label part : new Label[] {delay, dot}) {
            part.visibleProperty().bind(model.delay().isNotEmpty());
            part.managedProperty().bind(part.visibleProperty());
        }
        Label sensors = Words.bound(model.sensors(), "sensors", "t13", "muted");
        HBox lampAndTime = new HBox(9, lamp, recording);
        lampAndTime.setAlignment(Pos.CENTER);
        line = new HBox(7, delay, dot, sensors);
        line.setAlignment(Pos.CENTER);
        for (Label label : new Label[] {recording, delay, sensors, code, protocol}) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().addAll(code, protocol, space, lampAndTime, line, new ViewMenu(view, actions));
        setMargin(protocol, new Insets(2, 0, 0, 14));
        setMargin(line, new Insets(1, 20, 0, 32));
    }

    /** Nothing is recorded any more; the summary is being made. */
    void closing() {
        recording.textProperty().unbind();
        recording.setText("Closing the recording …");
        line.setVisible(false);
    }
}
