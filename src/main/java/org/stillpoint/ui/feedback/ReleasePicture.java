package org.stillpoint.ui.feedback;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.ReleaseCurves;
import org.stillpoint.ui.BrokenLine;
import org.stillpoint.ui.Palette;

/**
 * Two curves of a letting go and no numbers: the one of now grows from the moment in which the muscle is asked to let go; the
 * pale, dashed one is the first session's, or today's first. Where the muscle cannot be read the curve has a gap. JavaFX
 * thread only; allocates nothing while a curve grows.
 */
public final class ReleasePicture {

    private static final double GRID_SECONDS = 0.05;
    private static final double AFTER_SECONDS =
            (ReleaseCurves.VALUES - 1) * ReleaseCurves.STEP_SECONDS - ReleaseCurves.BEFORE_SECONDS;
    private static final int GRID = (int) Math.round((ReleaseCurves.BEFORE_SECONDS + AFTER_SECONDS) / GRID_SECONDS) + 1;
    private static final int LATE_PLACES = 12;
    private static final double ROOM = 1.12;
    private static final double LEAST_MICROVOLTS = 4;

    private final Palette colors;
    private final Painting painting = new Painting(this::paint);
    private final Lettering lettering = new Lettering();
    private final Trail history = new Trail(256);
    private final double[] live = new double[GRID];
    private List<Double> other = List.of();
    private String otherWords = "";
    private double letGoSeconds = Double.NaN;
    private double frameSeconds;
    private double top = LEAST_MICROVOLTS;
    private int newest = -1;

    public ReleasePicture(Palette colors) {
        this.colors = colors;
    }

    /** What it paints on: grows to the room it is given, its ground is transparent. */
    public Node node() {
        return painting;
    }

    /**
     * Shows this instant.
     *
     * @param known the curves so far; looked at when a letting go begins
     * @return whether a letting go is under way
     */
    public boolean show(Feedback feedback, ReleaseCurves known) {
        double level = feedback.masked() ? Double.NaN : feedback.muscleMicrovolts();
        double at = feedback.letGoSeconds();
        double elapsed = Math.max(0, Math.min(0.1, feedback.tSeconds() - frameSeconds));
        if (feedback.tSeconds() != frameSeconds) {
            frameSeconds = feedback.tSeconds();
            history.add(frameSeconds, level);
        }
        if (Double.isNaN(at)) {
            letGoSeconds = Double.NaN;
            return false;
        }
        if (!(at >= letGoSeconds)) {
            begin(at, known);
        }
        letGoSeconds = at;
        write(at, level);
        double wanted = Math.max(LEAST_MICROVOLTS, ROOM * highest());
        top = newest < 0 ? wanted : top + (1 - Math.exp(-elapsed / 0.3)) * (wanted - top);
        painting.repaint();
        return true;
    }

    private void begin(double at, ReleaseCurves known) {
        Arrays.fill(live, Double.NaN);
        newest = -1;
        for (int i = history.size() - 1; i >= 0; i--) {
            write(history.time(i) - frameSeconds + at, history.value(i));
        }
        other = !known.first().isEmpty()
                ? known.first()
                : known.today().isEmpty() ? List.of() : known.today().get(0).microvolts();
        otherWords = known.first().isEmpty() ? "the first one today" : "the first session";
        top = Math.max(LEAST_MICROVOLTS, ROOM * highest());
    }

    /** After a late frame the way between is a straight one; after a long time without a value it is a gap. */
    private void write(double at, double level) {
        int place = (int) Math.round((at + ReleaseCurves.BEFORE_SECONDS) / GRID_SECONDS);
        if (place < 0 || place >= GRID) {
            return;
        }
        if (newest >= 0 && place - newest <= LATE_PLACES) {
            double before = live[newest];
            for (int i = newest + 1; i < place; i++) {
                live[i] = before + (level - before) * (i - newest) / (place - newest);
            }
        }
        live[place] = level;
        newest = Math.max(newest, place);
    }

    private double highest() {
        double most = 0;
        for (double value : live) {
            most = value > most ? value : most;
        }
        for (int i = 0; i < other.size(); i++) {
            double value = other.get(i);
            most = value > most ? value : most;
        }
        return most;
    }

    private void paint(GraphicsContext g, double width, double height) {
        if (Double.isNaN(letGoSeconds)) {
            return;
        }
        double unit = Math.min(width / 1440, height / 810);
        double left = width * 0.25;
        double right = width * 0.75;
        double upper = height * 0.53;
        double floor = height * 0.82;
        double perSecond = (right - left) / (ReleaseCurves.BEFORE_SECONDS + AFTER_SECONDS);
        double perMicrovolt = (floor - upper) / top;
        double cueX = left + ReleaseCurves.BEFORE_SECONDS * perSecond;
        Lettering type = lettering.at(unit);

        g.setStroke(colors.muted().deriveColor(0, 1, 1, 0.4));
        g.setLineWidth(1);
        g.strokeLine(left, Math.round(floor) + 0.5, right, Math.round(floor) + 0.5);
        g.setLineDashes(1, 7 * Math.max(unit, 0.5));
        g.strokeLine(Math.round(cueX) + 0.5, upper, Math.round(cueX) + 0.5, floor);
        g.setLineDashes();
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineCap(StrokeLineCap.ROUND);
        if (!other.isEmpty()) {
            paintOther(g, left, perSecond, floor, perMicrovolt, unit);
        }
        paintLive(g, colors.muscle(), left, perSecond, floor, perMicrovolt, unit);
        if (unit > 0.5) {
            g.setTextBaseline(VPos.TOP);
            g.setFont(type.side());
            g.setFill(colors.muted());
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText("let go", cueX, floor + 10 * unit);
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(other.isEmpty() ? "" : "dashed: " + otherWords, right, floor + 10 * unit);
        }
    }

    private void paintOther(
            GraphicsContext g, double left, double perSecond, double floor, double perMicrovolt, double unit) {
        g.setStroke(colors.muted());
        g.setLineWidth(Math.max(1.2, 2.5 * unit));
        g.setLineDashes(10 * Math.max(0.5, unit), 10 * Math.max(0.5, unit));
        g.beginPath();
        boolean pen = false;
        for (int i = 0; i < other.size(); i++) {
            double x = left + i * ReleaseCurves.STEP_SECONDS * perSecond;
            pen = BrokenLine.point(g, pen, x, floor - other.get(i) * perMicrovolt);
        }
        g.stroke();
        g.setLineDashes();
    }

    private void paintLive(
            GraphicsContext g,
            Color color,
            double left,
            double perSecond,
            double floor,
            double perMicrovolt,
            double unit) {
        g.setStroke(color);
        g.setLineWidth(Math.max(2, 5 * unit));
        g.beginPath();
        boolean pen = false;
        for (int i = 0; i <= newest; i++) {
            double x = left + i * GRID_SECONDS * perSecond;
            pen = BrokenLine.point(g, pen, x, floor - live[i] * perMicrovolt);
        }
        g.stroke();
        if (newest >= 0 && !Double.isNaN(live[newest]) && newest < GRID - 1) {
            double radius = Math.max(3, 8 * unit);
            g.setFill(color);
            g.fillOval(
                    left + newest * GRID_SECONDS * perSecond - radius,
                    floor - live[newest] * perMicrovolt - radius,
                    2 * radius,
                    2 * radius);
        }
    }
}
