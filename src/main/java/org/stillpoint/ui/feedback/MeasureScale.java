package org.stillpoint.ui.feedback;

/**
 * The scale of one measure's column: from zero where the measure has one that means something, otherwise a stretch of it
 * that goes along when the value or the line comes near an end.
 */
final class MeasureScale {

    private static final double EDGE = 0.12;
    private static final double BEGIN = 0.4;
    private static final double MOVE_SECONDS = 2;
    private static final double LINE_ROOM = 1.5;

    private final GivingScale fromZero;
    private double span;
    private double foot = Double.NaN;

    /** @param span its height at least, in the measure's unit */
    MeasureScale(double span, boolean zero) {
        this.span = span;
        this.fromZero = zero ? new GivingScale(span) : null;
    }

    /** NaN = absent. */
    void follow(double value, double line, double elapsedSeconds) {
        if (fromZero != null) {
            fromZero.follow(value, LINE_ROOM * line, elapsedSeconds);
            return;
        }
        if (Double.isNaN(value)) {
            return;
        }
        if (Double.isNaN(foot)) {
            foot = value - BEGIN * span;
        }
        double low = Double.isNaN(line) ? value : Math.min(value, line);
        double high = Double.isNaN(line) ? value : Math.max(value, line);
        double pull = 1 - Math.exp(-elapsedSeconds / MOVE_SECONDS);
        double needed = (high - low) / (1 - 2 * EDGE);
        if (needed > span) {
            span += pull * (needed - span);
        }
        double wanted = foot;
        if (low < foot + EDGE * span) {
            wanted = low - EDGE * span;
        } else if (high > foot + (1 - EDGE) * span) {
            wanted = high - (1 - EDGE) * span;
        }
        foot += pull * (wanted - foot);
    }

    /** 0 = its foot, 1 = its upper end. */
    double share(double value) {
        return fromZero != null ? fromZero.share(value) : (value - foot) / span;
    }
}
