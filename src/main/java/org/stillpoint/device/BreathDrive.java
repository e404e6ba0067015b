package org.stillpoint.device;

import java.util.Random;
import org.stillpoint.signal.PacerCell;

/**
 * The breath of the simulated patient: breath after breath at its own rate, or with the pacer when one runs and this
 * breath complies. Rate and rhythm glide to the pacer within a few breaths.
 */
final class BreathDrive {

    private static final double OWN_INHALE_SHARE = 0.4;
    private static final double GLIDE_SECONDS = 5;
    /** Share of the rate by which a breath hurries or waits when it is a whole cycle off the pacer. */
    private static final double CATCH_UP = 0.9;

    private final SimulatedPerson settings;
    private final Random random;
    private final EventTimes starts = new EventTimes();
    private double phase;
    private double ratePerMinute;
    private double inhaleShare = OWN_INHALE_SHARE;
    private double variation = 1;
    private double depth = 1;
    private double volume;
    private boolean follows;
    private double holdLeft;
    private double nextDepth = 1;
    private double lagShare;

    BreathDrive(SimulatedPerson settings, Random random) {
        this.settings = settings;
        this.random = random;
        ratePerMinute = settings.ownBreathsPerMinute();
        begin(0);
    }

    void step(double seconds, double dt, PacerCell pacer) {
        boolean paced = follows && pacer.running() && pacer.ratePerMinute() > 0;
        double wanted = settings.ownBreathsPerMinute() * variation;
        double share = OWN_INHALE_SHARE;
        double hurry = 1;
        if (paced) {
            wanted = pacer.ratePerMinute();
            share = pacer.inhaleShare();
            double behind = pacer.phase() - phase;
            behind -= Math.rint(behind);
            hurry = 1 + CATCH_UP * Math.max(-0.35, Math.min(0.35, behind));
        }
        ratePerMinute += (wanted - ratePerMinute) * dt / GLIDE_SECONDS;
        inhaleShare += (share - inhaleShare) * dt / GLIDE_SECONDS;
        if (holdLeft > 0) {
            holdLeft -= dt;
            return;
        }
        phase += ratePerMinute / 60 * hurry * dt;
        if (phase >= 1) {
            phase -= 1;
            begin(seconds);
        }
        volume = volume(phase);
    }

    private double volume(double at) {
        return at < inhaleShare
                ? (1 - Math.cos(Math.PI * at / inhaleShare)) / 2
                : (1 + Math.cos(Math.PI * (at - inhaleShare) / (1 - inhaleShare))) / 2;
    }

    /** Stops for so long. */
    void hold(double seconds) {
        holdLeft = seconds;
    }

    /** The next breath is so many times as deep. */
    void sigh(double times) {
        nextDepth = times;
    }

    /** The second belt lags by this share of a cycle from now on. */
    void apart(double share) {
        lagShare = share;
    }

    private void begin(double seconds) {
        starts.add(seconds);
        follows = random.nextDouble() < settings.compliance();
        variation = 1 + 0.06 * Math.max(-2.5, Math.min(2.5, random.nextGaussian()));
        // A slow breath is a deep one.
        depth = Math.min(1.8, Math.sqrt(14 / ratePerMinute)) * (1 + 0.06 * random.nextGaussian()) * nextDepth;
        nextDepth = 1;
    }

    /** 0 = empty, 1 = full, of this breath. */
    double volume() {
        return volume;
    }

    /** What a belt shows. */
    double belt() {
        return depth * volume - 0.5;
    }

    /** What a second belt shows. */
    double secondBelt() {
        double at = phase - lagShare;
        return 0.5 * depth * volume(at - Math.floor(at)) - 0.5;
    }

    double ratePerMinute() {
        return ratePerMinute;
    }

    EventTimes starts() {
        return starts;
    }
}
