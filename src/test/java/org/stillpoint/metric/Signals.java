package org.stillpoint.metric;

import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Noise;
import org.stillpoint.signal.Unit;

/** Channels and signals with known answers for the tests of this floor. */
final class Signals {

    private Signals() {}

    static Channel emg(String id) {
        return new Channel(
                id,
                "trapezius",
                Modality.EMG,
                Unit.MICROVOLT,
                1,
                0,
                Double.NaN,
                Double.NaN,
                new Noise(0.02, 0.5, 5, 500));
    }

    static Channel skin() {
        return new Channel("eda", "skin", Modality.EDA, Unit.MICROSIEMENS, 1, 0, Double.NaN, Double.NaN, Noise.UNKNOWN);
    }

    static Channel plain(Modality modality) {
        Unit unit = modality == Modality.ECG ? Unit.MICROVOLT : Unit.RAW;
        return new Channel(modality.id(), modality.word(), modality, unit, 1, 0, Double.NaN, Double.NaN, Noise.UNKNOWN);
    }

    /** An ECG in µV whose n-th R wave lies at {@link #beatSeconds}. */
    static double ecg(double t) {
        double value = 0;
        int near = (int) Math.round(t / 0.85);
        for (int n = Math.max(1, near - 2); n <= near + 2; n++) {
            double d = t - beatSeconds(n);
            value += wave(d, -0.19, 0.025, 120)
                    + wave(d, -0.03, 0.009, -100)
                    + wave(d, 0, 0.0105, 1100)
                    + wave(d, 0.028, 0.01, -220)
                    + wave(d, 0.27, 0.055, 280);
        }
        return value;
    }

    static double beatSeconds(int n) {
        return 0.85 * n + 0.1 * Math.sin(2 * Math.PI * 0.1 * 0.85 * n);
    }

    private static double wave(double t, double at, double width, double height) {
        double z = (t - at) / width;
        return height * Math.exp(-z * z / 2);
    }

    /** A belt: in-breath 4 s, out-breath 6 s, from 0 to 1. */
    static double belt(double t) {
        double u = t % 10;
        return u < 4 ? 0.5 - 0.5 * Math.cos(Math.PI * u / 4) : 0.5 + 0.5 * Math.cos(Math.PI * (u - 4) / 6);
    }

    /** Noise of the given RMS, the same at every run. */
    static double noise(int n, double rms) {
        long z = n * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return rms * Math.sqrt(3) * ((z >> 11) / (double) (1L << 52));
    }
}
