package org.stillpoint.ui.review;

import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.stillpoint.signal.Marker;

/** The phases above the curves, on the same time axis. */
final class PhaseStrip extends Pane {

    private final List<Marker> phases;
    private final double seconds;
    private final DefaultNumericAxis time;
    private final List<Label> blocks = new ArrayList<>();
    private final Rectangle window = new Rectangle();

    PhaseStrip(List<Marker> phases, double seconds, DefaultNumericAxis time) {
        this.phases = phases;
        this.seconds = seconds;
        this.time = time;
        getStyleClass().add("phase-strip");
        for (Marker phase : phases) {
            Label block = new Label(phase.label());
            block.getStyleClass().addAll("block", blocks.size() % 2 == 0 ? "past" : "plain");
            blocks.add(block);
        }
        getChildren().addAll(blocks);
        setClip(window);
        time.minProperty().addListener((property, before, now) -> requestLayout());
        time.maxProperty().addListener((property, before, now) -> requestLayout());
    }

    @Override
    protected void layoutChildren() {
        double left = SummaryChart.AXIS_WIDTH;
        double room = getWidth() - left;
        window.setX(left);
        window.setWidth(Math.max(0, room));
        window.setHeight(getHeight());
        double scale = room / Math.max(1e-9, time.getMax() - time.getMin());
        for (int i = 0; i < blocks.size(); i++) {
            double from = phases.get(i).tSeconds();
            double to = i + 1 < phases.size() ? phases.get(i + 1).tSeconds() : seconds;
            double x = left + (from - time.getMin()) * scale;
            double wide = Math.max(0, (to - from) * scale - 2);
            Label block = blocks.get(i);
            block.setText(
                    wide > 6 + 6.1 * phases.get(i).label().length()
                            ? phases.get(i).label()
                            : "");
            block.resizeRelocate(Math.round(x), 0, wide, getHeight());
        }
    }
}
