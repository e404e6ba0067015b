package org.stillpoint.signal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be is refused when it is made, with the value in the message. */
class RefusalTest {

    static Stream<Arguments> filters() {
        return Stream.of(
                Arguments.of("low-pass", (DoubleConsumer) hz -> Butterworth.lowPass(2, hz, 250)),
                Arguments.of("high-pass", (DoubleConsumer) hz -> Butterworth.highPass(3, hz, 250)),
                Arguments.of("band-pass, upper edge", (DoubleConsumer) hz -> Butterworth.bandPass(2, 1e-9, hz, 250)),
                Arguments.of("band-pass, lower edge", (DoubleConsumer) hz -> Butterworth.bandPass(2, hz, hz + 1, 250)),
                Arguments.of("notch", (DoubleConsumer) hz -> Notch.of(hz, 10, 250)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void anEdgeAtHalfTheRateOrAboveIsRefusedWithItsValue(String name, DoubleConsumer filter) {
        for (double hz : new double[] {125, 125.5, 1e6}) {
            assertThatThrownBy(() -> filter.accept(hz))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(String.valueOf(hz))
                    .hasMessageContaining("125");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void anEdgeThatIsNoFrequencyIsRefused(String name, DoubleConsumer filter) {
        for (double hz : new double[] {0, -3, Double.NaN}) {
            assertThatThrownBy(() -> filter.accept(hz)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    static Stream<Arguments> detectors() {
        return Stream.of(
                Arguments.of("ECG", 50, (DoubleConsumer) QrsDetector::new),
                Arguments.of("PPG", 15, (DoubleConsumer) PulseDetector::new),
                Arguments.of("breath", 4, (DoubleConsumer) BreathDetector::new),
                Arguments.of("contractions", 100, (DoubleConsumer) BurstDetector::new));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("detectors")
    void aRateThatADetectorCannotWorkWithIsRefusedWithItsValue(String name, double least, DoubleConsumer detector) {
        for (double hz : new double[] {least - 0.5, 32_001, 9e6, 0, -1, Double.NaN}) {
            assertThatThrownBy(() -> detector.accept(hz))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(String.valueOf(hz));
        }
        detector.accept(least);
        detector.accept(32_000);
    }
}
