package org.stillpoint.ui.feedback;

import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.stillpoint.training.Feedback;

/** Both exercises at once: the breath to the left, the muscle to the right, a fine line between. */
final class WaveAndTensionDisplay implements FeedbackDisplay {

    private static final double WAVE_SHARE = 0.68;

    private final FeedbackDisplay wave;
    private final FeedbackDisplay tension;
    private final Pane pane;

    WaveAndTensionDisplay(DisplayLook look) {
        wave = new WaveDisplay(look);
        tension = new TensionDisplay(look);
        Region line = new Region();
        line.setStyle(
                "-fx-background-color: " + look.palette().line().toString().replace("0x", "#") + ";");
        pane = new Pane(wave.node(), tension.node(), line) {
            @Override
            protected void layoutChildren() {
                double border = Math.round(getWidth() * WAVE_SHARE);
                wave.node().resizeRelocate(0, 0, border, getHeight());
                tension.node().resizeRelocate(border, 0, getWidth() - border, getHeight());
                line.resizeRelocate(border, getHeight() * 0.12, 1, getHeight() * 0.76);
            }
        };
        pane.setMinSize(0, 0);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void show(Feedback newest, boolean ownSignals, long frameNanos) {
        wave.show(newest, ownSignals, frameNanos);
        tension.show(newest, ownSignals, frameNanos);
    }
}
