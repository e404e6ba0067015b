package org.stillpoint.training;

/**
 * How a pacer comes down from the person's own rate: one breath a minute per minute down to 8, then half a breath a minute
 * per minute (an engineering choice, see the clinical page). What cannot be reached in the time there is, is not asked for.
 */
final class Glide {

    private static final double KNEE_PER_MINUTE = 8;
    private static final double FAST_PER_MINUTE = 1;
    private static final double SLOW_PER_MINUTE = 0.5;

    private final double fromPerMinute;
    private final double toPerMinute;

    /**
     * @param fromPerMinute the person's own rate; taken into the pacer's limits
     * @param targetPerMinute where it should end; at or above {@code from} nothing glides
     * @param availableSeconds how long the pacer will run
     */
    Glide(double fromPerMinute, double targetPerMinute, double availableSeconds) {
        this.fromPerMinute = Math.max(
                targetPerMinute,
                Math.max(Pacer.MIN_RATE_PER_MINUTE, Math.min(Pacer.MAX_RATE_PER_MINUTE, fromPerMinute)));
        double reached = down(this.fromPerMinute, availableSeconds);
        toPerMinute = Math.max(targetPerMinute, reached);
    }

    private static double down(double from, double seconds) {
        double minutes = seconds / 60;
        double toKnee = Math.max(0, from - KNEE_PER_MINUTE) / FAST_PER_MINUTE;
        return minutes <= toKnee
                ? from - minutes * FAST_PER_MINUTE
                : Math.min(from, KNEE_PER_MINUTE) - (minutes - toKnee) * SLOW_PER_MINUTE;
    }

    /** The pacer's rate after so many paced seconds. */
    double ratePerMinute(double pacedSeconds) {
        return Math.max(toPerMinute, down(fromPerMinute, pacedSeconds));
    }

    /** Where it ends: the target, or what the time allows. */
    double toPerMinute() {
        return toPerMinute;
    }

    /** Seconds that it takes from one rate to another. */
    static double seconds(double fromPerMinute, double targetPerMinute) {
        double fast = Math.max(0, fromPerMinute - Math.max(KNEE_PER_MINUTE, targetPerMinute)) / FAST_PER_MINUTE;
        double slow = Math.max(0, Math.min(fromPerMinute, KNEE_PER_MINUTE) - targetPerMinute) / SLOW_PER_MINUTE;
        return 60 * (fast + slow);
    }
}
