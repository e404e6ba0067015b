package org.stillpoint.metric;

import org.stillpoint.signal.Modality;
import org.stillpoint.signal.RrVerdict;

/**
 * Magnitude-squared coherence of heart rate and breath at the pacer's rate: how steadily the heart's wave keeps its height
 * and its distance to the belt's from breath to breath, 0 … 1.
 *
 * <p>|S_hb|² / (S_hh S_bb) at that one frequency (Welch): heart rate at the middle of each interval and belt with its delay
 * taken out, both at 4 Hz, a straight line off; segments of two cycles of the pacer, half overlapping, mean off, Hann
 * window; S are the sums over the segments since the pacer took up its rate, of the last 128 s at most. In: beats, belt
 * values, where the pacer stands. Out: a ratio; absent without a pacer, as {@link HeartRhythm}, without a whole belt, under
 * five segments, and where the pacer's rate holds under half of the belt's power. Two waves that have nothing to do with each
 * other exceed 0.55 with five segments one time in twenty, 0.32 with nine.
 *
 * <p>Source: Carter, Knapp and Nuttall, IEEE Transactions on Audio and Electroacoustics 21 (1973) 337-344. It is not what
 * training programs call coherence ({@link HeartRhythm}): that looks at the heart alone.
 */
final class HeartBreathCoherence implements Meter {

    static final double WINDOW_SECONDS = 128;

    private static final int SAMPLES = 512;
    private static final double CYCLES = 2;
    private static final int LEAST = 5;
    private static final double LEAST_OF_BELT = 0.5;
    private static final double SAME_RATE = 0.05;

    private final HeartBesideBelt both = new HeartBesideBelt(SAMPLES);
    private final CrossWave wave = new CrossWave();
    private boolean running;
    private double ratePerMinute = Double.NaN;
    private double since = Double.NaN;

    static Measure measure() {
        return Measure.of(
                Measure.Source.HEART,
                Measure.Partner.BELT,
                new Metric(
                        "heart_breath_coherence",
                        "Coherence of heart and breath",
                        "ratio",
                        Modality.ECG,
                        WINDOW_SECONDS,
                        ""),
                HeartBreathCoherence::new);
    }

    @Override
    public void partner(double value, double tSeconds) {
        if (both.belt(value, tSeconds)) {
            compare();
        }
    }

    @Override
    public void pacer(boolean runs, double newRatePerMinute, double phase, double tSeconds) {
        boolean same = running && Math.abs(newRatePerMinute - ratePerMinute) <= SAME_RATE * ratePerMinute;
        if (runs && !same) {
            since = tSeconds;
            ratePerMinute = newRatePerMinute;
        }
        running = runs;
    }

    @Override
    public void beat(double tSeconds, double rrMillis, RrVerdict verdict) {
        if (both.beat(tSeconds, rrMillis, verdict, running ? Absence.NONE : Absence.NOT_PACED)) {
            compare();
        }
    }

    private void compare() {
        double cyclesPerSample = ratePerMinute / 60 / HeartGrid.RATE_HZ;
        int paced = (int) Math.min(SAMPLES, (both.end() - since) * HeartGrid.RATE_HZ);
        int length = (int) Math.round(CYCLES / cyclesPerSample);
        boolean enough = length >= 8 && paced >= length * (LEAST + 1) / 2;
        if (!enough || !both.whole()) {
            both.answer(Double.NaN, Absence.NOT_ENOUGH_YET);
            return;
        }
        wave.run(both.heart(), both.chest(), SAMPLES - paced, length, cyclesPerSample);
        double value = wave.secondShare() >= LEAST_OF_BELT ? wave.coherence() : Double.NaN;
        both.answer(value, value == value ? Absence.NONE : Absence.UNCLEAR);
    }

    @Override
    public void advance(double tSeconds) {
        both.advance(tSeconds);
    }

    @Override
    public double value() {
        return both.value();
    }

    @Override
    public Absence reason() {
        return both.reason();
    }

    @Override
    public double correctedShare() {
        return both.correctedShare();
    }

    @Override
    public void reset() {
        both.clear();
        running = false;
        since = Double.NaN;
    }
}
