package org.stillpoint.metric;

import java.util.List;
import org.stillpoint.signal.Modality;

/**
 * Eight channels of a made-up person that have the same bits on every Java: sines by StrictMath, noise by a hash. A heart
 * whose rate swings with the breath and jumps a beat now and then, two belts out of step, two muscles with contractions, and
 * stretches without a value, at the rail and with hum.
 */
final class SeededRecording {

    static final double RATE_HZ = 250;
    static final int SAMPLES = (int) (240 * RATE_HZ);

    private final double[] beats = new double[600];
    private int near;

    SeededRecording() {
        beats[0] = 0.3;
        for (int n = 1; n < beats.length; n++) {
            double swing = 0.06 * StrictMath.sin(2 * Math.PI * 0.1 * beats[n - 1]);
            double early = n % 60 == 30 ? -0.28 : n % 60 == 31 ? 0.28 : 0;
            beats[n] = beats[n - 1] + 0.86 + swing + early + Signals.noise(n, 0.01);
        }
    }

    static List<Pipeline.Line> lines() {
        return List.of(
                line(Modality.ECG),
                line(Modality.PPG),
                line(Modality.RESP),
                line(Modality.RESP2),
                new Pipeline.Line(Signals.emg("emg1"), RATE_HZ),
                new Pipeline.Line(Signals.emg("emg2"), RATE_HZ),
                new Pipeline.Line(Signals.skin(), RATE_HZ),
                line(Modality.TEMP));
    }

    private static Pipeline.Line line(Modality modality) {
        return new Pipeline.Line(Signals.plain(modality), RATE_HZ);
    }

    /** One code; samples are asked for in order. */
    double code(int line, int n) {
        double t = n / RATE_HZ;
        return switch (line) {
            case 0 -> n / 7000 == 3 ? Double.NaN : ecg(t) + Signals.noise(n, 8);
            case 1 -> pulse(t - 0.2) + Signals.noise(n + 1, 0.5);
            case 2 -> 50 * breath(t) + Signals.noise(n + 2, 0.3);
            case 3 -> 30 * breath(t - 0.6) + Signals.noise(n + 3, 0.3);
            case 4 -> muscle(n, t, 5) + (t > 200 ? 40 * StrictMath.sin(2 * Math.PI * 50 * t) : 0);
            case 5 -> muscle(n + 11, t + 3, 7);
            case 6 -> 5 + t / 200 + (t % 30 > 25 ? 0.3 * (1 - StrictMath.cos((t % 30 - 25) * 1.2)) : 0);
            default -> 33 + StrictMath.sin(t / 20);
        };
    }

    private static double breath(double t) {
        return StrictMath.sin(2 * Math.PI * 0.1 * t) + 0.2 * StrictMath.sin(2 * Math.PI * 0.031 * t);
    }

    private static double muscle(int n, double t, double rest) {
        return Signals.noise(n + 5, t % 40 > 30 && t % 40 < 34 ? 12 * rest : rest);
    }

    private double ecg(double t) {
        return around(t, -0.19, 0.025) * 120
                + around(t, -0.03, 0.009) * -100
                + around(t, 0, 0.0105) * 1100
                + around(t, 0.028, 0.01) * -220
                + around(t, 0.27, 0.055) * 280;
    }

    private double pulse(double t) {
        return 100 * around(t, 0.1, 0.08) + 40 * around(t, 0.35, 0.1);
    }

    /** A bell at a place beside each of the beats nearby. */
    private double around(double t, double offset, double width) {
        while (near < beats.length - 2 && beats[near + 1] < t - 1) {
            near++;
        }
        double sum = 0;
        for (int n = near; n < Math.min(beats.length, near + 5); n++) {
            double z = (t - beats[n] - offset) / width;
            sum += z * z < 80 ? StrictMath.exp(-z * z / 2) : 0;
        }
        return sum;
    }
}
