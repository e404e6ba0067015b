package org.stillpoint.ui.review;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.stillpoint.care.Prediction;

/** Two marks on one line from 0 to 10: hollow = expected, full = measured. */
final class ScaleLine extends Pane {

    private static final double HEIGHT = 26;
    private static final double RADIUS = 6;

    private final Region line = new Region();
    private final Circle expected = new Circle(RADIUS);
    private final Circle measured = new Circle(RADIUS);
    private final double expectedAt;
    private final double measuredAt;

    ScaleLine(double expected, double measured) {
        expectedAt = expected;
        measuredAt = measured;
        line.getStyleClass().add("scale-line");
        this.expected.getStyleClass().add("scale-expected");
        this.measured.getStyleClass().add("scale-measured");
        getChildren().addAll(line, this.measured, this.expected);
        setMinHeight(HEIGHT);
        setMaxWidth(420);
        setAccessibleText("hollow mark: expected, full mark: measured");
    }

    @Override
    protected void layoutChildren() {
        double length = getWidth() - 2 * RADIUS;
        line.resizeRelocate(RADIUS, HEIGHT / 2 - 0.5, length, 1);
        place(expected, expectedAt, length);
        place(measured, measuredAt, length);
    }

    private static void place(Circle mark, double value, double length) {
        mark.setCenterX(RADIUS + length * Math.max(0, Math.min(1, value / Prediction.MOST)));
        mark.setCenterY(HEIGHT / 2);
    }
}
