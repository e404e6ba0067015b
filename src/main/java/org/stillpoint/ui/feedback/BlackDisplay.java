package org.stillpoint.ui.feedback;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.stillpoint.training.Feedback;
import org.stillpoint.ui.Theme;

/** For closed eyes: black, with the time left only for a while after the mouse moved. */
final class BlackDisplay implements FeedbackDisplay {

    private static final double SHOWN_SECONDS = 4;

    private final DisplayLook look;
    private final Painting painting = new Painting(this::paint);
    private final FrameTime frameTime = new FrameTime();
    private boolean moved;
    private double movedSeconds = Double.NEGATIVE_INFINITY;
    private double now;
    private double secondsLeft;
    private long shownHash = Long.MIN_VALUE;

    BlackDisplay(DisplayLook look) {
        this.look = look;
        painting.setOnMouseMoved(event -> moved = true);
    }

    @Override
    public Node node() {
        return painting;
    }

    @Override
    public boolean wordless() {
        return true;
    }

    @Override
    public void show(Feedback newest, boolean ownSignals, long frameNanos) {
        now = frameTime.at(newest.tSeconds(), frameNanos);
        secondsLeft = Math.max(0, newest.phaseSeconds() - newest.phaseElapsedSeconds());
        if (moved) {
            moved = false;
            movedSeconds = now;
        }
        long hash = Math.round(opacity() * 100) * 100_000 + (long) Math.ceil(secondsLeft);
        if (hash != shownHash) {
            shownHash = hash;
            painting.repaint();
        }
    }

    private double opacity() {
        return Math.max(0, Math.min(1, SHOWN_SECONDS - (now - movedSeconds)));
    }

    private void paint(GraphicsContext g, double width, double height) {
        g.setFill(Color.BLACK);
        g.fillRect(0, 0, width, height);
        double opacity = opacity();
        if (opacity > 0) {
            long minutes = (long) Math.ceil(secondsLeft / 60);
            g.setFont(Theme.regular(Math.max(13, 20 * height / 810)));
            g.setFill(look.palette().muted().deriveColor(0, 1, 1, opacity));
            g.setTextAlign(TextAlignment.CENTER);
            g.setTextBaseline(VPos.CENTER);
            g.fillText(
                    secondsLeft < 60 ? "less than a minute left" : "about " + minutes + " minutes left",
                    width / 2,
                    height / 2);
        }
    }
}
