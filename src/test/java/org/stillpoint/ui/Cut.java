package org.stillpoint.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/** Finds words that do not fit: shortened with dots, or reaching out of the window or of their row. */
public final class Cut {

    private Cut() {}

    /** What is cut, each with its id; empty when all can be read. JavaFX thread only. */
    public static List<String> of(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        List<String> found = new ArrayList<>();
        look(scene.getRoot(), scene, found);
        return found;
    }

    private static void look(Parent parent, Scene scene, List<String> found) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible()) {
                continue;
            }
            if (child instanceof Text text && parent instanceof Labeled labeled) {
                if (!text.getText().equals(labeled.getText())) {
                    found.add("shortened: " + labeled.getText() + " " + labeled.getId());
                }
                Bounds place = text.localToScene(text.getBoundsInLocal());
                if (place.getMaxX() > scene.getWidth() + 1 || place.getMaxY() > scene.getHeight() + 1) {
                    found.add("outside: " + labeled.getText() + " " + labeled.getId());
                }
                Parent card = card(labeled);
                if (card != null) {
                    Bounds room = card.localToScene(card.getLayoutBounds());
                    if (place.getMaxX() > room.getMaxX() + 1
                            || place.getMaxY() > room.getMaxY() + 1
                            || place.getMinY() < room.getMinY() - 1) {
                        found.add("out of its card: " + labeled.getText() + " " + labeled.getId());
                    }
                }
            }
            if (child instanceof Parent deeper) {
                look(deeper, scene, found);
            }
        }
    }

    private static Parent card(Node node) {
        for (Parent each = node.getParent(); each != null; each = each.getParent()) {
            if (each.getStyleClass().contains("card")) {
                return each;
            }
        }
        return null;
    }
}
