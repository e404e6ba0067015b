package org.stillpoint.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each word on signals made for it, for each kind of sensor at each rate. Ten bits, 0 to 1023. */
class QualityWordsTest {

    static Stream<Arguments> sensors() {
        Map<Modality, List<Integer>> rates = new EnumMap<>(Modality.class);
        rates.put(Modality.ECG, List.of(100, 125, 250, 360, 500, 1000, 2000));
        rates.put(Modality.EMG, List.of(200, 250, 500, 1000, 2000));
        rates.put(Modality.PPG, List.of(50, 60, 75, 100, 125, 500, 1000));
        rates.put(Modality.RESP, List.of(10, 25, 100, 1000));
        rates.put(Modality.EDA, List.of(4, 10, 100, 1000));
        rates.put(Modality.TEMP, List.of(1, 4, 100));
        return rates.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(rate -> Arguments.of(one.getKey(), rate)));
    }

    private static Stream<Arguments> sensors(Set<Modality> which, int leastRate) {
        return sensors().filter(one -> which.contains(one.get()[0]) && (int) one.get()[1] >= leastRate);
    }

    static Stream<Arguments> quick() {
        return sensors(EnumSet.allOf(Modality.class), 50);
    }

    static Stream<Arguments> withMains() {
        return sensors(EnumSet.of(Modality.ECG, Modality.EMG), 200);
    }

    static Stream<Arguments> thatMove() {
        return sensors(EnumSet.of(Modality.ECG, Modality.EMG, Modality.PPG), 0);
    }

    static Stream<Arguments> muscles() {
        return sensors(EnumSet.of(Modality.EMG), 0);
    }

    private final Random random = new Random(11);

    /** A good signal, in codes about the middle. */
    private double good(Modality modality, double t) {
        return switch (modality) {
            case ECG -> {
                double d = t - 0.85 * Math.rint(t / 0.85);
                yield 300 * Math.exp(-d * d / 0.0002)
                        + 60 * Math.exp(-(d - 0.27) * (d - 0.27) / 0.006)
                        + 15 * Math.sin(0.9 * t)
                        + 2 * random.nextGaussian();
            }
            case EMG -> (t % 10 < 5 ? 6 : 90) * random.nextGaussian();
            case PPG -> 150 * Math.sin(7.4 * t) + 40 * Math.sin(14.8 * t + 1) + 20 * Math.sin(0.9 * t);
            case RESP -> 200 * Math.sin(0.7 * t) + random.nextGaussian();
            case EDA -> 60 * Math.sin(0.02 * t) + 10 * Math.sin(0.4 * t);
            default -> 5 * Math.sin(0.002 * t);
        };
    }

    private static QualityMonitor monitor(Modality modality, int rate) {
        // a muscle's noise floor is two codes
        Noise noise = new Noise(Double.NaN, modality == Modality.EMG ? 2 : Double.NaN, Double.NaN, Double.NaN);
        Unit unit = modality == Modality.EMG || modality == Modality.ECG ? Unit.MICROVOLT : Unit.RAW;
        return new QualityMonitor(new Channel("c", "c", modality, unit, 1, -512, 0, 1023, noise), rate);
    }

    private static double code(double value) {
        return Math.max(0, Math.min(1023, 512 + Math.rint(value)));
    }

    private QualityMonitor settled(Modality modality, int rate) {
        QualityMonitor monitor = monitor(modality, rate);
        for (int n = 0; n < 20 * rate; n++) {
            monitor.step(code(good(modality, (double) n / rate)));
        }
        return monitor;
    }

    @ParameterizedTest
    @MethodSource("sensors")
    void aGoodSignalIsGoodForTwoMinutes(Modality modality, int rate) {
        QualityMonitor monitor = monitor(modality, rate);
        for (int n = 0; n < 120 * rate; n++) {
            Quality quality = monitor.step(code(good(modality, (double) n / rate)));
            if (n > rate) {
                assertThat(quality).as("at %s s", (double) n / rate).isEqualTo(Quality.GOOD);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sensors")
    void anElectrodeThatIsOffIsOff(Modality modality, int rate) {
        QualityMonitor monitor = settled(modality, rate);
        for (int n = 0; n < Math.max(4, 1.2 * rate); n++) {
            monitor.step(1023);
        }
        assertThat(monitor.quality()).isEqualTo(Quality.OFF);
    }

    @ParameterizedTest
    @MethodSource("quick")
    void aSignalThatTouchesTheEndsIsRailed(Modality modality, int rate) {
        QualityMonitor monitor = settled(modality, rate);
        boolean railed = false;
        for (int n = 0; n < 4 * rate; n++) {
            // at the end of the range for a fifth of each second
            railed |= monitor.step(n % rate < 0.2 * rate ? 1023 : 600 + n % 7) == Quality.RAILED;
        }
        assertThat(railed).isTrue();
    }

    @ParameterizedTest
    @MethodSource("sensors")
    void aSignalThatStandsStillIsFlatButForATemperature(Modality modality, int rate) {
        QualityMonitor monitor = settled(modality, rate);
        for (int n = 0; n < 70 * rate; n++) {
            monitor.step(700);
        }
        assertThat(monitor.quality()).isEqualTo(modality == Modality.TEMP ? Quality.GOOD : Quality.FLAT);
    }

    @ParameterizedTest
    @MethodSource("sensors")
    void samplesThatDoNotComeAreLost(Modality modality, int rate) {
        QualityMonitor monitor = settled(modality, rate);
        for (int n = 0; n < Math.max(4, 0.6 * rate); n++) {
            monitor.step(Double.NaN);
        }
        assertThat(monitor.quality()).isEqualTo(Quality.LOST);
    }

    @ParameterizedTest
    @MethodSource("withMains")
    void mainsAreHeardAtFiftyAndSixty(Modality modality, int rate) {
        for (double hz : new double[] {50, 59.9}) {
            QualityMonitor monitor = monitor(modality, rate);
            for (int n = 0; n < 10 * rate; n++) {
                double t = (double) n / rate;
                monitor.step(code(good(modality, t) + 250 * Math.sin(2 * Math.PI * hz * t)));
            }
            assertThat(monitor.quality()).isEqualTo(Quality.MAINS);
            assertThat(monitor.humHz()).isEqualTo(Math.rint(hz));
        }
    }

    @ParameterizedTest
    @MethodSource("thatMove")
    void aPulledCableIsMovement(Modality modality, int rate) {
        QualityMonitor monitor = monitor(modality, rate);
        boolean moved = false;
        for (int n = 0; n < 32 * rate; n++) {
            double t = (double) n / rate;
            // small, so that the range holds both
            double signal = 0.08 * good(modality, t);
            double pull = t < 30 ? 0 : 400 * Math.exp(-(t - 30) / 0.4);
            moved |= monitor.step(code(signal * (modality == Modality.EMG ? 0.8 : 1) + pull)) == Quality.MOVING;
        }
        assertThat(moved).isTrue();
    }

    @ParameterizedTest
    @MethodSource("muscles")
    void aQuietMuscleIsAtTheSensorsLimit(Modality modality, int rate) {
        QualityMonitor monitor = monitor(modality, rate);
        for (int n = 0; n < 5 * rate; n++) {
            monitor.step(code(2 * random.nextGaussian()));
        }
        assertThat(monitor.quality()).isEqualTo(Quality.SENSOR_LIMIT);
    }
}
