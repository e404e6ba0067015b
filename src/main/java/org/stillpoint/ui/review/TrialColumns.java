package org.stillpoint.ui.review;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.stillpoint.care.TrialTrace;
import org.stillpoint.ui.Palette;
import org.stillpoint.ui.Theme;
import org.stillpoint.ui.feedback.Painting;

/**
 * A session in columns: a dot at each part's middle, a bar from the 10th to the 90th percentile, hollow where less than half
 * could be read. A press opens a part's trace; a column dragged onto another is laid over it. With the keyboard ← → choose,
 * Enter opens, C lays the chosen one over the open one. JavaFX thread only.
 */
public final class TrialColumns extends Pane {

    private static final double SCALE_WIDTH = 30;
    private static final double TWO_LABELS_HIGH = 16;
    private static final double WORDS_HIGH = 16;
    private static final double DRAG_PIXELS = 6;

    private final Palette colors;
    private Color color = Color.GRAY;
    private final Painting painting = new Painting(this::paint);
    private List<TrialTrace> traces = List.of();
    private int now = -1;
    private int chosen = -1;
    private int pressed = -1;
    private double pressedX;
    private double draggedX = Double.NaN;
    private int hovered = -1;
    private Consumer<TrialTrace> open = trace -> {};
    private BiConsumer<TrialTrace, TrialTrace> overlay = (under, over) -> {};

    public TrialColumns(Palette colors) {
        this.colors = colors;
        setId("trial-columns");
        getStyleClass().add("trial-columns");
        getChildren().add(painting);
        setMinSize(0, 0);
        setPrefSize(0, 0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnMouseMoved(event -> hover(usable(event.getX())));
        setOnMouseExited(event -> hover(-1));
        focusedProperty().addListener((focus, before, has) -> {
            if (has && chosen < 0) {
                choose(1);
            }
            painting.repaint();
        });
        tell();
    }

    /**
     * @param opens called with the part whose trace is wanted
     * @param overlays called with the open one, or the one dragged onto, and the one that is laid over it; the open one is
     *     null when nobody said which
     */
    public void onOpen(Consumer<TrialTrace> opens, BiConsumer<TrialTrace, TrialTrace> overlays) {
        open = opens;
        overlay = overlays;
    }

    /** @param running place of the part that runs; -1 = none */
    public void show(List<TrialTrace> parts, int running) {
        traces = parts;
        color = parts.isEmpty() ? colors.muted() : colors.of(parts.get(0).modality());
        now = running;
        painting.repaint();
        tell();
    }

    private void tell() {
        StringBuilder words = new StringBuilder("Parts of the session. ");
        if (chosen >= 0 && chosen < traces.size()) {
            TrialTrace trace = traces.get(chosen);
            words.append(trace.title()).append(": ").append(trace.words()).append(". ");
        }
        words.append("Arrows choose, Enter opens the trace, C lays it over the open one.");
        setAccessibleText(words.toString());
    }

    @Override
    protected void layoutChildren() {
        painting.resizeRelocate(0, 0, Math.floor(getWidth()), Math.floor(getHeight()));
    }

    private double each() {
        return (painting.getWidth() - SCALE_WIDTH) / Math.max(1, traces.size());
    }

    private double middle(int column) {
        return SCALE_WIDTH + each() * (column + 0.5);
    }

    /** The column at this place that has something to show; -1 = none. */
    private int usable(double x) {
        int at = (int) Math.floor((x - SCALE_WIDTH) / each());
        return x >= SCALE_WIDTH && at < traces.size() && traces.get(at).there() ? at : -1;
    }

    private void hover(int column) {
        if (column != hovered) {
            hovered = column;
            setCursor(column < 0 ? javafx.scene.Cursor.DEFAULT : javafx.scene.Cursor.HAND);
            painting.repaint();
        }
    }

    private void press(MouseEvent event) {
        pressed = usable(event.getX());
        pressedX = event.getX();
        draggedX = Double.NaN;
    }

    private void drag(MouseEvent event) {
        if (pressed >= 0 && (!Double.isNaN(draggedX) || Math.abs(event.getX() - pressedX) > DRAG_PIXELS)) {
            draggedX = event.getX();
            hover(usable(event.getX()));
            painting.repaint();
        }
    }

    private void release(MouseEvent event) {
        int from = pressed;
        int to = usable(event.getX());
        boolean dragged = !Double.isNaN(draggedX);
        pressed = -1;
        draggedX = Double.NaN;
        if (from >= 0 && to >= 0) {
            chosen = to;
            tell();
            if (from == to) {
                open.accept(traces.get(from));
            } else if (dragged) {
                overlay.accept(traces.get(to), traces.get(from));
            }
        }
        painting.repaint();
    }

    private void choose(int step) {
        int next = chosen;
        do {
            next += step;
        } while (next >= 0 && next < traces.size() && !traces.get(next).there());
        if (next >= 0 && next < traces.size()) {
            chosen = next;
            tell();
            painting.repaint();
        }
    }

    /** A key while the keyboard is here; whether it was for the columns. */
    public boolean key(KeyCode key) {
        if (!isFocused()) {
            return false;
        }
        boolean there =
                chosen >= 0 && chosen < traces.size() && traces.get(chosen).there();
        switch (key) {
            case LEFT -> choose(-1);
            case RIGHT -> choose(1);
            case ENTER -> {
                if (there) {
                    open.accept(traces.get(chosen));
                }
            }
            case C -> {
                if (there) {
                    overlay.accept(null, traces.get(chosen));
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void paint(GraphicsContext g, double width, double height) {
        if (width < 60 || height < 30 || traces.isEmpty()) {
            return;
        }
        double top = 6;
        double bottom = height - WORDS_HIGH - 4;
        double high = 0;
        for (TrialTrace trace : traces) {
            high = trace.there() ? Math.max(high, trace.percentile(90)) : high;
        }
        high = high > 0 ? round(high) : Double.NaN;
        g.setFont(Theme.regular(12));
        g.setStroke(colors.line());
        g.setLineWidth(1);
        g.strokeLine(SCALE_WIDTH, Math.round(bottom) + 0.5, width, Math.round(bottom) + 0.5);
        if (!Double.isNaN(high)) {
            g.setTextAlign(TextAlignment.RIGHT);
            g.setFill(colors.muted());
            g.setTextBaseline(VPos.CENTER);
            if (bottom - top >= TWO_LABELS_HIGH) {
                g.fillText(figure(high), SCALE_WIDTH - 8, top + 1);
            }
            g.fillText("0", SCALE_WIDTH - 8, bottom - 2);
        }
        for (int i = 0; i < traces.size(); i++) {
            column(g, i, middle(i), top, bottom, high);
        }
        if (!Double.isNaN(draggedX) && pressed >= 0 && !Double.isNaN(high)) {
            double y = bottom - Math.max(0, traces.get(pressed).percentile(50)) * (bottom - top) / high;
            g.setFill(color.deriveColor(0, 1, 1, 0.6));
            g.fillOval(draggedX - 5, y - 5, 10, 10);
        }
    }

    private void column(GraphicsContext g, int place, double x, double top, double bottom, double high) {
        TrialTrace trace = traces.get(place);
        double half = Math.min(each(), 64) / 2 - 1;
        boolean target = hovered == place && !Double.isNaN(draggedX) && place != pressed;
        if (target || hovered == place || isFocused() && chosen == place) {
            g.setFill(colors.wash());
            g.fillRoundRect(x - half, 0, 2 * half, painting.getHeight(), 8, 8);
        }
        if (target || isFocused() && chosen == place) {
            g.setStroke(colors.accent());
            g.setLineWidth(1);
            g.strokeRoundRect(x - half + 0.5, 0.5, 2 * half - 1, painting.getHeight() - 1, 8, 8);
        }
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.BASELINE);
        g.setFont(place == now ? Theme.semiBold(12) : Theme.regular(12));
        g.setFill(place == now ? colors.ink() : colors.muted());
        if (each() >= 36 || trace.word().length() < 3) {
            g.fillText(trace.word(), x, painting.getHeight() - 3);
        }
        if (!trace.there() || Double.isNaN(high)) {
            return;
        }
        double scale = (bottom - top) / high;
        double y90 = bottom - Math.max(0, trace.percentile(90)) * scale;
        double y10 = bottom - Math.max(0, trace.percentile(10)) * scale;
        double y = bottom - Math.max(0, trace.percentile(50)) * scale;
        double wide = 5;
        if (trace.gated()) {
            g.setStroke(color.deriveColor(0, 1, 1, 0.5));
            g.setLineWidth(1);
            g.strokeRoundRect(x - wide, y90, 2 * wide, Math.max(2, y10 - y90), 4, 4);
            g.setFill(colors.surface());
            g.fillOval(x - 4.5, y - 4.5, 9, 9);
            g.setStroke(color);
            g.setLineWidth(1.6);
            g.strokeOval(x - 4, y - 4, 8, 8);
        } else {
            g.setFill(color.deriveColor(0, 1, 1, 0.25));
            g.fillRoundRect(x - wide, y90, 2 * wide, Math.max(2, y10 - y90), 4, 4);
            g.setFill(color);
            g.fillOval(x - 4.5, y - 4.5, 9, 9);
        }
    }

    /** The next of 1, 2, 3, 5, 10 … at or above. */
    static double round(double value) {
        double ten = Math.pow(10, Math.floor(Math.log10(value)));
        double times = value / ten;
        return ten * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 3 ? 3 : times <= 5 ? 5 : 10);
    }

    static String figure(double value) {
        return value >= 1 ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
