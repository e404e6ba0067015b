package org.stillpoint.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures of whole recordings that must not look real where too little stands behind them. */
class GatedFiguresTest {

    private final Figures figures = new Figures();

    private static double[] times(int count, double seconds) {
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            times[i] = 11 + i * seconds;
        }
        return times;
    }

    private void beats(double[] times, int everyOdd) {
        double[] rr = new double[times.length];
        boolean[] normal = new boolean[times.length];
        boolean[] trusted = new boolean[times.length];
        Arrays.fill(trusted, true);
        rr[0] = Double.NaN;
        for (int i = 1; i < rr.length; i++) {
            rr[i] = 1000 * (times[i] - times[i - 1]);
            normal[i] = i % everyOdd != 0;
        }
        EventFigures.beats(figures, times, rr, normal, trusted);
    }

    @Test
    void moreThanAFifthOfTheIntervalsLeftOutLeavesTheFigureOut() {
        beats(times(200, 0.9), 4);
        assertThat(figures.values()).doesNotContainKeys("ecg.first300s.rmssd", "e2e.rmssd");
        assertThat(figures.reasons()).anySatisfy(reason -> assertThat(reason).contains("too many irregular beats"));
    }

    @Test
    void aFewOddBeatsDoNot() {
        beats(times(200, 0.9), 12);
        assertThat(figures.values()).containsKeys("ecg.first300s.rmssd", "e2e.rmssd");
    }

    @Test
    void aBreakInTheRecordingIsNoSlowHeart() {
        double[] times = times(200, 0.9);
        for (int i = 100; i < times.length; i++) {
            times[i] += 100;
        }
        beats(times, 1000);
        assertThat(figures.values().get("ecg.mean_rate_total")).isCloseTo(60 / 0.9, within(1e-6));
    }

    @Test
    void aBreakInTheRecordingIsNoSlowBreath() {
        List<double[]> breaths = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            double from = 6 * i + (i < 10 ? 0 : 100);
            double end = i == 9 || i == 19 ? Double.NaN : from + 6;
            breaths.add(new double[] {from, from + 2.5, end, 1, from + 2.4, from + 5.8});
        }
        BreathFigures.into(figures, breaths);
        assertThat(figures.values().get("resp.rate_mean")).isCloseTo(10, within(1e-9));
    }

    @Test
    void missingIntervalsAreNeverGluedOver() {
        double[] rr = {800, 900, Double.NaN, 700, 750, 760, Double.NaN, 900};
        IntervalFigures.broken(figures, rr);
        double squares = 100 * 100 + 50 * 50 + 10 * 10;
        assertThat(figures.values().get("time.rmssd")).isCloseTo(Math.sqrt(squares / 3), within(1e-9));
        assertThat(figures.values()).doesNotContainKeys("welch256.lf", "nonlinear.sampen");
        assertThat(figures.reasons()).anySatisfy(reason -> assertThat(reason).contains("2 of 8 intervals are missing"));
    }

    @Test
    void intervalsThatDoNotVaryHaveNoSpectrum() {
        double[] rr = new double[300];
        Arrays.fill(rr, 800);
        IntervalFigures.into(figures, rr);
        assertThat(figures.values())
                .containsKey("time.mean_nn")
                .doesNotContainKeys("welch256.lf_hf", "nonlinear.sampen");
        assertThat(figures.reasons()).anySatisfy(reason -> assertThat(reason).contains("do not vary"));
    }

    @Test
    void missingMuscleSamplesAreNeverGluedOver() {
        double[] x = new double[5000];
        for (int i = 0; i < x.length; i++) {
            x[i] = i % 10 == 0 ? Double.NaN : Math.sin(i);
        }
        MuscleFigures.into(figures, x, 1000, new int[0]);
        assertThat(figures.values()).containsKey("emg.rms_total").doesNotContainKeys("emg.mnf", "emg.iemg");
        assertThat(figures.reasons()).anySatisfy(reason -> assertThat(reason).contains("500 of 5000 samples"));
    }
}
