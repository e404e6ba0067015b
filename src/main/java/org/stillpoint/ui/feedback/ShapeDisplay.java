package org.stillpoint.ui.feedback;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.RadialGradient;
import javafx.scene.paint.Stop;
import javafx.scene.text.TextAlignment;
import org.stillpoint.training.Feedback;
import org.stillpoint.ui.Palette;
import org.stillpoint.ui.Theme;

/** A disc that grows within a ring with the in-breath and sinks with the out-breath; a line around it is the own breath. */
final class ShapeDisplay implements FeedbackDisplay {

    private static final double SMALLEST = 0.34;

    private final DisplayLook look;
    private final Painting painting = new Painting(this::paint);
    private final FrameTime frameTime = new FrameTime();
    private final Cue cue = new Cue();
    private String sentence = "";
    private double now;
    private double level = Double.NaN;
    private double breath = Double.NaN;

    ShapeDisplay(DisplayLook look) {
        this.look = look;
    }

    @Override
    public Node node() {
        return painting;
    }

    @Override
    public void say(String newSentence) {
        sentence = newSentence;
    }

    @Override
    public void show(Feedback newest, boolean ownSignals, long frameNanos) {
        now = frameTime.at(newest.tSeconds(), frameNanos);
        double cycles = newest.pacerPhase() + (now - newest.tSeconds()) * newest.pacerRatePerMinute() / 60;
        level = newest.pacing() ? newest.pacerLevel(cycles - Math.floor(cycles)) : Double.NaN;
        double position = ownSignals ? newest.breathPosition() : Double.NaN;
        breath = Double.isNaN(breath) || Double.isNaN(position) ? position : breath + 0.35 * (position - breath);
        cue.set(Cue.ofPacer(newest), now);
        painting.repaint();
    }

    private void paint(GraphicsContext g, double width, double height) {
        Palette colors = look.palette();
        double unit = Math.min(width / 1000, height / 810);
        double x = width / 2;
        double y = height * (unit > 0.5 ? 0.44 : 0.45);
        double ring = Math.min(width * 0.45, height * 0.325);

        g.setFill(colors.ink().deriveColor(0, 1, 1, 0.025));
        disc(g, x, y, ring);
        g.setStroke(colors.muted().deriveColor(0, 1, 1, 0.5));
        g.setLineWidth(Math.max(1, 1.5 * unit));
        g.strokeOval(x - ring, y - ring, 2 * ring, 2 * ring);
        if (!Double.isNaN(level)) {
            paintDisc(g, colors.accent(), x, y, ring);
        }
        if (!Double.isNaN(breath)) {
            double radius = ring * (SMALLEST + (1 - SMALLEST) * Math.max(0, Math.min(1, breath)));
            g.setStroke(colors.breath());
            g.setLineWidth(Math.max(2, 4 * unit));
            g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
        }
        cue.paint(g, x, height * (unit > 0.5 ? 0.875 : 0.93), Theme.medium(Math.max(14, 32 * unit)), colors.ink(), now);
        if (unit > 0.5) {
            g.setFont(Theme.regular(Math.max(13, 18 * unit)));
            g.setFill(colors.muted());
            g.setTextAlign(TextAlignment.CENTER);
            g.setTextBaseline(VPos.BASELINE);
            g.fillText(sentence, x, height - 48 * unit);
        }
    }

    private void paintDisc(GraphicsContext g, Color accent, double x, double y, double ring) {
        double size = look.stillMotion() ? 0.7 : SMALLEST + (1 - SMALLEST) * level;
        double strength = look.stillMotion() ? 0.15 + 0.85 * level : 1;
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
