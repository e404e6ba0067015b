package org.stillpoint.ui.feedback;

import javafx.scene.canvas.GraphicsContext;
import org.stillpoint.ui.Palette;

/** The own heart curve alone, large: beat by beat over some two breaths. With reduced motion it is written over itself. */
final class HeartPicture implements WavePicture {

    private static final double NOW = 0.84;
    private static final double LEFT = 0.06;
    private static final double SECONDS = 22;
    private static final double CENTRE = 0.44;
    private static final double HALF = 0.19;
    private static final double SIZE = 1.7;
    private static final double GAP_SECONDS = 0.9;
    private static final double PALE = 0.28;

    private final boolean still;
    private final TimeAxis axis = new TimeAxis();
    private final Fade fade = new Fade();

    HeartPicture(boolean still) {
        this.still = still;
    }

    @Override
    public double verbShare() {
        return 0.5;
    }

    @Override
    public double figureShare() {
        return NOW;
    }

    @Override
    public double heartShare() {
        return CENTRE;
    }

    @Override
    public void paint(
            GraphicsContext g, Palette colors, WaveSignals signals, double width, double height, double unit) {
        double left = width * LEFT;
        double right = width * NOW;
        double speed = (right - left) / SECONDS;
        double now = signals.now();
        if (still) {
            double share = now / SECONDS - Math.floor(now / SECONDS);
            double begin = now - share * SECONDS;
            double alpha = g.getGlobalAlpha();
            axis.set(left, begin - SECONDS, speed, now - SECONDS + GAP_SECONDS, begin);
            g.setGlobalAlpha(alpha * PALE);
            signals.heart().paint(g, colors, colors.heart(), axis, height * CENTRE, height * HALF, SIZE, unit);
            axis.set(left, begin, speed, begin, now);
            g.setGlobalAlpha(alpha);
            signals.heart().paint(g, colors, colors.heart(), axis, height * CENTRE, height * HALF, SIZE, unit);
        } else {
            axis.set(right, now, speed, now - SECONDS, now);
            signals.heart()
                    .paint(
                            g,
                            colors,
                            fade.of(colors.heart(), left, 0, left + 0.3 * (right - left), 0.95, right, 0.95),
                            axis,
                            height * CENTRE,
                            height * HALF,
                            SIZE,
                            unit);
        }
    }
}
