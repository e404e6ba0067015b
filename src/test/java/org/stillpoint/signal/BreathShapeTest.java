package org.stillpoint.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Beginnings, ends and pauses of breaths whose shape is known. */
class BreathShapeTest {

    /** In-breath, pause, out-breath, pause: their lengths in seconds. */
    private record Shape(double in, double held, double out, double rest) {

        double cycle() {
            return in + held + out + rest;
        }

        double at(double t) {
            double u = t % cycle();
            if (u < in) {
                return 0.5 - 0.5 * Math.cos(Math.PI * u / in);
            }
            if (u < in + held) {
                return 1;
            }
            return u < in + held + out ? 0.5 + 0.5 * Math.cos(Math.PI * (u - in - held) / out) : 0;
        }
    }

    private interface Belt {
        double at(double t);
    }

    /** Inhale, end of in-breath, exhale, end of out-breath, end, all in seconds; the first breaths left out. */
    private static List<double[]> breaths(Belt belt, double seconds, double rate) {
        BreathDetector detector = new BreathDetector(rate);
        List<double[]> found = new ArrayList<>();
        for (int n = 0; n < seconds * rate; n++) {
            if (detector.step(belt.at(n / rate)) == BreathEvent.BREATH) {
                found.add(new double[] {
                    detector.inhaleSample() / rate,
                    detector.inhaleEndSample() / rate,
                    detector.exhaleSample() / rate,
                    detector.exhaleEndSample() / rate,
                    detector.endSample() / rate
                });
            }
        }
        assertThat(found).hasSizeGreaterThan(4);
        return found.subList(2, found.size());
    }

    private static double mean(List<double[]> breaths, int to, int from) {
        return breaths.stream()
                .mapToDouble(one -> one[to] - one[from])
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(doubles = {25, 100, 250, 1000})
    void pausesAreAsLongAsTheyWereAtAnyRate(double rate) {
        Shape shape = new Shape(2, 1.5, 2.5, 3);
        List<double[]> breaths = breaths(shape::at, 120, rate);
        assertThat(mean(breaths, 2, 1)).isCloseTo(1.5, within(0.2));
        assertThat(mean(breaths, 4, 3)).isCloseTo(3, within(0.2));
    }

    @Test
    void breathWithoutPausesHasNone() {
        Random random = new Random(3);
        Shape shape = new Shape(1.6, 0, 2.4, 0);
        Belt heart = t -> shape.at(t) + 0.03 * Math.sin(2 * Math.PI * 1.17 * t) + 0.02 * random.nextGaussian();
        List<double[]> breaths = breaths(heart, 200, 25);
        assertThat(breaths).filteredOn(one -> one[4] - one[3] > 0.3).hasSizeLessThan(3);
        assertThat(breaths).filteredOn(one -> one[2] - one[1] > 0.3).hasSizeLessThan(3);
    }

    @ParameterizedTest
    @CsvSource({"1.6, 2.4, 0", "4, 6, 0", "1.2, 1.5, 0", "2, 3, 5"})
    void inBreathBeginsWhereItBegan(double in, double out, double rest) {
        Shape shape = new Shape(in, 0, out, rest);
        for (double[] one : breaths(shape::at, 150, 50)) {
            double off = one[0] - Math.rint(one[0] / shape.cycle()) * shape.cycle();
            assertThat(off).isCloseTo(0, within(0.1));
        }
    }

    @Test
    void wavesOfTheHeartOnALongPauseAreNoBreaths() {
        Shape shape = new Shape(2, 0, 3, 2.5);
        Belt heart = t -> (t < 7.5 ? 0 : shape.at(t)) + 0.12 * Math.sin(2 * Math.PI * 0.9 * t);
        List<double[]> breaths = breaths(heart, 300, 100);
        assertThat(breaths).filteredOn(one -> one[0] > 30 && one[0] < 285).hasSizeBetween(33, 35);
    }

    @Test
    void breathIsFoundAfterItsDepthHasHalved() {
        Shape shape = new Shape(2, 0, 2, 1);
        List<double[]> breaths = breaths(t -> (t < 60 ? 2 : 1) * shape.at(t), 120, 50);
        assertThat(breaths).filteredOn(one -> one[0] > 57 && one[0] < 113).hasSize(11);
    }

    @Test
    void partsOfABreathComeInTheirOrder() {
        Random random = new Random(5);
        Shape shape = new Shape(1.4, 0.3, 1.8, 0.6);
        for (double[] one : breaths(t -> shape.at(t) + 0.05 * random.nextGaussian(), 200, 25)) {
            assertThat(one).isSorted();
        }
    }
}
