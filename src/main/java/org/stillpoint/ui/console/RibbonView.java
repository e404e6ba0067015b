package org.stillpoint.ui.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.Phase;

/** The appointment to scale: phases as blocks, a line at now, a dotted one at the end with its time of day. */
final class RibbonView extends Pane {

    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm");
    private static final double SPACE_FOR_END = 104;
    private static final double EDGE = 8;
    private static final double BETWEEN = 3;

    private final SessionViewModel model;
    private final List<Phase> phases;
    private final List<Label> blocks = new ArrayList<>();
    private final Region now = new Region();
    private final Region end = new Region();
    private final Label endTime = Words.label("", "t12", "muted");
    private int shownPhase = -1;
    private double shownSeconds = Double.NaN;
    private long nextNanos = Long.MIN_VALUE;

    RibbonView(SessionViewModel model) {
        this.model = model;
        this.phases = model.session().protocol().phases();
        setId("ribbon");
        getStyleClass().addAll("card", "ribbon");
        for (Phase phase : phases) {
            Label block = Words.label(phase.title(), "block");
            block.setAccessibleText(phase.title() + ", " + Math.round(phase.seconds() / 60) + " minutes");
            blocks.add(block);
        }
        now.getStyleClass().add("now-line");
        end.getStyleClass().add("end-line");
        endTime.setId("end-time");
        getChildren().addAll(blocks);
        getChildren().addAll(end, endTime, now);
    }

    void frame(long frameNanos) {
        if (frameNanos < nextNanos) {
            return;
        }
        nextNanos = frameNanos + 250_000_000L;
        Feedback newest = model.newest();
        if (shownPhase != newest.phaseIndex()) {
            shownPhase = newest.phaseIndex();
            for (int i = 0; i < blocks.size(); i++) {
                List<String> classes = blocks.get(i).getStyleClass();
                classes.removeAll(List.of("past", "present"));
                if (i < shownPhase) {
                    classes.add("past");
                } else if (i == shownPhase) {
                    classes.add("present");
                }
            }
        }
        shownSeconds = newest.phaseSeconds();
        endTime.setText("ends "
                + TIME_OF_DAY.format(
                        Instant.ofEpochMilli(model.endEpochMillis()).atZone(ZoneId.systemDefault())));
        requestLayout();
    }

    private double seconds(int phase) {
        return phase == shownPhase && shownSeconds > 0
                ? shownSeconds
                : phases.get(phase).seconds();
    }

    private static boolean fits(String text, double room) {
        return room > 6 + 6.1 * text.length();
    }

    @Override
    protected void layoutChildren() {
        double total = 0;
        for (int i = 0; i < phases.size(); i++) {
            total += seconds(i);
        }
        double room = getWidth() - 2 * EDGE - SPACE_FOR_END - BETWEEN * (phases.size() - 1);
        double high = getHeight() - 2 * EDGE;
        double x = EDGE;
        for (int i = 0; i < blocks.size(); i++) {
            double wide = Math.max(2, room * seconds(i) / total);
            Label block = blocks.get(i);
            String title = phases.get(i).title();
            String text = fits(title, wide) ? title : "";
            Insets beside = Insets.EMPTY;
            if (i == shownPhase) {
                String left = SessionViewModel.clockText(
                        Math.max(0, seconds(i) - model.newest().phaseElapsedSeconds()));
                String withTime = title + " · " + left + " left";
                double share = Math.min(1, model.newest().phaseElapsedSeconds() / Math.max(1, seconds(i)));
                double larger = wide * Math.max(share, 1 - share);
                text = fits(withTime, larger) ? withTime : fits(title, larger) ? title : "";
                beside = share < 0.5 ? new Insets(0, 0, 0, wide * share) : new Insets(0, wide * (1 - share), 0, 0);
                now.resizeRelocate(snapPositionX(x + wide * share - 1), 3, 2, getHeight() - 6);
            }
            block.setText(text);
            block.setPadding(beside);
            block.resizeRelocate(snapPositionX(x), EDGE, snapSizeX(wide), high);
            x += wide + BETWEEN;
        }
        end.resizeRelocate(snapPositionX(x + 4), 6, 2, getHeight() - 12);
        double textHigh = endTime.prefHeight(-1);
        endTime.resizeRelocate(x + 18, Math.round((getHeight() - textHigh) / 2), SPACE_FOR_END - 18, textHigh);
    }
}
