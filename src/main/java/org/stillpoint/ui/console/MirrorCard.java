package org.stillpoint.ui.console;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.stillpoint.ui.feedback.FeedbackDisplays;
import org.stillpoint.ui.patient.PatientView;

/** What the patient sees, live, and the choice of it. */
final class MirrorCard extends VBox {

    private static final double ASPECT = 16.0 / 9;
    private static final double CORNER = 20;

    private final PatientView view;
    private final MenuButton choice;

    MirrorCard(PatientView view, SessionActions actions, String displayId) {
        this.view = view;
        getStyleClass().add("mirror");
        setMinWidth(0);
        Label title = Words.label("What the patient sees", "t13", "medium");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
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
        javafx.scene.control.Button window = new javafx.scene.control.Button("Open window");
        window.setId("patient-window");
        window.setAccessibleText("Open the patient's window, key P");
        window.getStyleClass().add("quiet-button");
        window.setOnAction(event -> actions.patientWindow());
        HBox top = new HBox(8, title, space, choice, window);
        top.setAlignment(Pos.CENTER_LEFT);
        HBox.setMargin(window, new javafx.geometry.Insets(0, -12, 0, 0));
        StackPane frame = new StackPane(view) {
            @Override
            protected double computePrefHeight(double width) {
                return width > 0 ? Math.round(width / ASPECT) : 240;
            }

            @Override
            public javafx.geometry.Orientation getContentBias() {
                return javafx.geometry.Orientation.HORIZONTAL;
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

    void display(String id) {
        view.display(id);
        choice.setText(FeedbackDisplays.of(id).title());
    }
}
