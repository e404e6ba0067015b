package org.stillpoint.ui.feedback;

/** Where a time stands on the screen, and from when to when anything stands there at all. Reused from frame to frame. */
final class TimeAxis {

    private double zeroX;
    private double zeroSeconds;
    private double speed;
    private double from;
    private double to;

    /** Time {@code seconds} stands at x, a second is {@code pixels} wide. */
    TimeAxis set(double x, double seconds, double pixels, double fromSeconds, double toSeconds) {
        zeroX = x;
        zeroSeconds = seconds;
        speed = pixels;
        from = fromSeconds;
        to = toSeconds;
        return this;
    }

    double x(double seconds) {
        return zeroX + (seconds - zeroSeconds) * speed;
    }

    double speed() {
        return speed;
    }

    double from() {
        return from;
    }

    double to() {
        return to;
    }
}
