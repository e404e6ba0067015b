package org.stillpoint.ui.feedback;

import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.stillpoint.training.Feedback;
import org.stillpoint.ui.Palette;

/**
 * The pacer as a path, the own breath along it, the own heart below, beat by beat. Where the heart leads and the pacer has
 * gone, the heart curve alone takes its place; each picture fades before the other comes.
 */
final class WaveDisplay implements FeedbackDisplay {

    private static final double STILL_FREE_SECONDS = 15;
    private static final double TURN_SECONDS = 1.6;

    private final DisplayLook look;
    private final Painting painting = new Painting(this::paint);
    private final WaveSignals signals = new WaveSignals();
    private final WavePicture wave;
    private final WavePicture heart;
    private final Lettering lettering = new Lettering();
    private final Cue cue = new Cue();
    private double turned;
    private double lastSeconds = Double.NaN;

    WaveDisplay(DisplayLook look) {
        this.look = look;
        wave = look.stillMotion() ? new StillWave(STILL_FREE_SECONDS) : new ScrollingWave();
        heart = new HeartPicture(look.stillMotion());
    }

    @Override
    public Node node() {
        return painting;
    }

    @Override
    public void show(Feedback newest, boolean ownSignals, long frameNanos) {
        signals.follow(newest, ownSignals, look.beats(), frameNanos);
        double elapsed = signals.now() - lastSeconds;
        lastSeconds = signals.now();
        double wanted = look.heartLeads() && ownSignals && !newest.pacing() ? 1 : 0;
        boolean afresh = !(elapsed >= 0 && elapsed < 1);
        double step = elapsed / TURN_SECONDS;
        turned = afresh ? wanted : Math.max(0, Math.min(1, turned + (wanted > turned ? step : -step)));
        cue.set(Cue.ofPacer(newest), signals.now());
        painting.repaint();
    }

    private void paint(GraphicsContext g, double width, double height) {
        Palette colors = look.palette();
        double unit = Math.min(width / 1440, height / 810);
        WavePicture picture = turned < 0.5 ? wave : heart;
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineCap(StrokeLineCap.ROUND);
        g.setGlobalAlpha(Math.abs(2 * turned - 1));
        picture.paint(g, colors, signals, width, height, unit);
        Lettering type = lettering.at(unit);
        if (look.numbers()) {
            double x = width * picture.figureShare() + 20 * unit;
            signals.heart().figure(g, colors, type.side(), x, height * picture.heartShare(), signals.now());
        }
        g.setGlobalAlpha(1);
        cue.paint(g, width * wave.verbShare(), height * 0.112, type.verb(), colors.ink(), signals.now());
    }
}
