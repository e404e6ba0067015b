package org.stillpoint.ui.console;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Insets;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.stillpoint.training.Phase;

/**
 * The appointment to scale: phases as blocks, a line at now, one at the end with its time of day. A phase that is left out
 * is a dashed stub. An edge can be dragged; a press on a block looks at its time.
 */
final class RibbonView extends Pane {

    private static final double SPACE_FOR_END = 118;
    private static final double EDGE = 8;
    private static final double BETWEEN = 3;
    private static final double STUB = 14;
    private static final double GRIP = 6;
    private static final double SNAP_SECONDS = 15;

    private final AppointmentViewModel plan;
    private final IntConsumer chosen;
    private final List<Label> blocks = new ArrayList<>();
    private final Region now = new Region();
    private final Region end = new Region();
    private final Label endTime = Words.label("", "t12", "muted");
    private final double[] rightEdges;
    private double pixelsPerSecond = 1;
    private int dragged = -1;
    private double draggedSeconds;
    private double pressedX;
    private double pressedSeconds;
    private long nextNanos = Long.MIN_VALUE;

    /** @param chosen called with the place of a phase that was pressed */
    RibbonView(AppointmentViewModel plan, IntConsumer chosen) {
        this.plan = plan;
        this.chosen = chosen;
        setId("ribbon");
        getStyleClass().addAll("card", "ribbon");
        setAccessibleText("Phases of the session; the key T changes their lengths and the appointment’s end");
        for (Phase phase : plan.phases()) {
            Label block = Words.label(phase.title(), "block");
            block.setMouseTransparent(true);
            blocks.add(block);
        }
        rightEdges = new double[blocks.size()];
        now.getStyleClass().add("now-line");
        end.getStyleClass().add("end-line");
        endTime.setId("end-time");
        getChildren().addAll(blocks);
        getChildren().addAll(end, endTime, now);
        setOnMouseMoved(event -> setCursor(edgeAt(event.getX()) >= 0 ? Cursor.H_RESIZE : Cursor.DEFAULT));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
    }

    private int edgeAt(double x) {
        for (int i = plan.index(); i < blocks.size(); i++) {
            if (!plan.out(i) && Math.abs(x - rightEdges[i] - BETWEEN / 2) <= GRIP) {
                return i;
            }
        }
        return -1;
    }

    private void press(MouseEvent event) {
        dragged = edgeAt(event.getX());
        pressedX = event.getX();
        if (dragged >= 0) {
            pressedSeconds = plan.seconds(dragged);
            draggedSeconds = pressedSeconds;
        }
    }

    private void drag(MouseEvent event) {
        if (dragged >= 0) {
            double wanted = pressedSeconds + (event.getX() - pressedX) / pixelsPerSecond;
            double least = plan.leastSeconds(dragged);
            draggedSeconds =
                    Math.max(Math.min(least, pressedSeconds), SNAP_SECONDS * Math.round(wanted / SNAP_SECONDS));
            requestLayout();
        }
    }

    private void release(MouseEvent event) {
        if (dragged >= 0) {
            if (draggedSeconds != pressedSeconds) {
                plan.length(dragged, draggedSeconds);
            }
            dragged = -1;
            return;
        }
        for (int i = blocks.size() - 1; i >= plan.index(); i--) {
            if (blocks.get(i).getBoundsInParent().contains(event.getX(), event.getY())) {
                chosen.accept(i);
                return;
            }
        }
    }

    void frame(long frameNanos) {
        if (frameNanos < nextNanos) {
            return;
        }
        nextNanos = frameNanos + 250_000_000L;
        refresh();
    }

    /** Shows how things are planned now. */
    void refresh() {
        for (int i = 0; i < blocks.size(); i++) {
            Label block = blocks.get(i);
            set(block, "past", i < plan.index());
            set(block, "present", i == plan.index());
            set(block, "out", plan.out(i));
            set(block, "chosen", i == plan.chosen());
            block.setAccessibleText(plan.phases().get(i).title() + ", "
                    + (plan.out(i) ? "left out" : SessionViewModel.clockText(plan.seconds(i))));
        }
        set(end, "over", plan.overSeconds() > 0);
        endTime.setText(plan.endText());
        requestLayout();
    }

    private static void set(Region region, String styleClass, boolean on) {
        List<String> classes = region.getStyleClass();
        if (on && !classes.contains(styleClass)) {
            classes.add(styleClass);
        } else if (!on) {
            classes.remove(styleClass);
        }
    }

    private double seconds(int phase) {
        return phase == dragged ? draggedSeconds : plan.seconds(phase);
    }

    private static boolean fits(String text, double room) {
        return room > 6 + 6.1 * text.length();
    }

    @Override
    protected void layoutChildren() {
        double planned = 0;
        int stubs = 0;
        for (int i = 0; i < blocks.size(); i++) {
            planned += seconds(i);
            stubs += plan.out(i) ? 1 : 0;
        }
        double before = planned - plan.leftSeconds();
        double available = plan.availableSeconds();
        double total = Double.isNaN(available) ? planned : Math.max(planned, before + available);
        double room = getWidth() - 2 * EDGE - SPACE_FOR_END - BETWEEN * (blocks.size() - 1) - STUB * stubs;
        pixelsPerSecond = room / Math.max(1, total);
        double nowX = EDGE;
        double x = EDGE;
        for (int i = 0; i < blocks.size(); i++) {
            double wide = plan.out(i) ? STUB : Math.max(2, pixelsPerSecond * seconds(i));
            nowX = i == plan.index() ? x + layoutPresent(i, x, wide) : nowX;
            if (i != plan.index()) {
                String title = plan.phases().get(i).title();
                String length = title + " · " + SessionViewModel.clockText(seconds(i));
                boolean looked = i == dragged || i == plan.chosen();
                Label block = blocks.get(i);
                block.setText(looked && fits(length, wide) ? length : fits(title, wide) ? title : "");
                block.setPadding(Insets.EMPTY);
            }
            blocks.get(i).resizeRelocate(snapPositionX(x), EDGE, snapSizeX(wide), getHeight() - 2 * EDGE);
            rightEdges[i] = x + wide;
            x += wide + BETWEEN;
        }
        double endX = Double.isNaN(available) ? x + 4 : Math.max(nowX, endX(nowX, available));
        end.resizeRelocate(snapPositionX(endX), 4, 2, getHeight() - 8);
        double textHigh = endTime.prefHeight(-1);
        double textX = getWidth() - SPACE_FOR_END + 10;
        endTime.resizeRelocate(textX, Math.round((getHeight() - textHigh) / 2), SPACE_FOR_END - 18, textHigh);
    }

    /** Where the appointment ends: the spaces between blocks and the stubs take no time. */
    private double endX(double nowX, double availableSeconds) {
        double left = availableSeconds;
        double from = nowX;
        for (int i = plan.index(); i < blocks.size(); i++) {
            double wide = plan.out(i) ? 0 : rightEdges[i] - from;
            if (left * pixelsPerSecond <= wide) {
                return from + left * pixelsPerSecond;
            }
            left -= wide / pixelsPerSecond;
            from = rightEdges[i] + BETWEEN;
        }
        return from + left * pixelsPerSecond;
    }

    /** @return how far now is into the block */
    private double layoutPresent(int i, double x, double wide) {
        String title = plan.phases().get(i).title();
        double left = Math.max(0, seconds(i) - plan.elapsedSeconds());
        String withTime = title + " · " + SessionViewModel.clockText(left) + " left";
        double share = Math.min(1, plan.elapsedSeconds() / Math.max(1, seconds(i)));
        double larger = wide * Math.max(share, 1 - share);
        Label block = blocks.get(i);
        block.setText(fits(withTime, larger) ? withTime : fits(title, larger) ? title : "");
        block.setPadding(share < 0.5 ? new Insets(0, 0, 0, wide * share) : new Insets(0, wide * (1 - share), 0, 0));
        now.resizeRelocate(snapPositionX(x + wide * share - 1), 3, 2, getHeight() - 6);
        return wide * share;
    }
}
