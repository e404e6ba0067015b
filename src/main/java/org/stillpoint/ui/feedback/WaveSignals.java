package org.stillpoint.ui.feedback;

import javafx.scene.canvas.GraphicsContext;
import org.stillpoint.training.Feedback;
import org.stillpoint.ui.Beats;

/** What a wave is drawn from: the pacer, the own breath and the own heart, each value at its own time. Preallocated. */
final class WaveSignals {

    private static final double LATE_SECONDS = 0.04;
    private static final double BREATH_SMOOTH_SECONDS = 0.12;
    private static final double HEART_SCALE_SECONDS = 18;

    private final FrameTime frameTime = new FrameTime();
    private final PacerPresence presence = new PacerPresence();
    private final HeartTrail heart = new HeartTrail();
    private final Trail breath = new Trail(2048);
    private final Trail pacer = new Trail(2048);
    private double now;
    private double breathNow = Double.NaN;
    private double breathSeconds = Double.NaN;

    void follow(Feedback newest, boolean own, Beats beats, long frameNanos) {
        now = frameTime.at(newest.tSeconds(), frameNanos);
        boolean shown = own && !newest.masked();
        presence.follow(newest, now);
        followPacer(newest.phaseElapsedSeconds());
        followBreath(newest.tSeconds(), shown ? newest.breathPosition() : Double.NaN);
        heart.follow(beats, shown, now, HEART_SCALE_SECONDS);
    }

    /** After a late frame the way between is filled in: the pacer's is known. */
    private void followPacer(double phaseElapsedSeconds) {
        double before = pacer.size() == 0 ? now : pacer.time(0);
        if (now - before > LATE_SECONDS && now - before < phaseElapsedSeconds) {
            for (double t = before + LATE_SECONDS; t < now; t += LATE_SECONDS) {
                pacer.add(t, presence.levelIn(t - now));
            }
        }
        pacer.add(now, presence.level());
    }

    /** Each value stands at its own time, not at the frame's: a late frame leaves no kink. */
    private void followBreath(double tSeconds, double position) {
        double elapsed = tSeconds - breathSeconds;
        if (elapsed == 0) {
            return;
        }
        boolean afresh = !(elapsed > 0 && elapsed < 1) || Double.isNaN(breathNow) || Double.isNaN(position);
        breathNow = afresh
                ? position
                : breathNow + (1 - Math.exp(-elapsed / BREATH_SMOOTH_SECONDS)) * (position - breathNow);
        breathSeconds = tSeconds;
        breath.add(tSeconds, breathNow);
    }

    double now() {
        return now;
    }

    PacerPresence presence() {
        return presence;
    }

    HeartTrail heart() {
        return heart;
    }

    Trail breath() {
        return breath;
    }

    Trail pacer() {
        return pacer;
    }

    /** 0 = all out, 1 = all in; NaN when it cannot be told. */
    double breathNow() {
        return breathNow;
    }

    /** Strokes what of a trail lies on the axis; value 1 at {@code top}, 0 {@code depth} below it. */
    static void stroke(GraphicsContext g, Trail trail, TimeAxis axis, double top, double depth) {
        g.beginPath();
        boolean pen = false;
        double lastX = Double.POSITIVE_INFINITY;
        for (int i = 0; i < trail.size() && trail.time(i) >= axis.from(); i++) {
            if (trail.time(i) > axis.to()) {
                continue;
            }
            double x = axis.x(trail.time(i));
            double value = trail.value(i);
            if (Double.isNaN(value)) {
                pen = false;
            } else if (!pen) {
                g.moveTo(x, top + depth * (1 - value));
                pen = true;
                lastX = x;
            } else if (lastX - x >= 1.5) {
                g.lineTo(x, top + depth * (1 - value));
                lastX = x;
            }
        }
        g.stroke();
    }

    /** Fills between what of a trail lies on the axis and the floor. */
    static void fill(GraphicsContext g, Trail trail, TimeAxis axis, double top, double depth, double floor) {
        boolean open = false;
        double lastX = 0;
        for (int i = 0; i < trail.size() && trail.time(i) >= axis.from(); i++) {
            double value = trail.value(i);
            if (trail.time(i) > axis.to()) {
                continue;
            }
            if (Double.isNaN(value)) {
                if (open) {
                    close(g, lastX, floor);
                    open = false;
                }
                continue;
            }
            double x = axis.x(trail.time(i));
            if (!open) {
                g.beginPath();
                g.moveTo(x, floor);
                open = true;
            }
            g.lineTo(x, top + depth * (1 - value));
            lastX = x;
        }
        if (open) {
            close(g, lastX, floor);
        }
    }

    private static void close(GraphicsContext g, double x, double floor) {
        g.lineTo(x, floor);
        g.fill();
    }
}
