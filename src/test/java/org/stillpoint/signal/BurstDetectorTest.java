package org.stillpoint.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BurstDetectorTest {

    private static final double RATE = 1000;

    /** Onset and end in seconds of each contraction of a muscle that rests at 3 µV and follows an envelope above it. */
    private static List<double[]> found(double seconds, DoubleUnaryOperator envelope, DoubleUnaryOperator heart) {
        BurstDetector detector = new BurstDetector(RATE);
        Random noise = new Random(7);
        List<double[]> found = new ArrayList<>();
        for (int n = 0; n < seconds * RATE; n++) {
            double t = n / RATE;
            double rms = Math.hypot(3, envelope.applyAsDouble(t));
            BurstEvent event = detector.step(rms * noise.nextGaussian() + heart.applyAsDouble(t));
            if (event == BurstEvent.ON) {
                found.add(new double[] {detector.onsetSample() / RATE, Double.NaN});
            } else if (event == BurstEvent.OFF) {
                found.get(found.size() - 1)[1] = detector.endSample() / RATE;
            }
        }
        return found;
    }

    private static double ramp(double t, double from, double to, double rise, double height) {
        return height * Math.max(0, Math.min(1, Math.min((t - from) / rise, (to - t) / rise)));
    }

    /** A QRS in a trunk muscle, 100 µV high and 80 ms long. */
    private static double qrs(double t, double at) {
        double z = (t - at) / 0.02;
        return 100 * Math.exp(-z * z / 2) * Math.sin(2 * Math.PI * 30 * t);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.1, 0.5, 1, 2})
    void aRiseIsTracedBackToItsFoot(double rise) {
        List<double[]> found = found(20, t -> ramp(t, 8, 14, rise, 40), t -> 0);
        assertThat(found).hasSize(1);
        assertThat(Math.abs(found.get(0)[0] - 8)).isLessThan(rise < 0.5 ? 0.05 : 0.2);
    }

    @Test
    void aHeartBeatRightBeforeIsNoBeginning() {
        for (double before = 0.16; before < 0.34; before += 0.02) {
            double last = 8 - before;
            DoubleUnaryOperator broad = t -> {
                double z = (t - last - 0.86 * Math.rint((t - last) / 0.86)) / 0.03;
                return t > 8 ? 0 : 45 * Math.exp(-z * z / 2) * Math.sin(188.5 * t);
            };
            List<double[]> found = found(12, t -> ramp(t, 8, 8.4, 0.02, 80), broad);
            assertThat(found.get(0)[0]).as("%.2f s before", before).isBetween(7.92, 8.05);
        }
    }

    @Test
    void theHeartAloneIsNoContraction() {
        assertThat(found(30, t -> 0, t -> qrs(t, Math.rint(t / 0.86) * 0.86))).isEmpty();
    }

    @Test
    void aWeakContractionIsNotCutToPieces() {
        // hovers about the level at which contractions are noticed
        List<double[]> found = found(30, t -> ramp(t, 8, 24, 0.1, 6.5), t -> qrs(t, Math.rint(t / 1.014) * 1.014));
        assertThat(found).hasSize(1);
    }

    @Test
    void theEndIsWhereItFallsToRest() {
        List<double[]> found = found(20, t -> ramp(t, 8, 14, 0.05, 40), t -> 0);
        assertThat(found.get(0)[1]).isBetween(13.9, 14.1);
    }
}
