package org.stillpoint.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Quality;

class PipelineTest {

    private static final double RATE = 250;

    private static Pipeline pipeline() {
        return new Pipeline(
                List.of(
                        new Pipeline.Line(Signals.plain(Modality.ECG), RATE),
                        new Pipeline.Line(Signals.plain(Modality.RESP), RATE),
                        new Pipeline.Line(Signals.emg("emg1"), RATE)),
                PipelineSettings.USUAL);
    }

    private static Meter meter(Pipeline pipeline, String id) {
        for (int i = 0; i < pipeline.metrics().size(); i++) {
            if (pipeline.metrics().get(i).id().equals(id)) {
                return pipeline.meter(i);
            }
        }
        throw new AssertionError("no measure " + id);
    }

    private static List<Double> run(Pipeline pipeline, int from, int to) {
        List<Double> beats = new ArrayList<>();
        for (int n = from; n < to; n++) {
            double t = n / RATE;
            pipeline.step(0, Signals.ecg(t), t);
            if (pipeline.event() == Event.BEAT) {
                beats.add(pipeline.eventSeconds());
            }
            pipeline.step(1, Signals.belt(t), t);
            pipeline.step(2, Signals.noise(n, 10), t);
            pipeline.advance(t);
        }
        return beats;
    }

    @Test
    void beatsLieWhereTheirWavesLie() {
        List<Double> beats = run(pipeline(), 0, (int) (60 * RATE));
        assertThat(beats).hasSizeGreaterThan(60);
        double first = beats.get(0);
        int n = (int) Math.round(first / 0.85);
        for (double beat : beats) {
            assertThat(beat).isCloseTo(Signals.beatSeconds(n++), within(0.004));
        }
    }

    @Test
    void rmssdIsThatOfTheTrueBeats() {
        Pipeline pipeline = pipeline();
        List<Double> beats = run(pipeline, 0, (int) (120 * RATE));
        int last = (int) Math.round(beats.get(beats.size() - 1) / 0.85);
        double sum = 0;
        int count = 0;
        for (int n = last; Signals.beatSeconds(n - 2) > Signals.beatSeconds(last) - 64; n--) {
            double d = Signals.beatSeconds(n) - 2 * Signals.beatSeconds(n - 1) + Signals.beatSeconds(n - 2);
            sum += d * d;
            count++;
        }
        assertThat(meter(pipeline, "rmssd").value()).isCloseTo(1000 * Math.sqrt(sum / count), within(0.5));
    }

    @Test
    void breathingAtSixAMinuteReadsSix() {
        Pipeline pipeline = pipeline();
        run(pipeline, 0, (int) (60 * RATE));
        assertThat(meter(pipeline, "breathing_rate").value()).isCloseTo(6, within(0.02));
    }

    @Test
    void breathTurnsWhereTheBeltTurns() {
        Pipeline pipeline = pipeline();
        int seen = 0;
        for (int n = 0; n < 60 * RATE; n++) {
            double t = n / RATE;
            pipeline.step(1, Signals.belt(t), t);
            if (pipeline.event() == Event.BREATH) {
                assertThat(pipeline.eventSeconds() % 10)
                        .isCloseTo(pipeline.eventSeconds() % 10 > 5 ? 10 : 0, within(0.1));
                assertThat(pipeline.breathExhaleSeconds() % 10).isCloseTo(4, within(0.1));
                seen++;
            }
        }
        assertThat(seen).isGreaterThanOrEqualTo(4);
    }

    @Test
    void swingOfOneBreathIsThatOfItsBeats() {
        Pipeline pipeline = pipeline();
        run(pipeline, 0, (int) (60 * RATE));
        // intervals swing by 0.2 s * sin(pi * 0.085) to both sides of 0.85 s: 66.4 to 75.3 a minute
        assertThat(meter(pipeline, "swing").value()).isCloseTo(8.8, within(0.4));
    }

    @Test
    void whiteMuscleNoiseReadsItsShareOfTheBand() {
        Pipeline pipeline = pipeline();
        run(pipeline, 0, (int) (20 * RATE));
        // 20 to 100 Hz of 125, less the notch
        assertThat(meter(pipeline, "muscle@emg1").value()).isCloseTo(10 * Math.sqrt(75.0 / 125), within(1.0));
    }

    @Test
    void muscleUnderTwiceTheFloorIsNoNumber() {
        Pipeline pipeline = pipeline();
        for (int n = 0; n < 10 * RATE; n++) {
            pipeline.step(2, Signals.noise(n, 0.6), n / RATE);
        }
        assertThat(meter(pipeline, "muscle@emg1").value()).isNaN();
        assertThat(meter(pipeline, "muscle@emg1").reason()).isEqualTo(Absence.SENSOR_LIMIT);
        assertThat(pipeline.quality(2)).isEqualTo(Quality.SENSOR_LIMIT);
    }

    @Test
    void heldTimeLeavesNoTrace() {
        Pipeline held = pipeline();
        run(held, 0, (int) (100 * RATE));
        double before = meter(held, "rmssd").value();
        held.mask(true);
        for (int n = (int) (100 * RATE); n < 110 * RATE; n++) {
            double t = n / RATE;
            // beats at odd distances: they must not count
            held.step(0, Signals.ecg(t + 0.15 * Math.sin(3 * t)), t);
        }
        held.mask(false);
        assertThat(meter(held, "rmssd").value()).isEqualTo(before);
        assertThat(meter(held, "rmssd").reason()).isEqualTo(Absence.NONE);
        run(held, (int) (110 * RATE), (int) (120 * RATE));
        assertThat(meter(held, "rmssd").reason()).isEqualTo(Absence.NONE);
        assertThat(meter(held, "rmssd").value()).isCloseTo(before, within(3.0));
    }

    @Test
    void silenceMakesEveryMeasureAbsent() {
        Pipeline pipeline = pipeline();
        run(pipeline, 0, (int) (100 * RATE));
        pipeline.advance(130);
        for (int i = 0; i < pipeline.metrics().size(); i++) {
            assertThat(pipeline.meter(i).value())
                    .as(pipeline.metrics().get(i).id())
                    .isNaN();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Modality.class,
            names = {"EMG", "ECG", "PPG", "RESP", "EDA", "IBI"})
    void nothingBadGetsOutOfBadInput(Modality modality) {
        double[] bad = {Double.NaN, Double.POSITIVE_INFINITY, 0, 1e300, -1e300, 5, 5, 5, Double.MIN_VALUE};
        Pipeline pipeline =
                new Pipeline(List.of(new Pipeline.Line(Signals.plain(modality), 250)), PipelineSettings.USUAL);
        for (int n = 0; n < 20_000; n++) {
            // time also goes back and stands still
            pipeline.step(0, bad[n / 7 % bad.length], n % 13 == 0 ? n / 500.0 : n / 250.0);
            pipeline.advance(n / 250.0);
        }
        for (int i = 0; i < pipeline.metrics().size(); i++) {
            Meter meter = pipeline.meter(i);
            assertThat(Double.isFinite(meter.value())).isEqualTo(meter.reason() == Absence.NONE);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 3, 10, 30})
    void rateTooLowIsTheReasonOfEveryMeasure(double rate) {
        Pipeline pipeline =
                new Pipeline(List.of(new Pipeline.Line(Signals.plain(Modality.ECG), rate)), PipelineSettings.USUAL);
        pipeline.step(0, 1, 0);
        pipeline.advance(0);
        for (int i = 0; i < pipeline.metrics().size(); i++) {
            assertThat(pipeline.meter(i).reason()).isEqualTo(Absence.RATE_TOO_LOW);
        }
        assertThat(pipeline.metrics()).isNotEmpty();
    }

    @Test
    void firstSixMeasuresAreThoseOfTheConsole() {
        assertThat(pipeline().metrics().subList(0, 6))
                .extracting(Metric::id)
                .containsExactly("heart_rate", "swing", "rmssd", "breathing_rate", "muscle@emg1", "rhythm");
    }

    @Test
    void onePairIsMadeOfTwoMusclesAndNoneOfOne() {
        List<Pipeline.Line> lines = List.of(
                new Pipeline.Line(Signals.emg("left"), 1000),
                new Pipeline.Line(Signals.emg("right"), 1000),
                new Pipeline.Line(Signals.emg("third"), 1000));
        assertThat(new Pipeline(lines, PipelineSettings.USUAL).metrics())
                .extracting(Metric::id)
                .filteredOn(id -> id.startsWith("asymmetry"))
                .containsExactly("asymmetry@left");
    }

    @Test
    void everyMeasureOfAWholeSessionGetsANumber() {
        List<Pipeline.Line> lines = List.of(
                new Pipeline.Line(Signals.plain(Modality.ECG), RATE),
                new Pipeline.Line(Signals.plain(Modality.RESP), RATE),
                new Pipeline.Line(Signals.emg("left"), RATE),
                new Pipeline.Line(Signals.emg("right"), RATE),
                new Pipeline.Line(Signals.plain(Modality.RESP2), RATE),
                new Pipeline.Line(Signals.skin(), RATE),
                new Pipeline.Line(Signals.plain(Modality.TEMP), RATE));
        Pipeline pipeline = new Pipeline(lines, PipelineSettings.USUAL);
        for (int n = 0; n < 170 * RATE; n++) {
            double t = n / RATE;
            double effort = t >= 100 && t < 105 ? 100 : 10;
            pipeline.step(0, Signals.ecg(t), t);
            pipeline.step(1, 100 * Signals.belt(t), t);
            pipeline.step(2, Signals.noise(n, effort), t);
            pipeline.step(3, Signals.noise(n + 99, effort / 2), t);
            pipeline.step(4, 100 * Signals.belt(t + 9), t);
            pipeline.step(5, 5 + 0.2 * Math.sin(t / 2), t);
            pipeline.step(6, 33, t);
            pipeline.pacer(true, 6, t / 10 - Math.floor(t / 10));
            pipeline.advance(t);
        }
        for (int i = 0; i < pipeline.metrics().size(); i++) {
            assertThat(pipeline.meter(i).reason())
                    .as(pipeline.metrics().get(i).id())
                    .isEqualTo(Absence.NONE);
        }
    }

    @Test
    void swingPerBreathWithoutABeltLacksASensor() {
        Pipeline pipeline =
                new Pipeline(List.of(new Pipeline.Line(Signals.plain(Modality.ECG), RATE)), PipelineSettings.USUAL);
        assertThat(meter(pipeline, "swing").reason()).isEqualTo(Absence.NO_SENSOR);
    }

    @Test
    void silentMuscleSaysThatNothingIsNew() {
        Pipeline pipeline = pipeline();
        run(pipeline, 0, (int) (20 * RATE));
        pipeline.advance(21);
        assertThat(meter(pipeline, "muscle@emg1").reason()).isEqualTo(Absence.STALE);
    }

    @Test
    void heldMeasuresSayThatTheyAreOnHold() {
        Pipeline pipeline = pipeline();
        run(pipeline, 0, (int) (20 * RATE));
        pipeline.mask(true);
        assertThat(meter(pipeline, "heart_rate").reason()).isEqualTo(Absence.HELD);
    }

    @Test
    void markedMomentIsNotCalledAHold() {
        Pipeline pipeline = pipeline();
        run(pipeline, 0, (int) (20 * RATE));
        pipeline.mask(Absence.MARKED);
        pipeline.advance(20);
        assertThat(meter(pipeline, "heart_rate").reason()).isEqualTo(Absence.MARKED);
    }

    @Test
    void constantSignalBeatsNever() {
        Pipeline pipeline = pipeline();
        for (int n = 0; n < 60 * RATE; n++) {
            pipeline.step(0, 512, n / RATE);
            assertThat(pipeline.event()).isEqualTo(Event.NONE);
        }
        assertThat(pipeline.quality(0)).isEqualTo(Quality.FLAT);
    }
}
