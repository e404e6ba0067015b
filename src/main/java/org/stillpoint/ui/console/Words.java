package org.stillpoint.ui.console;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/** Labels of the console, by the style classes of the sheet. */
final class Words {

    private Words() {}

    static Label label(String text, String... styleClasses) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        label.setMinWidth(0);
        return label;
    }

    static Label bound(ObservableValue<String> text, String id, String... styleClasses) {
        Label label = label("", styleClasses);
        label.setId(id);
        label.textProperty().bind(text);
        return label;
    }
}
