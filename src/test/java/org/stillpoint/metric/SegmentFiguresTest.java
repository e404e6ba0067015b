package org.stillpoint.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.stillpoint.signal.RrVerdict;

class SegmentFiguresTest {

    /** Intervals with a slow and a fast swing, no two alike. */
    private static double[] intervals(int n) {
        double[] rr = new double[n];
        double t = 0;
        for (int i = 0; i < n; i++) {
            rr[i] = 850
                    + 30 * Math.sin(2 * Math.PI * 0.1 * t)
                    + 20 * Math.sin(2 * Math.PI * 0.25 * t)
                    + Signals.noise(i, 5);
            t += rr[i] / 1000;
        }
        return rr;
    }

    private static HeartRecord record(double[] rr) {
        HeartRecord record = new HeartRecord();
        double t = 0;
        record.beat(t, Double.NaN, RrVerdict.NONE);
        for (double one : rr) {
            t += one / 1000;
            record.beat(t, one, RrVerdict.NORMAL);
        }
        return record;
    }

    private static Map<String, SegmentFigure> figures(double[] rr, boolean paced) {
        double seconds = java.util.Arrays.stream(rr).sum() / 1000;
        return figures(record(rr).segment(0, seconds + 1e-6, seconds), paced);
    }

    private static Map<String, SegmentFigure> figures(HeartSegment segment, boolean paced) {
        return SegmentFigures.of(segment, paced, false).stream()
                .collect(Collectors.toMap(SegmentFigure::name, figure -> figure));
    }

    @Test
    void aCleanSegmentHasTheFiguresOfItsSeries() {
        double[] rr = intervals(1500);
        Figures whole = new Figures();
        IntervalFigures.into(whole, rr);
        assertThat(figures(rr, false).values())
                .filteredOn(figure -> !figure.name().equals(SegmentKind.SWING))
                .allSatisfy(figure -> assertThat(figure.value())
                        .as(figure.name())
                        .isEqualTo(whole.values().get(figure.name()), within(1e-6 * Math.abs(figure.value()))));
    }

    @Test
    void everyPresentFigureNamesHowItWasMade() {
        assertThat(figures(intervals(400), false).values())
                .filteredOn(figure -> Double.isFinite(figure.value()))
                .hasSizeGreaterThan(40)
                .allSatisfy(figure ->
                        assertThat(figure.recipe()).as(figure.name()).containsKeys("window", "correction", "version"));
    }

    @Test
    void aSpectrumNamesItsResamplingDetrendingAndTaper() {
        assertThat(figures(intervals(400), false).get("welch256_sp500.lf").recipe())
                .containsEntry("resampling", "natural cubic spline over beat times, 4 Hz")
                .containsEntry("detrending", "smoothness priors, lambda 500, then each window's mean")
                .containsEntry("taper", "periodic Hann");
    }

    @Test
    void pacedBreathingHasNoBalanceOfBands() {
        assertThat(figures(intervals(400), true).values())
                .filteredOn(figure -> figure.name().matches(".*\\.(lf_hf|lf_nu|hf_nu)"))
                .hasSize(12)
                .allSatisfy(figure -> assertThat(figure.reason()).isEqualTo("not given where the breathing was paced"));
    }

    @Test
    void pacedBreathingKeepsItsLowFrequencyPower() {
        assertThat(figures(intervals(400), true).get("welch256.lf").value()).isGreaterThan(100);
    }

    @Test
    void aShortSegmentSaysWhatItNeeds() {
        Map<String, SegmentFigure> figures = figures(intervals(120), false);
        assertThat(figures.get("time.rmssd").reason()).isEmpty();
        assertThat(List.of("time.sdnn", "welch256.lf", "time.triangular_index"))
                .extracting(name -> figures.get(name).reason())
                .containsExactly("needs 120 s", "needs 256 s", "needs 1200 s");
    }

    @Test
    void anAbsentFigureHasNoWindow() {
        assertThat(figures(intervals(120), false).get("welch256.lf").windowSeconds())
                .isNaN();
    }

    @Test
    void manyBeatsOutOfTurnLeaveAllOut() {
        double[] rr = intervals(400);
        for (int i = 10; i + 1 < rr.length; i += 20) {
            rr[i] -= 300;
            rr[i + 1] += 300;
        }
        assertThat(figures(rr, false).values())
                .filteredOn(figure ->
                        !figure.reason().startsWith("needs") && !figure.reason().equals("no sensor"))
                .allSatisfy(figure -> assertThat(figure.reason()).isEqualTo("too many irregular beats"));
    }

    @Test
    void aFewBeatsOutOfTurnDoNotMoveTheFigures() {
        double[] rr = intervals(400);
        Map<String, SegmentFigure> clean = figures(rr, false);
        for (int i = 50; i < 350; i += 75) {
            rr[i] -= 300;
            rr[i + 1] += 300;
        }
        Map<String, SegmentFigure> mended = figures(rr, false);
        for (String name : List.of("time.rmssd", "time.sdnn", "welch256.lf", "welch256.hf", "nonlinear.dfa_alpha1")) {
            assertThat(mended.get(name).value() / clean.get(name).value())
                    .as(name)
                    .isEqualTo(1, within(0.1));
        }
        assertThat(mended.get("time.rmssd").leftOutPercent()).isEqualTo(2.0, within(0.3));
    }

    @Test
    void noDifferenceIsTakenAcrossABreak() {
        HeartRecord record = new HeartRecord();
        double t = 0;
        for (int i = 0; i < 200; i++) {
            // from 800 to 1000 ms behind an interval that nobody knows
            double rr = (i < 100 ? 800 : 1000) + (i % 2 == 0 ? 5 : -5);
            t += rr / 1000;
            record.beat(t, i == 100 ? Double.NaN : rr, RrVerdict.NORMAL);
        }
        assertThat(figures(record.segment(0, t + 1, t), false).get("time.rmssd").value())
                .isEqualTo(10, within(0.01));
    }

    @Test
    void aLongBreakLeavesNoSpectrum() {
        double[] rr = intervals(400);
        HeartRecord record = new HeartRecord();
        double t = 0;
        for (int i = 0; i < rr.length; i++) {
            t += rr[i] / 1000;
            if (i < 200 || i > 210) {
                record.beat(t, i == 211 ? Double.NaN : rr[i], RrVerdict.NORMAL);
            }
        }
        assertThat(figures(record.segment(0, t + 1, t), false)
                        .get("welch256.lf")
                        .reason())
                .isEqualTo("too many artefacts");
    }

    @Test
    void anIntervalThatBeganBeforeTheSegmentIsNotInIt() {
        HeartSegment segment = record(intervals(200)).segment(60, 130, 70);
        assertThat(segment.normal()[0]).isFalse();
        assertThat(segment.times()[1] - segment.rr()[1] / 1000).isGreaterThanOrEqualTo(60);
    }

    @Test
    void theSwingIsThatOfTheBreaths() {
        List<double[]> breaths = new ArrayList<>();
        double[] times = new double[301];
        double[] rr = new double[301];
        boolean[] normal = new boolean[301];
        for (int i = 0; i <= 300; i++) {
            times[i] = i;
            // one beat in ten at 75, the others at 60 a minute
            rr[i] = i % 10 == 5 ? 800 : 1000;
            normal[i] = i > 0;
        }
        for (int i = 1; i < 30; i++) {
            breaths.add(new double[] {10 * i, 10 * i + 9.5});
        }
        HeartSegment segment = new HeartSegment(times, rr, normal, breaths, 300);
        assertThat(segment.swingPerBreath()).isEqualTo(15, within(1e-9));
    }
}
