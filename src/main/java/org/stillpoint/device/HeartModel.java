package org.stillpoint.device;

import java.util.Random;

/**
 * Beats of the simulated patient and what they look like: an ECG of P, Q, R, S and T, and a pulse wave with its dicrotic
 * wave. The sinus node fires when the heart rate has added up to one beat; the R wave follows {@value #PR_SECONDS} s later.
 */
final class HeartModel {

    static final double PR_SECONDS = 0.16;
    /** From R to the foot of the pulse at the finger. */
    static final double TRANSIT_SECONDS = 0.2;

    private static final double BEAT_NOISE = 0.004;
    /** Beats drawn at once: a P wave, the beat before it and its pulse overlap. */
    private static final int DRAWN = 4;
    /** Place (as share of the T-scaled time for T, seconds else), width in seconds, height in mV: P Q R S. */
    private static final double[][] WAVES = {
        {-0.16, 0.022, 0.12}, {-0.026, 0.008, -0.12}, {0, 0.0095, 1.15}, {0.027, 0.009, -0.24}
    };

    private static final double[][] WIDE = {{0, 0.032, 1.35}, {0.075, 0.03, -0.5}, {0.29, 0.055, -0.42}};

    private final SimulatedPerson settings;
    private final Random random;
    private final EventTimes beats = new EventTimes();
    private final EventTimes ectopic = new EventTimes();
    private final double[] rSeconds = new double[DRAWN];
    private final double[] rrSeconds = new double[DRAWN];
    private final boolean[] wide = new boolean[DRAWN];
    private int newest;
    private double filled;
    private double threshold = 1;
    private double ectopicSeconds = Double.NaN;
    private boolean blocked;
    private boolean ectopicNext;

    HeartModel(SimulatedPerson settings, Random random) {
        this.settings = settings;
        this.random = random;
        java.util.Arrays.fill(rSeconds, -10);
        java.util.Arrays.fill(rrSeconds, 0.9);
    }

    void ectopicNext() {
        ectopicNext = true;
    }

    void step(double seconds, double dt, double beatsPerMinute) {
        double perSecond = Math.max(30, beatsPerMinute) / 60;
        filled += perSecond * dt;
        if (filled >= threshold) {
            double late = (filled - threshold) / perSecond;
            filled -= threshold;
            threshold = 1 + BEAT_NOISE * random.nextGaussian();
            fire(seconds - late, 1 / perSecond);
        }
        if (seconds >= ectopicSeconds) {
            draw(ectopicSeconds, 0.62 / perSecond, true);
            ectopicSeconds = Double.NaN;
            blocked = true;
        }
    }

    private void fire(double seconds, double rr) {
        if (blocked) {
            // The extra beat left the heart refractory: this one is missing, and a pause follows.
            blocked = false;
            return;
        }
        draw(seconds + PR_SECONDS, rr, false);
        if (ectopicNext || random.nextDouble() < settings.ectopicPerMinute() / 60 * rr) {
            ectopicNext = false;
            ectopicSeconds = seconds + PR_SECONDS + 0.62 * rr;
        }
    }

    private void draw(double r, double rr, boolean isWide) {
        newest = (newest + 1) % DRAWN;
        rSeconds[newest] = r;
        rrSeconds[newest] = rr;
        wide[newest] = isWide;
        beats.add(r);
        if (isWide) {
            ectopic.add(r);
        }
    }

    double ecgMillivolts(double seconds) {
        double sum = 0;
        for (int i = 0; i < DRAWN; i++) {
            double t = seconds - rSeconds[i];
            if (t < 1) {
                sum += wide[i] ? sum(WIDE, t) : sum(WAVES, t) + tWave(t, rrSeconds[i]);
            }
        }
        return sum;
    }

    private static double sum(double[][] waves, double t) {
        double sum = 0;
        for (double[] wave : waves) {
            sum += bump(t - wave[0], wave[1], wave[2]);
        }
        return sum;
    }

    /** The T wave comes earlier when the heart is fast; it rises more slowly than it falls. */
    private static double tWave(double t, double rr) {
        double peak = 0.29 * Math.sqrt(rr);
        return bump(t - peak, t < peak ? 0.055 : 0.038, 0.3);
    }

    /** Pulse at the finger: 0 at the foot, about 1 at the crest. */
    double pulse(double seconds) {
        double sum = 0;
        for (int i = 0; i < DRAWN; i++) {
            double t = seconds - rSeconds[i] - TRANSIT_SECONDS;
            if (t > -0.1 && t < 1.5) {
                double size = wide[i] ? 0.45 : 1;
                double dicrotic = 0.36 * Math.sqrt(rrSeconds[i] / 0.9) + 0.13;
                sum += size * (bump(t - 0.13, t < 0.13 ? 0.045 : 0.12, 1) + bump(t - dicrotic, 0.085, 0.3));
            }
        }
        return sum;
    }

    EventTimes beats() {
        return beats;
    }

    EventTimes ectopicBeats() {
        return ectopic;
    }

    private static double bump(double distance, double width, double height) {
        double z = distance / width;
        return z > 5 || z < -5 ? 0 : height * Math.exp(-z * z / 2);
    }
}
