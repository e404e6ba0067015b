package org.stillpoint.ui.review;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.stillpoint.care.PatientCard;

/** The patient's card, as it is handed over. */
final class CardText extends VBox {

    CardText(PatientCard card) {
        super(6);
        setId("card-text");
        part("How it went", card.went());
        part("To practise", card.practise());
        part("Easier or harder", card.scale());
        part("What shows the way", card.guide());
        setAccessibleText(card.text());
    }

    private void part(String title, List<String> lines) {
        Label heading = new Label(title);
        heading.getStyleClass().addAll("t13", "semibold", "muted");
        setMargin(heading, new Insets(getChildren().isEmpty() ? 0 : 10, 0, 0, 0));
        getChildren().add(heading);
        for (String line : lines) {
            Label sentence = new Label(line);
            sentence.getStyleClass().add("t15");
            sentence.setWrapText(true);
            sentence.setMinHeight(USE_PREF_SIZE);
            getChildren().add(sentence);
        }
    }
}
