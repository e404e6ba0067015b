package org.stillpoint.ui.feedback;

import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.RadialGradient;
import javafx.scene.paint.Stop;
import org.stillpoint.training.Feedback;
import org.stillpoint.ui.Palette;

/**
 * A disc that grows within a ring with the in-breath and sinks with the out-breath; a line around it is the own breath. With
 * reduced motion both stay where they are and grow light and dark.
 */
final class ShapeDisplay implements FeedbackDisplay {

    private static final double SMALLEST = 0.34;
    private static final double STILL_DISC = 0.7;
    private static final double STILL_BREATH = 0.84;
    private static final double DARK = 0.15;
    private static final double BREATH_FOLLOWS = 0.35;

    private final DisplayLook look;
    private final Painting painting = new Painting(this::paint);
    private final FrameTime frameTime = new FrameTime();
    private final PacerPresence pacer = new PacerPresence();
    private final Lettering lettering = new Lettering();
    private final Cue cue = new Cue();
    private double now;
    private double breath = Double.NaN;

    ShapeDisplay(DisplayLook look) {
        this.look = look;
    }

    @Override
    public Node node() {
        return painting;
    }

    @Override
    public void show(Feedback newest, boolean ownSignals, long frameNanos) {
        now = frameTime.at(newest.tSeconds(), frameNanos);
        pacer.follow(newest, now);
        double position = ownSignals && !newest.masked() ? newest.breathPosition() : Double.NaN;
        breath = Double.isNaN(breath) || Double.isNaN(position)
                ? position
                : breath + BREATH_FOLLOWS * (position - breath);
        cue.set(Cue.ofPacer(newest), now);
        painting.repaint();
    }

    private void paint(GraphicsContext g, double width, double height) {
        Palette colors = look.palette();
        double unit = Math.min(width / 1000, height / 810);
        double x = width / 2;
        double y = height * 0.415;
        double ring = Math.min(width * 0.45, height * 0.325);

        g.setFill(colors.ink().deriveColor(0, 1, 1, 0.025));
        disc(g, x, y, ring);
        g.setStroke(colors.muted().deriveColor(0, 1, 1, 0.5));
        g.setLineWidth(Math.max(1, 1.5 * unit));
        g.strokeOval(x - ring, y - ring, 2 * ring, 2 * ring);
        if (pacer.strength() > 0) {
            g.setGlobalAlpha(pacer.strength());
            paintDisc(g, colors.accent(), x, y, ring);
            g.setGlobalAlpha(1);
        }
        if (!Double.isNaN(breath)) {
            double in = Math.max(0, Math.min(1, breath));
            double radius = ring * (look.stillMotion() ? STILL_BREATH : SMALLEST + (1 - SMALLEST) * in);
            double light = look.stillMotion() ? DARK + (1 - DARK) * in : 1;
            g.setStroke(colors.breath().deriveColor(0, 1, 1, light));
            g.setLineWidth(Math.max(2, (look.stillMotion() ? 9 : 4) * unit));
            g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
        }
        cue.paint(g, x, height * 0.83, lettering.at(unit).verb(), colors.ink(), now);
    }

    private void paintDisc(GraphicsContext g, Color accent, double x, double y, double ring) {
        double size = look.stillMotion() ? STILL_DISC : SMALLEST + (1 - SMALLEST) * pacer.level();
        double strength = look.stillMotion() ? DARK + (1 - DARK) * pacer.level() : 1;
        double radius = ring * size;
        g.setFill(accent.deriveColor(0, 1, 1, 0.20 * strength));
        disc(g, x, y, radius);
        g.setFill(accent.deriveColor(0, 1, 1, 0.32 * strength));
        disc(g, x, y, radius * 0.80);
        g.setFill(new RadialGradient(
                0,
                0,
                x,
                y - radius * 0.1,
                radius * 0.6,
                false,
                CycleMethod.NO_CYCLE,
                new Stop(0, accent.deriveColor(0, 0.85, 1.06, strength)),
                new Stop(1, accent.deriveColor(0, 1, 0.92, strength))));
        disc(g, x, y, radius * 0.58);
    }

    private static void disc(GraphicsContext g, double x, double y, double radius) {
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
