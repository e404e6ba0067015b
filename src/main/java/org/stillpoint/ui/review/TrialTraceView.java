package org.stillpoint.ui.review;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import org.stillpoint.care.TrialTrace;
import org.stillpoint.ui.BrokenLine;
import org.stillpoint.ui.Palette;
import org.stillpoint.ui.Theme;
import org.stillpoint.ui.feedback.Painting;

/**
 * The trace of one part of a session over its own time, and another one laid over it, both from their beginning. A gap is a
 * break with a hollow bar under it; what lies in a marked disturbance is pale. JavaFX thread only.
 */
public final class TrialTraceView extends VBox {

    private static final double[] STEPS_SECONDS = {5, 10, 15, 30, 60, 120, 300, 600, 900, 1800};
    private static final double STEP_PIXELS = 80;
    private static final double[] DASHES = {6, 4};

    private final Palette colors;
    private final Line solid = new Line(0, 0, 22, 0);
    private Color color = Color.GRAY;
    private final Painting painting = new Painting(this::paint);
    private final Label first = label("t13", "trial-first");
    private final Label second = label("t13", "trial-second");
    private final HBox secondLine;
    private final Label about = label("t12", "trial-about");
    private TrialTrace under;
    private TrialTrace over;

    public TrialTraceView(Palette colors) {
        this.colors = colors;
        setId("trial-trace");
        getStyleClass().add("trial-trace");
        setSpacing(8);
        about.getStyleClass().add("muted");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        solid.setStrokeWidth(2);
        Line dashed = new Line(0, 0, 22, 0);
        dashed.setStroke(colors.ink());
        dashed.setStrokeWidth(1.6);
        dashed.getStrokeDashArray().setAll(6.0, 4.0);
        HBox firstLine = new HBox(8, solid, first);
        secondLine = new HBox(8, dashed, second);
        firstLine.setAlignment(Pos.CENTER_LEFT);
        secondLine.setAlignment(Pos.CENTER_LEFT);
        HBox legend = new HBox(28, firstLine, secondLine);
        painting.setMinSize(0, 60);
        painting.setPrefSize(0, 60);
        setVgrow(painting, Priority.ALWAYS);
        getChildren().addAll(legend, painting, about);
        show(null, null);
    }

    private static Label label(String... classes) {
        Label label = new Label();
        label.getStyleClass().add(classes[0]);
        label.setId(classes[1]);
        return label;
    }

    /** @param laidOver null = one alone, @param trace null = nothing is shown */
    public void show(TrialTrace trace, TrialTrace laidOver) {
        under = trace;
        over = laidOver;
        color = trace == null ? colors.muted() : colors.of(trace.modality());
        solid.setStroke(color);
        first.setText(trace == null ? "" : trace.title() + ": " + trace.words());
        second.setText(laidOver == null ? "" : laidOver.title() + ": " + laidOver.words());
        secondLine.setVisible(laidOver != null);
        secondLine.setManaged(laidOver != null);
        boolean whole = (trace == null || trace.whole()) && (laidOver == null || laidOver.whole());
        about.setText(
                whole ? "" : "Breaks could not be read, pale stretches were marked; neither is counted in the middle.");
        setAccessibleText((first.getText() + ". " + second.getText() + " " + about.getText()).strip());
        painting.repaint();
    }

    private void paint(GraphicsContext g, double width, double height) {
        if (under == null || width < 120 || height < 50) {
            return;
        }
        double left = 40;
        double right = width - 18;
        double top = 20;
        double bottom = height - 22;
        double most = Math.max(most(under), over == null ? 0 : most(over));
        double high = most > 0 ? TrialColumns.round(most) : 1;
        double seconds = Math.max(under.seconds(), over == null ? 0 : over.seconds());
        double pixels = (right - left) / Math.max(1, seconds);
        double scale = (bottom - top) / high;
        g.setFont(Theme.regular(12));
        g.setTextBaseline(VPos.BASELINE);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(colors.muted());
        g.fillText(under.measure() + (under.unit().isEmpty() ? "" : ", " + under.unit()), left, 10);
        g.setStroke(colors.line());
        g.setLineWidth(1);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        for (int i = 0; i <= 2; i++) {
            double y = Math.round(bottom - i * (bottom - top) / 2) + 0.5;
            g.strokeLine(left, y, right, y);
            g.fillText(i == 0 ? "0" : axis(high * i / 2), left - 8, y);
        }
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.BASELINE);
        double step = step(pixels);
        for (double at = 0; at <= seconds; at += step) {
            g.fillText(clock(at), left + at * pixels, height - 4);
        }
        trace(g, under, color, 2, null, left, bottom, pixels, scale);
        if (over != null) {
            trace(g, over, colors.ink(), 1.6, DASHES, left, bottom, pixels, scale);
        }
        gaps(g, under, left, bottom, pixels);
    }

    private static double most(TrialTrace trace) {
        double most = 0;
        for (int i = 0; i < trace.size(); i++) {
            most = trace.counts(i) ? Math.max(most, trace.value(i)) : most;
        }
        return most;
    }

    private static double step(double pixels) {
        for (double step : STEPS_SECONDS) {
            if (step * pixels >= STEP_PIXELS) {
                return step;
            }
        }
        return STEPS_SECONDS[STEPS_SECONDS.length - 1];
    }

    private static String clock(double seconds) {
        return String.format(Locale.ROOT, "%d:%02d", (long) seconds / 60, (long) seconds % 60);
    }

    private static String axis(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }

    /** Two strokes: what counts, and pale what does not; a break where there is no value. */
    private void trace(
            GraphicsContext g,
            TrialTrace trace,
            Color ink,
            double wide,
            double[] dashes,
            double left,
            double bottom,
            double pixels,
            double scale) {
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineDashes(dashes);
        for (boolean counted : new boolean[] {false, true}) {
            g.setStroke(counted ? ink : ink.deriveColor(0, 1, 1, 0.4));
            g.setLineWidth(counted ? wide : 1);
            g.beginPath();
            boolean pen = false;
            for (int i = 0; i < trace.size(); i++) {
                double x = left + (i + 0.5) * trace.stepSeconds() * pixels;
                double y = Math.max(18, bottom - trace.value(i) * scale);
                pen = BrokenLine.point(g, pen, x, trace.counts(i) == counted ? y : Double.NaN);
            }
            g.stroke();
        }
        g.setLineDashes(null);
    }

    private void gaps(GraphicsContext g, TrialTrace trace, double left, double bottom, double pixels) {
        g.setStroke(color.deriveColor(0, 1, 1, 0.6));
        g.setLineWidth(1);
        int from = -1;
        for (int i = 0; i <= trace.size(); i++) {
            boolean out = i < trace.size() && !trace.counts(i);
            if (out && from < 0) {
                from = i;
            } else if (!out && from >= 0) {
                double x = left + from * trace.stepSeconds() * pixels;
                double wide = Math.max(2, (i - from) * trace.stepSeconds() * pixels);
                g.strokeRoundRect(x, bottom - 5.5, wide, 5, 3, 3);
                from = -1;
            }
        }
    }
}
