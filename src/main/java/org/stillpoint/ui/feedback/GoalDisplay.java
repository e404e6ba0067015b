package org.stillpoint.ui.feedback;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.stillpoint.signal.Modality;
import org.stillpoint.training.Feedback;
import org.stillpoint.ui.BrokenLine;
import org.stillpoint.ui.Palette;

/**
 * A rounded column for the one measure that is trained (warmth, activity of the skin, breaths a minute), a thin curve that
 * shows the way of the last two minutes into it, and a line to reach when there is a goal: to rise above or to sink below.
 *
 * <p>A measure that is absent is an empty column and the reason, never a low one. Breaths and the skin's activity stand on
 * zero; warmth has no zero that means something, so its column shows a stretch of it.
 */
final class GoalDisplay implements FeedbackDisplay {

    private static final double SMOOTH_SECONDS = 1;
    private static final double CALM_SECONDS = 0.5;
    private static final double TRAIL_SECONDS = 120;
    private static final double TRAIL_STEP_SECONDS = 0.5;
    private static final TrainedMeasure UNKNOWN = new TrainedMeasure("", "", 1, Modality.AUX, -1, 1, true);

    private final DisplayLook look;
    private final Painting painting = new Painting(this::paint);
    private final FrameTime frameTime = new FrameTime();
    private final ColumnStage stage = new ColumnStage();
    private final Trail trail = new Trail(256);
    private final Fade fade = new Fade();
    private TrainedMeasure measure = UNKNOWN;
    private MeasureScale scale = new MeasureScale(1, true);
    private int meter = -1;
    private double now;
    private double value = Double.NaN;
    private double line = Double.NaN;
    private boolean rises;
    private boolean rewarded;
    private Reading reading = Reading.GATHERING;
    private double calm;

    GoalDisplay(DisplayLook look) {
        this.look = look;
    }

    @Override
    public Node node() {
        return painting;
    }

    @Override
    public void show(Feedback newest, boolean ownSignals, long frameNanos) {
        double before = now;
        now = frameTime.at(newest.tSeconds(), frameNanos);
        double elapsed = Math.max(0, Math.min(0.1, now - before));
        measure(newest.goalMeter());
        reading = Reading.ofGoal(newest, measure.line());
        double read = ownSignals && reading == Reading.THERE ? newest.goalValue() : Double.NaN;
        value = Double.isNaN(value) || Double.isNaN(read)
                ? read
                : value + (1 - Math.exp(-elapsed / SMOOTH_SECONDS)) * (read - value);
        line = newest.goalLine();
        rises = newest.goalRises();
        rewarded = newest.rewarded() && !Double.isNaN(value);
        calm += (1 - Math.exp(-elapsed / CALM_SECONDS)) * ((rewarded ? 1 : 0) - calm);
        scale.follow(value, line, elapsed);
        if (trail.size() == 0 || !(now - trail.time(0) < TRAIL_STEP_SECONDS)) {
            trail.add(now, value);
        }
        painting.repaint();
    }

    private void measure(int newest) {
        if (newest != meter && newest >= 0 && newest < look.measures().size()) {
            meter = newest;
            measure = look.measures().get(newest);
            scale = new MeasureScale(measure.span(), measure.fromZero());
            trail.clear();
        }
    }

    private void paint(GraphicsContext g, double width, double height) {
        Palette colors = look.palette();
        boolean readable = !Double.isNaN(value);
        stage.room(width, height, readable);
        if (!look.stillMotion()) {
            paintTrail(g, colors, width);
        }
        if (readable) {
            stage.column().fill(g, colors, colors.of(measure.modality()), scale.share(value), calm);
        } else {
            stage.column().empty(g, colors, reading.wantsHands());
        }
        if (readable && !Double.isNaN(line)) {
            String words =
                    rewarded ? "rest there" : rises ? "let it rise above this line" : "let it sink below this line";
            stage.goal(g, colors, scale.share(line), words, calm);
        }
        stage.words(g, colors, title(), reading);
    }

    private void paintTrail(GraphicsContext g, Palette colors, double width) {
        LevelColumn column = stage.column();
        double right = column.x() - Math.max(14, 72 * stage.unit());
        double left = Math.max(width * 0.06, right - 460 * stage.unit());
        if (right - left < 30) {
            return;
        }
        double speed = (right - left) / TRAIL_SECONDS;
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineWidth(Math.max(1.5, 3.5 * stage.unit()));
        g.setStroke(fade.of(colors.of(measure.modality()), left, 0, left + 0.5 * (right - left), 0.55, right, 0.9));
        g.beginPath();
        boolean pen = !Double.isNaN(value);
        if (pen) {
            g.moveTo(right, column.level(scale.share(value)));
        }
        for (int i = 0; i < trail.size() && now - trail.time(i) < TRAIL_SECONDS; i++) {
            double past = trail.value(i);
            double x = right - (now - trail.time(i)) * speed;
            double y = Double.isNaN(past) ? Double.NaN : column.level(scale.share(past));
            pen = BrokenLine.point(g, pen, x, y);
        }
        g.stroke();
    }

    private String title() {
        return look.numbers() && !Double.isNaN(value)
                ? String.format(Locale.ROOT, "%s  ·  %." + measure.decimals() + "f%s", measure.name(), value, unit())
                : measure.name();
    }

    /** A rate's name says its unit already. */
    private String unit() {
        return measure.unit().startsWith("/") ? "" : " " + measure.unit();
    }
}
