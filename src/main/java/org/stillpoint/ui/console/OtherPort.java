package org.stillpoint.ui.console;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.stillpoint.ui.StationControl.SensorKind;

/** A sensor behind a port that the system does not list, for instance a pseudo-terminal: its path and what it is. */
final class OtherPort extends VBox {

    private final Button open = new Button("A port that is not listed …");

    OtherPort(IdleViewModel model) {
        setId("other-port");
        open.setId("other-port-open");
        open.getStyleClass().add("quiet-button");
        TextField path = new TextField();
        path.setId("other-port-path");
        path.setPromptText("/dev/pts/3 or COM7");
        path.setAccessibleText("Path of the port");
        HBox.setHgrow(path, Priority.ALWAYS);
        ComboBox<SensorKind> kind = new ComboBox<>(model.kinds());
        kind.setId("other-port-kind");
        kind.setAccessibleText("What is behind the port");
        kind.setMaxWidth(190);
        kind.setConverter(new StringConverter<>() {
            @Override
            public String toString(SensorKind shown) {
                return shown == null ? "Which sensor?" : shown.title();
            }

            @Override
            public SensorKind fromString(String text) {
                return null;
            }
        });
        Button add = new Button("Add");
        add.setId("other-port-add");
        add.setAccessibleText("Add this port");
        add.getStyleClass().add("chip");
        add.setOnAction(event -> {
            if (model.addPort(path.getText(), kind.getValue())) {
                path.clear();
            }
        });
        HBox line = new HBox(8, path, kind, add);
        line.setAlignment(Pos.CENTER_LEFT);
        setVisible(false);
        setManaged(false);
        open.setOnAction(event -> {
            setVisible(!isVisible());
            setManaged(isVisible());
            if (isVisible()) {
                path.requestFocus();
            }
        });
        HBox.setMargin(open, new Insets(0, -12, 0, 0));
        getChildren().add(line);
        ObservableValue<Boolean> any = Bindings.isNotEmpty(model.kinds());
        open.visibleProperty().bind(any);
        open.managedProperty().bind(any);
    }

    /** Opens and closes it; belongs beside the sensors that are listed. */
    Button opener() {
        return open;
    }
}
