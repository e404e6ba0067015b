package org.stillpoint.ui.feedback;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.Pacer;
import org.stillpoint.ui.Palette;
import org.stillpoint.ui.Theme;

/**
 * The path ahead is the pacer, the point is now, the thick line behind it is the person's own breath; the heart follows
 * below, beat by beat.
 */
final class WaveDisplay implements FeedbackDisplay {

    private static final double NOW = 0.36;
    private static final double SECONDS_ACROSS = 25;
    private static final double HEART_SPAN_AT_LEAST = 8;
    private static final double LATE_SECONDS = 0.04;

    private final DisplayLook look;
    private final Painting painting = new Painting(this::paint);
    private final FrameTime frameTime = new FrameTime();
    private final Trail breath = new Trail(2048);
    private final Trail pacer = new Trail(2048);
    private final Trail heart = new Trail(64);
    private final SmoothCurve heartCurve = new SmoothCurve(64);
    private final Cue cue = new Cue();

    private String sentence = "";
    private double now;
    private double pacerPhase = Double.NaN;
    private double ratePerMinute;
    private double inhaleShare;
    private double pauseFullShare;
    private double pauseEmptyShare;
    private double breathNow = Double.NaN;
    private double breathSeconds = Double.NaN;
    private double heartMiddle = Double.NaN;
    private double heartSpan = HEART_SPAN_AT_LEAST;

    WaveDisplay(DisplayLook look) {
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
        ratePerMinute = newest.pacerRatePerMinute();
        inhaleShare = newest.pacerInhaleShare();
        pauseFullShare = newest.pacerPauseFullShare();
        pauseEmptyShare = newest.pacerPauseEmptyShare();
        double late = now - newest.tSeconds();
        pacerPhase = newest.pacing() ? fraction(newest.pacerPhase() + late * ratePerMinute / 60) : Double.NaN;
        followPacer(newest.phaseElapsedSeconds());
        followBreath(newest.tSeconds(), ownSignals ? newest.breathPosition() : Double.NaN);
        while (look.beats().next()) {
            heart.add(look.beats().tSeconds(), ownSignals ? look.beats().ratePerMinute() : Double.NaN);
        }
        followHeart();
        cue.set(Cue.ofPacer(newest), now);
        painting.repaint();
    }

    private double level(double phase) {
        return Pacer.level(phase, inhaleShare, pauseFullShare, pauseEmptyShare);
    }

    /** After a late frame the way between is filled in: the pacer's is known. */
    private void followPacer(double phaseElapsedSeconds) {
        double before = pacer.size() == 0 ? now : pacer.time(0);
        if (now - before > LATE_SECONDS && now - before < phaseElapsedSeconds) {
            for (double t = before + LATE_SECONDS; t < now; t += LATE_SECONDS) {
                pacer.add(t, level(fraction(pacerPhase - (now - t) * ratePerMinute / 60)));
            }
        }
        pacer.add(now, level(pacerPhase));
    }

    /** Each value stands at its own time, not at the frame's: a late frame leaves no kink. */
    private void followBreath(double tSeconds, double position) {
        double elapsed = tSeconds - breathSeconds;
        if (elapsed == 0) {
            return;
        }
        boolean afresh = !(elapsed > 0 && elapsed < 1) || Double.isNaN(breathNow) || Double.isNaN(position);
        breathNow = afresh ? position : breathNow + (1 - Math.exp(-elapsed / 0.12)) * (position - breathNow);
        breathSeconds = tSeconds;
        breath.add(tSeconds, breathNow);
    }

    private static double fraction(double cycles) {
        return cycles - Math.floor(cycles);
    }

    private void followHeart() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < heart.size() && now - heart.time(i) < 2 * NOW * SECONDS_ACROSS; i++) {
            if (!Double.isNaN(heart.value(i))) {
                low = Math.min(low, heart.value(i));
                high = Math.max(high, heart.value(i));
            }
        }
        if (low > high) {
            return;
        }
        double span = Math.max(HEART_SPAN_AT_LEAST, high - low);
        double middle = (high + low) / 2;
        heartMiddle = Double.isNaN(heartMiddle) ? middle : heartMiddle + 0.02 * (middle - heartMiddle);
        heartSpan += 0.02 * (span - heartSpan);
    }

    private void paint(GraphicsContext g, double width, double height) {
        Palette colors = look.palette();
        double unit = Math.min(width / 1440, height / 810);
        double nowX = Math.round(width * NOW);
        double speed = width / SECONDS_ACROSS;
        double top = height * 0.30;
        double depth = height * 0.27;
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineCap(StrokeLineCap.ROUND);

        g.setStroke(colors.muted().deriveColor(0, 1, 1, 0.22));
        g.setLineWidth(1);
        g.setLineDashes(1, 7 * Math.max(unit, 0.5));
        g.strokeLine(nowX + 0.5, height * 0.15, nowX + 0.5, height * 0.86);
        g.setLineDashes();

        paintPacer(g, colors, nowX, speed, top, depth, width, unit);
        paintBreath(g, colors, nowX, speed, top, depth, height, unit);
        paintHeart(g, colors, nowX, speed, height, unit);
        paintNow(g, colors, nowX, top, depth, unit);

        double size = Math.max(14, 32 * unit);
        cue.paint(g, nowX, height * 0.112, Theme.medium(size), colors.ink(), now);
        if (unit > 0.5) {
            g.setFont(Theme.regular(Math.max(13, 18 * unit)));
            g.setFill(colors.muted());
            g.setTextAlign(TextAlignment.LEFT);
            g.setTextBaseline(VPos.BASELINE);
            g.fillText(sentence, 32 * unit, height - 40 * unit);
        }
    }

    private void paintPacer(
            GraphicsContext g,
            Palette colors,
            double nowX,
            double speed,
            double top,
            double depth,
            double width,
            double unit) {
        if (!Double.isNaN(pacerPhase)) {
            g.beginPath();
            double step = 3 * Math.max(1, unit);
            for (double x = nowX; x < width + step; x += step) {
                double phase = fraction(pacerPhase + (x - nowX) / speed * ratePerMinute / 60);
                double y = top + depth * (1 - level(phase));
                if (x == nowX) {
                    g.moveTo(x, y);
                } else {
                    g.lineTo(x, y);
                }
            }
            double reach = (width - nowX) * 0.55 + nowX;
            g.setLineWidth(Math.max(5, 11 * unit));
            g.setStroke(fade(nowX, reach, width, colors.accent(), 0.16, 0.02));
            g.stroke();
            g.setLineWidth(Math.max(1.5, 3 * unit));
            g.setStroke(fade(nowX, reach, width, colors.accent(), 0.95, 0.18));
            g.stroke();
        }
        g.setLineWidth(Math.max(1, 1.75 * unit));
        g.setStroke(fade(0, nowX * 0.6, nowX, colors.accent(), 0.0, 0.45));
        stroke(g, pacer, nowX, speed, top, depth);
    }

    private void paintBreath(
            GraphicsContext g,
            Palette colors,
            double nowX,
            double speed,
            double top,
            double depth,
            double height,
            double unit) {
        double floor = top + depth + height * 0.05;
        fillBelow(g, colors, nowX, speed, top, depth, floor);
        g.setLineWidth(Math.max(2.5, 6 * unit));
        g.setStroke(fade(0, nowX * 0.45, nowX, colors.breath(), 0.4, 1));
        stroke(g, breath, nowX, speed, top, depth);
        if (!Double.isNaN(breathNow)) {
            double radius = Math.max(2.5, 6 * unit);
            g.setFill(colors.breath());
            g.fillOval(nowX - radius, top + depth * (1 - breathNow) - radius, 2 * radius, 2 * radius);
        }
    }

    private void fillBelow(
            GraphicsContext g, Palette colors, double nowX, double speed, double top, double depth, double floor) {
        g.setFill(new LinearGradient(
                0,
                top,
                0,
                floor,
                false,
                CycleMethod.NO_CYCLE,
                new Stop(0, colors.breath().deriveColor(0, 1, 1, 0.26)),
                new Stop(1, colors.breath().deriveColor(0, 1, 1, 0))));
        boolean open = false;
        double lastX = nowX;
        for (int i = 0; i < breath.size(); i++) {
            double x = nowX - (now - breath.time(i)) * speed;
            double value = breath.value(i);
            if (Double.isNaN(value) || x < -speed) {
                if (open) {
                    g.lineTo(lastX, floor);
                    g.fill();
                    open = false;
                }
                if (x < -speed) {
                    break;
                }
                continue;
            }
            double y = top + depth * (1 - value);
            if (!open) {
                g.beginPath();
                g.moveTo(x, floor);
                open = true;
            }
            g.lineTo(x, y);
            lastX = x;
        }
        if (open) {
            g.lineTo(lastX, floor);
            g.fill();
        }
    }

    private void stroke(GraphicsContext g, Trail trail, double nowX, double speed, double top, double depth) {
        g.beginPath();
        boolean pen = false;
        double lastX = Double.POSITIVE_INFINITY;
        for (int i = 0; i < trail.size(); i++) {
            double x = nowX - (now - trail.time(i)) * speed;
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
            if (x < -20) {
                break;
            }
        }
        g.stroke();
    }

    private void paintHeart(GraphicsContext g, Palette colors, double nowX, double speed, double height, double unit) {
        if (Double.isNaN(heartMiddle)) {
            return;
        }
        double middle = height * 0.775;
        double half = height * 0.065;
        int from = 0;
        while (from < heart.size() && nowX - (now - heart.time(from)) * speed > -speed) {
            from++;
        }
        heartCurve.clear();
        for (int i = Math.min(from, heart.size() - 1); i >= 0; i--) {
            if (!Double.isNaN(heart.value(i))) {
                double x = nowX - (now - heart.time(i)) * speed;
                heartCurve.add(x, middle - (heart.value(i) - heartMiddle) / (heartSpan / 2) * half);
            }
        }
        g.setLineWidth(Math.max(1.5, 3 * unit));
        g.setStroke(fade(0, nowX * 0.5, nowX, colors.heart(), 0.3, 0.95));
        g.beginPath();
        heartCurve.trace(g);
        g.stroke();
        double radius = Math.max(2, 4.5 * unit);
        for (int i = 0; i < heartCurve.size(); i++) {
            double alpha = Math.max(0.4, Math.min(1, heartCurve.x(i) / (nowX * 0.6)));
            g.setFill(colors.heart().deriveColor(0, 1, 1, alpha));
            g.fillOval(heartCurve.x(i) - radius, heartCurve.y(i) - radius, 2 * radius, 2 * radius);
        }
        if (look.numbers() && heart.size() > 0 && !Double.isNaN(heart.value(0))) {
            g.setFont(Theme.medium(Math.max(12, 18 * unit)));
            g.setFill(colors.heart());
            g.setTextAlign(TextAlignment.LEFT);
            g.setTextBaseline(VPos.CENTER);
            g.fillText(Math.round(heart.value(0)) + " /min", nowX + 20 * unit, middle);
        }
    }

    private void paintNow(GraphicsContext g, Palette colors, double nowX, double top, double depth, double unit) {
        if (Double.isNaN(pacerPhase)) {
            return;
        }
        double level = level(pacerPhase);
        double y = look.stillMotion() ? top + depth / 2 : top + depth * (1 - level);
        double halo = (30 + 10 * level) * Math.max(unit, 0.4);
        g.setFill(colors.accent().deriveColor(0, 1, 1, 0.14));
        g.fillOval(nowX - halo, y - halo, 2 * halo, 2 * halo);
        g.setFill(colors.accent().deriveColor(0, 1, 1, 0.18));
        g.fillOval(nowX - halo * 0.72, y - halo * 0.72, 1.44 * halo, 1.44 * halo);
        double radius = 16 * Math.max(unit, 0.4);
        g.setFill(colors.accent());
        g.fillOval(nowX - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static LinearGradient fade(double from, double knee, double to, Color color, double first, double last) {
        double share = Math.max(0.01, Math.min(0.99, (knee - from) / (to - from)));
        double kneeAlpha = Math.max(first, last);
        return new LinearGradient(
                from,
                0,
                to,
                0,
                false,
                CycleMethod.NO_CYCLE,
                new Stop(0, color.deriveColor(0, 1, 1, first)),
                new Stop(share, color.deriveColor(0, 1, 1, kneeAlpha)),
                new Stop(1, color.deriveColor(0, 1, 1, last)));
    }
}
