package org.stillpoint.ui.feedback;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.TrainedMuscle;
import org.stillpoint.ui.Palette;

/**
 * A rounded column as high as the muscle works, and a line to sink below when there is a goal.
 *
 * <p>A muscle that cannot be read is an empty column and a sentence, never a low one: dashed when the sensor needs a look,
 * with its line when the muscle is softer than the sensor can show. The scale is linear from zero; it gives way slowly when
 * the muscle goes beyond it, and the line moves with it.
 */
final class TensionDisplay implements FeedbackDisplay {

    private static final double SMOOTH_SECONDS = 0.06;
    private static final double CALM_SECONDS = 0.3;
    private static final double GOAL_AT_MOST = 1 / 2.4;

    private final DisplayLook look;
    private final Painting painting = new Painting(this::paint);
    private final FrameTime frameTime = new FrameTime();
    private final ColumnStage stage = new ColumnStage();
    private final GivingScale scale = new GivingScale(LEAST_MICROVOLTS);
    private double now;
    private double microvolts = Double.NaN;
    private double threshold = Double.NaN;
    private boolean rewarded;
    private TrainedMuscle trained = TrainedMuscle.FIRST;
    private Reading reading = Reading.NEEDS_A_LOOK;
    private double calm;

    /** A muscle at rest and a light effort both show on this. */
    static final double LEAST_MICROVOLTS = 8;

    TensionDisplay(DisplayLook look) {
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
        reading = Reading.of(newest, look.muscleLine());
        double value = ownSignals && reading == Reading.THERE ? newest.trainedMicrovolts() : Double.NaN;
        microvolts = Double.isNaN(microvolts) || Double.isNaN(value)
                ? value
                : microvolts + (1 - Math.exp(-elapsed / SMOOTH_SECONDS)) * (value - microvolts);
        trained = newest.trainedMuscle();
        threshold = newest.thresholdMicrovolts();
        rewarded = newest.rewarded() && !newest.softer() && !Double.isNaN(value);
        calm += (1 - Math.exp(-elapsed / CALM_SECONDS)) * ((rewarded ? 1 : 0) - calm);
        scale.follow(value, threshold / GOAL_AT_MOST, elapsed);
        painting.repaint();
    }

    private void paint(GraphicsContext g, double width, double height) {
        Palette colors = look.palette();
        boolean readable = !Double.isNaN(microvolts);
        stage.room(width, height, readable);
        if (readable) {
            stage.column().fill(g, colors, colors.muscle(), scale.share(microvolts), calm);
        } else {
            stage.column().empty(g, colors, reading.wantsHands());
        }
        if ((readable || !reading.wantsHands()) && !Double.isNaN(threshold)) {
            String words = !readable ? "" : rewarded ? "rest there" : "let it sink below this line";
            stage.goal(g, colors, scale.share(threshold), words, calm);
        }
        stage.words(g, colors, title(), reading);
    }

    private String title() {
        String named = switch (trained) {
            case FIRST -> look.muscleSite();
            case SECOND -> look.secondSite();
            case LARGER -> "";
        };
        String site = named.isEmpty() ? "let it sink" : named;
        return look.numbers() ? site + String.format(Locale.ROOT, "  ·  %.1f µV", microvolts) : site;
    }
}
