package org.stillpoint.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Noise;
import org.stillpoint.signal.Quality;
import org.stillpoint.signal.Unit;

/** What is no signal: a reason, never an exception, never a number that looks real. */
class PipelineBadInputTest {

    private static final double RATE = 250;

    /** How many of the rejected there are is told of noise as well: all of them. */
    private static final Set<String> TELLS_OF_NOISE = Set.of("corrected_beats");

    private interface Signal {
        double at(int n, double t);
    }

    /** Shares of the looks, two a second, at which something was there. */
    private record Seen(double number, double good, double events) {}

    private static Pipeline pipeline(Modality modality, double rate) {
        return new Pipeline(List.of(new Pipeline.Line(Signals.plain(modality), rate)), PipelineSettings.USUAL);
    }

    private static Seen run(Pipeline pipeline, double rate, double seconds, Signal signal) {
        int looks = 0;
        int numbers = 0;
        int good = 0;
        int events = 0;
        for (int n = 0; n < seconds * rate; n++) {
            double t = n / rate;
            pipeline.step(0, signal.at(n, t), t);
            events += pipeline.event() == Event.NONE ? 0 : 1;
            if (n % (int) Math.max(1, rate / 2) == 0) {
                pipeline.advance(t);
                looks++;
                boolean any = false;
                for (int i = 0; i < pipeline.metrics().size(); i++) {
                    Meter meter = pipeline.meter(i);
                    assertThat(Double.isFinite(meter.value())).isEqualTo(meter.reason() == Absence.NONE);
                    any |= Double.isFinite(meter.value())
                            && !TELLS_OF_NOISE.contains(
                                    pipeline.metrics().get(i).id());
                }
                numbers += any ? 1 : 0;
                good += pipeline.quality(0) == Quality.GOOD ? 1 : 0;
            }
        }
        return new Seen((double) numbers / looks, (double) good / looks, events);
    }

    private static Signal noise(String kind, double amplitude, long seed) {
        Random random = new Random(seed);
        double[] sum = new double[1];
        return switch (kind) {
            case "white" -> (n, t) -> amplitude * random.nextGaussian();
            case "uniform" -> (n, t) -> amplitude * (2 * random.nextDouble() - 1);
            case "hum" -> (n, t) -> amplitude * Math.sin(2 * Math.PI * 50 * t);
            default -> (n, t) -> sum[0] += amplitude * random.nextGaussian();
        };
    }

    @ParameterizedTest
    @CsvSource({
        "ECG, white, 100, 1",
        "ECG, white, 0.01, 2",
        "ECG, uniform, 5000, 3",
        "ECG, hum, 300, 4",
        "ECG, walk, 10, 5",
        "PPG, white, 1, 1",
        "PPG, uniform, 1000, 2",
        "PPG, hum, 1, 3",
        "RESP, white, 1, 1",
        "RESP, uniform, 1000, 2",
        "RESP, hum, 1, 3"
    })
    void anHourOfNoiseGivesNoNumberAndIsNotCalledGood(Modality modality, String kind, double amplitude, long seed) {
        Seen seen = run(pipeline(modality, RATE), RATE, 3600, noise(kind, amplitude, seed));
        assertThat(seen.number()).as("time with a number").isLessThan(0.02);
        assertThat(seen.good()).as("time called good").isLessThan(0.02);
    }

    @ParameterizedTest
    @CsvSource({"PPG, 1, 0.06", "RESP, 1, 0.2", "RESP, 2, 0.2"})
    void anHourOfARandomWalkIsSeenThroughMostOfTheTime(Modality modality, long seed, double most) {
        Seen seen = run(pipeline(modality, RATE), RATE, 3600, noise("walk", 1, seed));
        assertThat(seen.number()).as("time with a number").isLessThan(most);
    }

    @ParameterizedTest
    @EnumSource(
            value = Modality.class,
            names = {"ECG", "PPG", "RESP", "EMG"})
    void aRailedSignalGivesNoNumberAndIsSaidToBeOff(Modality modality) {
        Channel channel =
                new Channel("x", "x", modality, Unit.RAW, 1, 0, 0, 1023, new Noise(Double.NaN, Double.NaN, 0, 100));
        Pipeline pipeline = new Pipeline(List.of(new Pipeline.Line(channel, RATE)), PipelineSettings.USUAL);
        assertThat(run(pipeline, RATE, 120, (n, t) -> 1023).number()).isZero();
        assertThat(pipeline.quality(0)).isEqualTo(Quality.OFF);
    }

    @ParameterizedTest
    @EnumSource(
            value = Modality.class,
            names = {"ECG", "PPG", "RESP"})
    void aConstantSignalGivesNoNumberAndIsSaidToBeFlat(Modality modality) {
        Pipeline pipeline = pipeline(modality, RATE);
        assertThat(run(pipeline, RATE, 120, (n, t) -> 512).number()).isZero();
        assertThat(pipeline.quality(0)).isEqualTo(Quality.FLAT);
    }

    @ParameterizedTest
    @EnumSource(Modality.class)
    void oneSampleOrNoneGivesAReasonForEveryMeasure(Modality modality) {
        for (int samples = 0; samples < 2; samples++) {
            Pipeline pipeline = pipeline(modality, RATE);
            for (int n = 0; n < samples; n++) {
                pipeline.step(0, 1, 0);
            }
            for (double t : new double[] {0, 1, 100}) {
                pipeline.advance(t);
                for (int i = 0; i < pipeline.metrics().size(); i++) {
                    assertThat(pipeline.meter(i).value()).isNaN();
                    assertThat(pipeline.meter(i).reason()).isNotEqualTo(Absence.NONE);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -800, 10_000, 1e-3, 1e9})
    void intervalsThatNoHeartHasGiveNoNumber(double rrMillis) {
        Pipeline pipeline = pipeline(Modality.IBI, 10);
        assertThat(run(pipeline, 10, 600, (n, t) -> n % 8 == 0 ? rrMillis : Double.NaN)
                        .number())
                .isZero();
    }

    @Test
    void aTenthOfTheSamplesMissingLeavesTheHeartRateOrAReason() {
        Pipeline pipeline = pipeline(Modality.ECG, RATE);
        Random random = new Random(9);
        List<Double> rates = new ArrayList<>();
        for (int n = 0; n < 120 * RATE; n++) {
            double t = n / RATE;
            pipeline.step(0, random.nextInt(10) == 0 ? Double.NaN : Signals.ecg(t), t);
            pipeline.advance(t);
            if (n > 20 * RATE && pipeline.meter(0).value() == pipeline.meter(0).value()) {
                rates.add(pipeline.meter(0).value());
            }
        }
        assertThat(rates).isNotEmpty().allSatisfy(rate -> assertThat(rate).isCloseTo(70.6, within(6.0)));
    }

    @Test
    void timeThatGoesBackGivesNoNumberOfItsOwn() {
        Pipeline pipeline = pipeline(Modality.ECG, RATE);
        run(pipeline, RATE, 60, (n, t) -> Signals.ecg(t));
        double before = pipeline.meter(0).value();
        for (int n = 0; n < 30 * RATE; n++) {
            pipeline.step(0, Signals.ecg(60 + n / RATE), n / RATE);
            pipeline.advance(n / RATE);
            double value = pipeline.meter(0).value();
            assertThat(value != value || value == before).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Modality.class,
            names = {"ECG", "PPG", "RESP", "EMG", "EDA", "TEMP"})
    void absurdRatesAreRefusedWithTheirValue(Modality modality) {
        for (double rate : new double[] {9e6, 32_001, 0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> pipeline(modality, rate))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(String.valueOf(rate));
        }
    }

    @ParameterizedTest
    @EnumSource(Modality.class)
    void anyRateUpToTheHighestWorks(Modality modality) {
        for (double rate : new double[] {0.01, 1, 4, 15, 20, 50, 61, 99, 126, 8000, 32_000}) {
            run(pipeline(modality, rate), rate, Math.min(2000, 40_000 / rate), (n, t) -> Math.sin(7 * t));
        }
    }
}
