package org.stillpoint.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.RrVerdict;

/** Breath measures on belts and beats whose answer is known. */
class BreathMeasuresTest {

    private static final double RATE = 50;

    /** Height of the belt at a time. */
    private interface Belt {
        double at(double t);
    }

    private static Pipeline run(double seconds, double pacedPerMinute, double pacedShift, Belt... belts) {
        List<Pipeline.Line> lines = new ArrayList<>();
        lines.add(new Pipeline.Line(Signals.plain(Modality.RESP), RATE));
        if (belts.length > 1) {
            lines.add(new Pipeline.Line(Signals.plain(Modality.RESP2), RATE));
        }
        Pipeline pipeline = new Pipeline(lines, PipelineSettings.USUAL);
        for (int n = 0; n < seconds * RATE; n++) {
            double t = n / RATE;
            for (int b = 0; b < belts.length; b++) {
                pipeline.step(b, 100 * belts[b].at(t), t);
            }
            double cycles = (t - pacedShift) * pacedPerMinute / 60;
            pipeline.pacer(pacedPerMinute > 0, pacedPerMinute, cycles - Math.floor(cycles));
            pipeline.advance(t);
        }
        return pipeline;
    }

    private static Meter meter(Pipeline pipeline, String id) {
        for (int i = 0; i < pipeline.metrics().size(); i++) {
            if (pipeline.metrics().get(i).id().equals(id)) {
                return pipeline.meter(i);
            }
        }
        throw new AssertionError("no measure " + id);
    }

    @ParameterizedTest
    @CsvSource({"inhale, 4, 0.1", "exhale, 6, 0.1", "in_out, 0.667, 0.03", "breath_depth, 100, 1"})
    void fourSecondsInAndSixOutReadSo(String id, double expected, double tolerance) {
        Pipeline pipeline = run(120, 0, 0, Signals::belt);
        assertThat(meter(pipeline, id).value()).isCloseTo(expected, within(tolerance));
    }

    @ParameterizedTest
    @CsvSource({"inhale_pause, 1", "exhale_pause, 3"})
    void pausesReadAsLongAsTheyAre(String id, double expected) {
        Belt held = t -> {
            double u = t % 10;
            double up = 0.5 - 0.5 * Math.cos(Math.PI * Math.min(1, u / 3));
            return u < 4 ? up : 0.5 + 0.5 * Math.cos(Math.PI * Math.min(1, (u - 4) / 3));
        };
        assertThat(meter(run(120, 0, 0, held), id).value()).isCloseTo(expected, within(0.2));
    }

    @ParameterizedTest
    @CsvSource({"inhale_pause", "exhale_pause"})
    void breathWithoutPauseReadsNone(String id) {
        assertThat(meter(run(120, 0, 0, Signals::belt), id).value()).isCloseTo(0, within(0.1));
    }

    @Test
    void calmBreathHasNeitherHoldsNorSighs() {
        Pipeline pipeline = run(200, 0, 0, Signals::belt);
        assertThat(meter(pipeline, "breath_holds").value()).isZero();
        assertThat(meter(pipeline, "sighs").value()).isZero();
    }

    @Test
    void breathTwoAndAHalfTimesAsDeepIsASigh() {
        Pipeline pipeline = run(200, 0, 0, t -> (t >= 150 && t < 160 ? 2.5 : 1) * Signals.belt(t));
        assertThat(meter(pipeline, "sighs").value()).isEqualTo(1);
    }

    @Test
    void twelveStillSecondsAreOneHold() {
        // out at 150 s, still until 162 s, then on as before
        Pipeline pipeline = run(200, 0, 0, t -> t < 150 ? Signals.belt(t) : t < 162 ? 0 : Signals.belt(t - 162));
        assertThat(meter(pipeline, "breath_holds").value()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 45", "4, 180", "7, 90"})
    void secondBeltLateBySecondsIsApartByDegrees(double lateSeconds, double degrees) {
        Pipeline pipeline = run(90, 0, 0, Signals::belt, t -> Signals.belt(t + 10 - lateSeconds));
        assertThat(meter(pipeline, "belts_apart").value()).isCloseTo(degrees, within(5.0));
    }

    @ParameterizedTest
    @CsvSource({"6, 0, 100", "6, 1, 100", "6, 4, 0", "5, 0, 0"})
    void breathAtSixAMinuteFollowsThePacerOrNot(double pacedPerMinute, double lateSeconds, double percent) {
        Pipeline pipeline = run(150, pacedPerMinute, lateSeconds, Signals::belt);
        assertThat(meter(pipeline, "with_pacer").value()).isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({"6, 0.17, 100", "6, 0.23, 0", "6, -0.17, 100", "6, -0.23, 0"})
    @CsvSource({"12, 0.17, 100", "12, 0.23, 0", "12, -0.17, 100", "12, -0.23, 0"})
    void lagIsJudgedByWhereTheBreathBeganAndNotByWhenItWasFound(double perMinute, double lagCycles, double percent) {
        double cycle = 60 / perMinute;
        Pipeline pipeline = run(150, perMinute, -lagCycles * cycle, t -> Signals.belt(t * 10 / cycle));
        assertThat(meter(pipeline, "with_pacer").value()).isEqualTo(percent);
    }

    @Test
    void withoutAPacerNothingIsFollowed() {
        Pipeline pipeline = run(60, 0, 0, Signals::belt);
        assertThat(meter(pipeline, "with_pacer").reason()).isEqualTo(Absence.NOT_PACED);
    }

    @ParameterizedTest
    @CsvSource({"6", "9", "15", "20"})
    void breathingRateIsEstimatedFromTheHeartsSwing(double perMinute) {
        Meter meter = BreathEstimate.measure().meter(MeasureContractTest.GROUND);
        feed(meter, perMinute / 60, 40, 0);
        assertThat(meter.value()).isCloseTo(perMinute, within(0.4));
    }

    @Test
    void beatsWithoutAClearSwingGiveNoEstimate() {
        Meter meter = BreathEstimate.measure().meter(MeasureContractTest.GROUND);
        feed(meter, 0.1, 0, 20);
        assertThat(meter.reason()).isEqualTo(Absence.UNCLEAR);
    }

    @Test
    void breathingRateIsEstimatedFromTheHeightOfTheWavesWhereIntervalsAreStill() {
        Meter meter = BreathEstimate.measure().meter(MeasureContractTest.GROUND);
        feed(meter, 0.1, 0, 20, 0.25, 60);
        assertThat(meter.value()).isCloseTo(15, within(0.4));
    }

    @Test
    void intervalsAndHeightsThatDisagreeGiveNoEstimate() {
        Meter meter = BreathEstimate.measure().meter(MeasureContractTest.GROUND);
        feed(meter, 0.12, 30, 15, 0.3, 60);
        assertThat(meter.reason()).isEqualTo(Absence.UNCLEAR);
    }

    private static void feed(Meter meter, double hz, double swingMillis, double noise, double heightHz, double high) {
        double t = 0;
        for (int n = 0; t < 90; n++) {
            double rr = 850 + swingMillis * Math.sin(2 * Math.PI * hz * t) + Signals.noise(n, noise);
            t += rr / 1000;
            double height = 1000 + high * Math.sin(2 * Math.PI * heightHz * t) + Signals.noise(n + 1000, 2 * noise);
            meter.height(height);
            meter.beat(t, rr, RrVerdict.NORMAL);
        }
    }

    private static void feed(Meter meter, double hz, double swingMillis, double noiseMillis) {
        double t = 0;
        for (int n = 0; t < 90; n++) {
            double rr = 850 + swingMillis * Math.sin(2 * Math.PI * hz * t) + Signals.noise(n, noiseMillis);
            t += rr / 1000;
            meter.beat(t, rr, RrVerdict.NORMAL);
        }
    }

    @Test
    void withABeltNothingIsEstimated() {
        Pipeline pipeline = new Pipeline(
                List.of(
                        new Pipeline.Line(Signals.plain(Modality.ECG), 250),
                        new Pipeline.Line(Signals.plain(Modality.RESP), 50)),
                PipelineSettings.USUAL);
        assertThat(pipeline.metrics()).noneMatch(metric -> metric.id().equals("breathing_rate_estimate"));
    }
}
