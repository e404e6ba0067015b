package org.stillpoint.ui.feedback;

/**
 * Session time at a frame. The feedback's own time comes in steps of some 20 ms; this one runs with the frames and is
 * drawn gently to it, so that what moves moves evenly.
 */
final class FrameTime {

    private static final double PULL_PER_FRAME = 0.08;
    private static final double JUMP_SECONDS = 0.3;

    private double seconds = Double.NaN;
    private long lastNanos;

    /** @return session time to be shown at this frame */
    double at(double feedbackSeconds, long frameNanos) {
        double elapsed = (frameNanos - lastNanos) / 1e9;
        lastNanos = frameNanos;
        double error = feedbackSeconds - seconds;
        if (!(Math.abs(error) < JUMP_SECONDS) || elapsed < 0 || elapsed > JUMP_SECONDS) {
            seconds = feedbackSeconds;
        } else {
            seconds += elapsed + PULL_PER_FRAME * (error - elapsed);
        }
        return seconds;
    }
}
