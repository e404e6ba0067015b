package org.stillpoint.ui.review;

import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import org.stillpoint.training.ReleaseCurves;
import org.stillpoint.ui.BrokenLine;
import org.stillpoint.ui.Palette;
import org.stillpoint.ui.Theme;
import org.stillpoint.ui.feedback.Painting;

/**
 * Each letting go over the others, aligned at the cue: today's thin with their mean thick, the first session's mean pale and
 * dashed, a dotted line under which the muscle counts as let go, and a dot where today's mean gets there. JavaFX thread only.
 */
public final class ReleaseOverlayView extends VBox {

    private static final double SCALE_WIDE = 44;
    private static final double WORDS_HIGH = 26;

    private final Palette colors;
    private final Label title = new Label();
    private final Label words = new Label();
    private final Painting painting = new Painting(this::paint);
    private ReleaseCurves curves = ReleaseCurves.NONE;

    public ReleaseOverlayView(Palette colors) {
        this.colors = colors;
        setId("release-overlay");
        getStyleClass().addAll("card", "sheet");
        title.getStyleClass().addAll("t24", "semibold");
        title.setId("release-title");
        words.getStyleClass().addAll("t13", "muted");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        painting.setMinSize(0, 60);
        VBox.setVgrow(painting, Priority.ALWAYS);
        getChildren().addAll(title, words, painting);
        show(ReleaseCurves.NONE);
    }

    public void show(ReleaseCurves newest) {
        curves = newest;
        title.setText(heading(newest));
        words.setText(
                newest.today().isEmpty()
                        ? "A curve appears after each letting go."
                        : "Each letting go from its cue on; thick: today’s mean"
                                + (newest.first().isEmpty() ? "." : ", dashed: the first session’s."));
        setAccessibleText(title.getText() + ". " + words.getText());
        painting.repaint();
    }

    /** How today went, in a few words: the middle of the times in which the muscle let go. */
    static String heading(ReleaseCurves curves) {
        if (curves.today().isEmpty()) {
            return "Letting go";
        }
        double[] times = curves.today().stream()
                .mapToDouble(ReleaseCurves.Curve::releaseSeconds)
                .filter(seconds -> seconds == seconds)
                .sorted()
                .toArray();
        int all = curves.today().size();
        if (times.length == 0) {
            return all == 1 ? "Not let go yet" : "Not let go in " + all + " tries";
        }
        String of = times.length == all ? "" : ", " + times.length + " of " + all + " times";
        return String.format(Locale.ROOT, "Let go in %.1f s%s", times[(times.length - 1) / 2], of);
    }

    private void paint(GraphicsContext g, double width, double height) {
        if (curves.today().isEmpty() || width < 200 || height < 80) {
            return;
        }
        double bottom = height - WORDS_HIGH;
        double top = 10;
        double most = Math.max(1, highest());
        double seconds = (ReleaseCurves.VALUES - 1) * ReleaseCurves.STEP_SECONDS;
        double perSecond = (width - SCALE_WIDE - 8) / seconds;
        double perMicrovolt = (bottom - top) / most;
        double cueX = Math.round(SCALE_WIDE + ReleaseCurves.BEFORE_SECONDS * perSecond) + 0.5;

        g.setStroke(colors.line());
        g.setLineWidth(1);
        g.strokeLine(SCALE_WIDE, Math.round(bottom) + 0.5, width, Math.round(bottom) + 0.5);
        g.strokeLine(cueX, top, cueX, bottom);
        g.setFont(Theme.regular(12));
        g.setFill(colors.muted());
        g.setTextBaseline(VPos.TOP);
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText("let go", cueX, bottom + 7);
        for (int s = 2; s < seconds - ReleaseCurves.BEFORE_SECONDS; s += 2) {
            g.fillText(s + " s", cueX + s * perSecond, bottom + 7);
        }
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(String.format(Locale.ROOT, "%.0f µV", most), SCALE_WIDE - 6, top + 4);
        g.fillText("0", SCALE_WIDE - 6, bottom);

        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineCap(StrokeLineCap.ROUND);
        for (ReleaseCurves.Curve curve : curves.today()) {
            line(g, curve.microvolts(), colors.muscle().deriveColor(0, 1, 1, 0.3), 1, bottom, perSecond, perMicrovolt);
        }
        g.setLineDashes(7, 6);
        line(g, curves.first(), colors.muted(), 1.8, bottom, perSecond, perMicrovolt);
        g.setLineDashes();
        line(g, curves.mean(), colors.muscle(), 3, bottom, perSecond, perMicrovolt);
        paintLimit(g, width, bottom, perSecond, perMicrovolt, cueX);
    }

    private void paintLimit(
            GraphicsContext g, double width, double bottom, double perSecond, double perMicrovolt, double cueX) {
        double limit = curves.limitMicrovolts();
        if (Double.isNaN(limit)) {
            return;
        }
        double y = bottom - limit * perMicrovolt;
        g.setStroke(colors.good());
        g.setLineWidth(1.4);
        g.setLineDashes(1, 6);
        g.strokeLine(SCALE_WIDE, y, width, y);
        g.setLineDashes();
        int cue = (int) Math.round(ReleaseCurves.BEFORE_SECONDS / ReleaseCurves.STEP_SECONDS);
        for (int i = cue; i < curves.mean().size(); i++) {
            double value = curves.mean().get(i);
            if (value < limit) {
                double x = cueX + (i - cue) * ReleaseCurves.STEP_SECONDS * perSecond;
                g.setFill(colors.surface());
                g.fillOval(x - 7, bottom - value * perMicrovolt - 7, 14, 14);
                g.setFill(colors.good());
                g.fillOval(x - 5, bottom - value * perMicrovolt - 5, 10, 10);
                return;
            }
        }
    }

    private static void line(
            GraphicsContext g,
            List<Double> values,
            Color color,
            double wide,
            double bottom,
            double perSecond,
            double perMicrovolt) {
        g.setStroke(color);
        g.setLineWidth(wide);
        g.beginPath();
        boolean pen = false;
        for (int i = 0; i < values.size(); i++) {
            double x = SCALE_WIDE + i * ReleaseCurves.STEP_SECONDS * perSecond;
            pen = BrokenLine.point(g, pen, x, bottom - values.get(i) * perMicrovolt);
        }
        g.stroke();
    }

    private double highest() {
        double most = Double.isNaN(curves.limitMicrovolts()) ? 0 : 1.5 * curves.limitMicrovolts();
        for (ReleaseCurves.Curve curve : curves.today()) {
            for (double value : curve.microvolts()) {
                most = value > most ? value : most;
            }
        }
        for (double value : curves.first()) {
            most = value > most ? value : most;
        }
        return Math.ceil(most);
    }
}
