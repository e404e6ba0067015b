package org.stillpoint.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Noise;
import org.stillpoint.signal.RrVerdict;
import org.stillpoint.signal.Unit;

/** Muscle measures on signals whose answer is known; frequencies against SciPy. */
class MuscleMeasuresTest {

    /** Floor 0.5 µV, 1000 samples a second. */
    private static final Ground GROUND = MeasureContractTest.GROUND;

    /** A filtered muscle, sample by sample. */
    private interface Signal {
        double at(int n, double t);
    }

    private static Meter feed(Meter meter, double seconds, Signal signal) {
        for (int n = 0; n < seconds * 1000; n++) {
            meter.step(signal.at(n, n / 1000.0), n / 1000.0);
        }
        return meter;
    }

    private static double tone(int n, double rms) {
        return rms * Math.sqrt(2) * Math.sin(2 * Math.PI * 0.08 * n);
    }

    @Test
    void baselinesAreTheQuietAndTheMiddleLevelOfTheMinute() {
        // a fifth at 2, three fifths at 4, a fifth at 9
        Signal signal = (n, t) -> tone(n, t % 10 < 2 ? 2 : t % 10 < 8 ? 4 : 9);
        assertThat(feed(MuscleBaseline.quiet().meter(GROUND), 60, signal).value())
                .isCloseTo(2, within(0.05));
        assertThat(feed(MuscleBaseline.middle().meter(GROUND), 60, signal).value())
                .isCloseTo(4, within(0.05));
    }

    @Test
    void baselineNeedsItsWholeMinute() {
        Meter meter = feed(MuscleBaseline.quiet().meter(GROUND), 59, (n, t) -> tone(n, 4));
        assertThat(meter.reason()).isEqualTo(Absence.NOT_ENOUGH_YET);
    }

    @Test
    void halfOfTheTimeAtRestReadsFiftyPercentInThirtyGaps() {
        Signal signal = (n, t) -> tone(n, t % 2 < 1 ? 0.7 : 10);
        assertThat(feed(MuscleRest.time().meter(GROUND), 60, signal).value()).isEqualTo(50);
        assertThat(feed(MuscleRest.gaps().meter(GROUND), 60, signal).value()).isEqualTo(30);
    }

    @Test
    void chosenLevelOfRestCountsWhereItIsHigherThanThreeFloors() {
        Ground chosen = new Ground(GROUND.channel(), 1000, 0.25, 12, false, null);
        assertThat(feed(MuscleRest.time().meter(chosen), 60, (n, t) -> tone(n, 10))
                        .value())
                .isEqualTo(100);
    }

    @Test
    void withoutAFloorOrALevelRestCannotBeTold() {
        Channel unknown =
                new Channel("emg1", "neck", Modality.EMG, Unit.MICROVOLT, 1, 0, Double.NaN, Double.NaN, Noise.UNKNOWN);
        Meter meter = feed(MuscleRest.time().meter(new Ground(unknown, 1000, 0.25)), 60, (n, t) -> tone(n, 10));
        assertThat(meter.reason()).isEqualTo(Absence.NO_REFERENCE);
    }

    private static double coloured(double[] state, int n) {
        state[0] = (0.5 + 0.004 * (n / 1000)) * state[0] + Signals.noise(n, 20);
        return state[0];
    }

    @ParameterizedTest
    @ValueSource(strings = {"muscle_mean_hz", "muscle_median_hz", "muscle_mean_slope", "muscle_median_slope"})
    void frequenciesAgreeWithSciPy(String id) throws IOException {
        Map<String, Double> golden;
        try (var in = MuscleMeasuresTest.class.getResourceAsStream("/golden/live_muscle.csv")) {
            golden = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .collect(Collectors.toMap(fields -> fields[0], fields -> Double.valueOf(fields[1])));
        }
        Meter meter = Metrics.all().stream()
                .filter(one -> one.metric(GROUND).id().equals(id + "@emg1"))
                .findFirst()
                .orElseThrow()
                .meter(GROUND);
        double[] state = new double[1];
        feed(meter, 40, (n, t) -> coloured(state, n));
        assertThat(meter.value()).isCloseTo(golden.get(id), within(1e-6 * Math.abs(golden.get(id))));
    }

    @Test
    void frequencyOfASensorsOwnNoiseIsNoNumber() {
        Meter meter = feed(MuscleFrequency.median().meter(GROUND), 10, (n, t) -> tone(n, 1.2));
        assertThat(meter.reason()).isEqualTo(Absence.SENSOR_LIMIT);
    }

    @ParameterizedTest
    @CsvSource({"10, 10, 0", "10, 6, 40.13", "6, 10, 40.13"})
    void asymmetryIsTheDifferenceOverTheLarger(double a, double b, double percent) {
        Ground pair = new Ground(GROUND.channel(), 1000, 0.25, Double.NaN, false, GROUND);
        Meter meter = MuscleAsymmetry.measure().meter(pair);
        for (int n = 0; n < 2000; n++) {
            meter.step(tone(n, a), n / 1000.0);
            meter.partner(tone(n, b), n / 1000.0);
        }
        assertThat(meter.value()).isCloseTo(percent, within(0.1));
    }

    @Test
    void twoRestingMusclesAreNotCompared() {
        Ground pair = new Ground(GROUND.channel(), 1000, 0.25, Double.NaN, false, GROUND);
        Meter meter = MuscleAsymmetry.measure().meter(pair);
        for (int n = 0; n < 2000; n++) {
            meter.step(tone(n, 1.4), n / 1000.0);
            meter.partner(tone(n, 0.6), n / 1000.0);
        }
        assertThat(meter.reason()).isEqualTo(Absence.SENSOR_LIMIT);
    }

    @Test
    void slowLettingGoTakesAsLongAsItsCurve() {
        // rest 5; five seconds of 100; then it falls by half every 1.386 s
        Signal signal = (n, t) -> {
            double level = t < 30 ? 0 : t < 35 ? 100 : 100 * Math.exp((35 - t) / 2);
            return Signals.noise(n, 5 + level);
        };
        Meter meter = feed(MuscleRecovery.measure().meter(GROUND), 70, signal);
        // under half of the peak after 1.49 s; within the spread of rest, 5 + 2 * 0.14, after 11.7 s
        assertThat(meter.value()).isCloseTo(10.2, within(1.3));
    }

    @Test
    void restWithoutAnEffortHasNoRecovery() {
        Meter meter = feed(MuscleRecovery.measure().meter(GROUND), 60, (n, t) -> Signals.noise(n, 5));
        assertThat(meter.reason()).isEqualTo(Absence.NO_EFFORT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void heartInATrunkMuscleIsTakenOut(boolean withEcg) {
        Ground ground = new Ground(GROUND.channel(), 1000, 0.25, Double.NaN, withEcg, null);
        Meter meter = MuscleWithoutHeart.measure().meter(ground);
        MuscleWithHeart sum = new MuscleWithHeart();
        double read = 0;
        double plain = 0;
        for (int n = 0; n < 30_000; n++) {
            double t = n / 1000.0;
            double value = sum.at(n);
            meter.step(value, t);
            if (n % 850 == 200 && n > 850) {
                // a beat is announced 0.2 s after its wave
                meter.beat(t - 0.2, 850, RrVerdict.NORMAL);
            }
            plain += value * value / 30_000;
            read += n >= 10_000 && n % 1000 == 0 ? meter.value() / 20 : 0;
        }
        assertThat(Math.sqrt(plain)).isGreaterThan(10);
        assertThat(read).isCloseTo(5, within(0.35));
    }

    /** Muscle of RMS 5 and, every 850 ms, a heart wave of 100 µV that is 60 ms wide. */
    private static final class MuscleWithHeart {

        double at(int n) {
            double d = ((n + 425) % 850 - 425) / 1000.0;
            return Signals.noise(n, 5) + 100 * Math.cos(2 * Math.PI * 30 * d) * Math.exp(-d * d / (2 * 0.015 * 0.015));
        }
    }

    @Test
    void sixRisesOfSkinConductanceAMinuteAreCounted() {
        Ground skin = new Ground(Signals.skin(), 50, 0.25);
        Meter meter = SkinResponses.measure().meter(skin);
        for (int n = 0; n < 100 * 50; n++) {
            double t = n / 50.0;
            double u = t % 10;
            double response = u < 2 ? 0 : 0.3 * (Math.exp(-(u - 2) / 2) - Math.exp(-(u - 2) / 0.75)) / 0.4;
            meter.step(5 + response + 0.01 * Math.sin(2 * Math.PI * 0.3 * t), t);
        }
        assertThat(meter.value()).isEqualTo(6);
    }

    @Test
    void skinThatDoesNotAnswerHasNoResponses() {
        Meter meter = SkinResponses.measure().meter(new Ground(Signals.skin(), 50, 0.25));
        for (int n = 0; n < 100 * 50; n++) {
            meter.step(5 + 0.01 * Math.sin(2 * Math.PI * 0.1 * n / 50) - 0.001 * n / 50, n / 50.0);
        }
        assertThat(meter.value()).isZero();
    }

    @Test
    void conductanceInSensorUnitsHasALevelButNoResponses() {
        Ground raw = new Ground(Signals.plain(Modality.EDA), 50, 0.25);
        Meter level = SkinLevel.conductance().meter(raw);
        Meter responses = SkinResponses.measure().meter(raw);
        for (int n = 0; n < 100 * 50; n++) {
            level.step(500, n / 50.0);
            responses.step(500, n / 50.0);
        }
        assertThat(level.value()).isEqualTo(500);
        assertThat(responses.reason()).isEqualTo(Absence.NO_REFERENCE);
    }

    @Test
    void steadyTemperatureIsANumber() {
        Pipeline pipeline = new Pipeline(
                java.util.List.of(new Pipeline.Line(Signals.plain(Modality.TEMP), 10)), PipelineSettings.USUAL);
        for (int n = 0; n < 600; n++) {
            pipeline.step(0, 33.2, n / 10.0);
            pipeline.advance(n / 10.0);
        }
        assertThat(pipeline.meter(0).value()).isCloseTo(33.2, within(1e-9));
    }
}
