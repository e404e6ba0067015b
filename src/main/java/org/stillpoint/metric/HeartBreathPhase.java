package org.stillpoint.metric;

import org.stillpoint.signal.Modality;
import org.stillpoint.signal.RrVerdict;

/**
 * How far the heart rate's wave runs ahead of the belt's, at the rate of the pacer while it runs, else at that of the breaths
 * of the window; 0 where both rise and fall together, negative where the heart comes later.
 *
 * <p>Heart rate at the middle of each interval, belt with its delay taken out, both at 4 Hz over the last 64 s with a
 * straight line off; phase of the Hann-windowed Fourier sum at that one rate. In: beats, breaths, belt values. Out: degrees,
 * -180 … 180; absent as {@link HeartRhythm}, without three breaths or a whole belt in the window, and where that rate holds
 * under half of the belt's power or a fifth of the heart's: then there is no phase to tell.
 *
 * <p>Source: Vaschillo, Lehrer, Rishe and Konstantinov, Applied Psychophysiology and Biofeedback 27 (2002) 1-27.
 */
final class HeartBreathPhase implements Meter {

    static final double WINDOW_SECONDS = 64;

    private static final int SAMPLES = 256;
    private static final double LEAST_OF_BELT = 0.5;
    private static final double LEAST_OF_HEART = 0.2;

    private final HeartBesideBelt both = new HeartBesideBelt(SAMPLES);
    private final OneWave heartWave = new OneWave(SAMPLES);
    private final OneWave chestWave = new OneWave(SAMPLES);
    private final double[] inhales = new double[64];
    private int breaths;
    private double pacedPerMinute = Double.NaN;

    static Measure measure() {
        return Measure.of(
                Measure.Source.HEART,
                Measure.Partner.BELT,
                new Metric("heart_breath_phase", "Heart ahead of breath", "°", Modality.ECG, WINDOW_SECONDS, ""),
                HeartBreathPhase::new);
    }

    @Override
    public void partner(double value, double tSeconds) {
        if (both.belt(value, tSeconds)) {
            compare();
        }
    }

    @Override
    public void breath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {
        if (Double.isFinite(inhaleSeconds) && Double.isFinite(endSeconds)) {
            inhales[breaths++ % inhales.length] = endSeconds;
        }
    }

    @Override
    public void pacer(boolean running, double ratePerMinute, double phase, double tSeconds) {
        pacedPerMinute = running ? ratePerMinute : Double.NaN;
    }

    @Override
    public void beat(double tSeconds, double rrMillis, RrVerdict verdict) {
        if (both.beat(tSeconds, rrMillis, verdict, Absence.NONE)) {
            compare();
        }
    }

    private void compare() {
        double hz = pacedPerMinute == pacedPerMinute ? pacedPerMinute / 60 : ownHz();
        if (!(hz > 0) || hz > HeartGrid.RATE_HZ / 4 || !both.whole()) {
            both.answer(Double.NaN, Absence.NOT_ENOUGH_YET);
            return;
        }
        heartWave.run(both.heart(), hz / HeartGrid.RATE_HZ);
        chestWave.run(both.chest(), hz / HeartGrid.RATE_HZ);
        if (chestWave.share() >= LEAST_OF_BELT && heartWave.share() >= LEAST_OF_HEART) {
            double degrees = Math.toDegrees(heartWave.phase() - chestWave.phase());
            both.answer(degrees - 360 * Math.rint(degrees / 360), Absence.NONE);
        } else {
            both.answer(Double.NaN, Absence.UNCLEAR);
        }
    }

    /** Rate of the breaths that ended within the window; NaN under three of them. */
    private double ownHz() {
        int newest = breaths - 1;
        int oldest = newest;
        int held = Math.min(breaths, inhales.length);
        while (oldest > breaths - held && inhales[(oldest - 1) % inhales.length] > both.end() - WINDOW_SECONDS) {
            oldest--;
        }
        int cycles = newest - oldest;
        return cycles < 2 ? Double.NaN : cycles / (inhales[newest % inhales.length] - inhales[oldest % inhales.length]);
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
        breaths = 0;
    }
}
