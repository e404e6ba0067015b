package org.stillpoint.ui.feedback;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;

/** A canvas that fills its room. Painted when its owner asks, and after it was given another size. JavaFX thread only. */
public final class Painting extends Pane {

    /** Paints everything; the canvas is clear when it is called. */
    @FunctionalInterface
    public interface Painter {
        void paint(GraphicsContext g, double width, double height);
    }

    private final Canvas canvas = new Canvas();
    private final Painter painter;

    public Painting(Painter painter) {
        this.painter = painter;
        // its size follows the room and never asks for one
        canvas.setManaged(false);
        getChildren().add(canvas);
        setMinSize(0, 0);
    }

    @Override
    protected void layoutChildren() {
        double width = Math.ceil(getWidth());
        double height = Math.ceil(getHeight());
        if (width != canvas.getWidth() || height != canvas.getHeight()) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            repaint();
        }
    }

    /** Paints it anew, when it has a size. */
    public void repaint() {
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        if (width > 0 && height > 0) {
            GraphicsContext g = canvas.getGraphicsContext2D();
            g.clearRect(0, 0, width, height);
            g.save();
            painter.paint(g, width, height);
            g.restore();
        }
    }
}
