package org.stillpoint.ui.feedback;

import org.stillpoint.training.Feedback;
import org.stillpoint.training.Pacer;

/**
 * How much of the pacer is on the screen, and where it is at each frame. It goes within the last seconds that it announces,
 * comes back within two, and one that ends unannounced goes within half a second: it never jumps.
 */
final class PacerPresence {

    /** So long before its end it begins to go. */
    static final double GOING_SECONDS = 6;

    private static final double COMING_SECONDS = 2;
    private static final double LEAVING_SECONDS = 0.5;

    private double strength;
    private double phase = Double.NaN;
    private double ratePerMinute = Double.NaN;
    private double inhaleShare;
    private double pauseFullShare;
    private double pauseEmptyShare;
    private double secondsLeft = Double.NaN;
    private double seconds = Double.NaN;

    /** @param now session time of the frame */
    void follow(Feedback newest, double now) {
        double elapsed = now - seconds;
        seconds = now;
        if (newest.pacing()) {
            ratePerMinute = newest.pacerRatePerMinute();
            inhaleShare = newest.pacerInhaleShare();
            pauseFullShare = newest.pacerPauseFullShare();
            pauseEmptyShare = newest.pacerPauseEmptyShare();
            double late = now - newest.tSeconds();
            phase = fraction(newest.pacerPhase() + late * ratePerMinute / 60);
            secondsLeft = newest.pacerSecondsLeft() - late;
        } else {
            phase = fraction(phase + elapsed * ratePerMinute / 60);
            secondsLeft = 0;
        }
        double wanted = newest.pacing() ? there(secondsLeft) : 0;
        if (!(elapsed >= 0 && elapsed < 1)) {
            strength = wanted;
        } else if (wanted > strength) {
            strength = Math.min(wanted, strength + elapsed / COMING_SECONDS);
        } else if (newest.pacing()) {
            strength = wanted;
        } else {
            strength = Math.max(0, strength - elapsed / LEAVING_SECONDS);
        }
        if (strength == 0 && !newest.pacing()) {
            phase = Double.NaN;
        }
    }

    private static double there(double left) {
        if (Double.isNaN(left) || left >= GOING_SECONDS) {
            return 1;
        }
        double share = Math.max(0, left / GOING_SECONDS);
        return share * share * (3 - 2 * share);
    }

    /** 0 = not there, 1 = wholly. */
    double strength() {
        return strength;
    }

    /** 0 … 1; NaN when there is nothing of it. */
    double phase() {
        return phase;
    }

    double ratePerMinute() {
        return ratePerMinute;
    }

    /** Until it goes away for a while; NaN when it stays. */
    double secondsLeft() {
        return secondsLeft;
    }

    /** Height of its shape now. */
    double level() {
        return levelAt(phase);
    }

    /** Height of its shape so many seconds from now. */
    double levelIn(double laterSeconds) {
        return levelAt(fraction(phase + laterSeconds * ratePerMinute / 60));
    }

    /** Height of its shape at a phase of 0 … 1. */
    double levelAt(double at) {
        return Pacer.level(at, inhaleShare, pauseFullShare, pauseEmptyShare);
    }

    private static double fraction(double cycles) {
        return cycles - Math.floor(cycles);
    }
}
