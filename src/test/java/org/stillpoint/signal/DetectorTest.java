package org.stillpoint.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Detectors on signals of their own making, whose answers are known. */
class DetectorTest {

    private static double bump(double t, double at, double width) {
        double z = (t - at) / width;
        return Math.exp(-z * z / 2);
    }

    /** R waves at 0.4 + 0.8 n seconds. */
    private static double ecg(double t) {
        double d = (t + 0.4) % 0.8;
        double at = d > 0.4 ? d - 0.8 : d;
        return 1.1 * bump(at, 0, 0.0105)
                - 0.1 * bump(at, -0.03, 0.009)
                - 0.22 * bump(at, 0.028, 0.01)
                + 0.28 * bump(at, 0.27, 0.055);
    }

    private static List<Double> beats(double rate, double scale, double offset, int gapFrom, int gapTo) {
        QrsDetector detector = new QrsDetector(rate);
        List<Double> found = new ArrayList<>();
        for (int n = 0; n < 40 * rate; n++) {
            boolean gap = n / rate >= gapFrom && n / rate < gapTo;
            if (detector.step(gap ? Double.NaN : offset + scale * ecg(n / rate))) {
                found.add(detector.beatSample() / rate);
            }
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({"125, 1, 0", "250, 1, 0", "360, 1000, 5000", "500, -1, 3", "1000, -1e-6, 0", "2000, 1, -100"})
    void beatsAreFoundAtAnyRateScaleOffsetAndPolarity(double rate, double scale, double offset) {
        List<Double> found = beats(rate, scale, offset, 99, 99);
        assertThat(found).hasSizeBetween(46, 50);
        for (double t : found) {
            assertThat((t + 0.4) % 0.8).isCloseTo((t + 0.4) % 0.8 > 0.4 ? 0.8 : 0, within(0.006));
        }
    }

    @Test
    void noBeatIsFoundInAGapAndBeatsComeBackAfterIt() {
        List<Double> found = beats(250, 1, 0, 15, 20);
        assertThat(found).noneMatch(t -> t > 15 && t < 20);
        assertThat(found).filteredOn(t -> t > 22).hasSizeBetween(21, 23);
    }

    @Test
    void beatsAreFoundByTheirFormWhileElectrodesMove() {
        double rate = 250;
        QrsDetector detector = new QrsDetector(rate);
        Random random = new Random(7);
        double moved = 0;
        double smoothed = 0;
        int right = 0;
        int wrong = 0;
        boolean poor = false;
        for (int n = 0; n < 120 * rate; n++) {
            // movement: a low-passed walk, as large as the beats in the band of their energy
            moved += random.nextGaussian() * 0.45 - 0.02 * moved;
            smoothed += 0.12 * (moved - smoothed);
            double noise = n > 60 * rate ? smoothed : 0;
            if (detector.step(ecg(n / rate) + noise) && detector.beatSample() > 65 * rate) {
                double phase = (detector.beatSample() / rate + 0.4) % 0.8;
                boolean near = Math.min(phase, 0.8 - phase) < 0.05;
                right += near ? 1 : 0;
                wrong += near ? 0 : 1;
            }
            poor |= detector.poor();
        }
        assertThat(poor).isTrue();
        assertThat(right).isGreaterThan(62);
        assertThat(wrong).isLessThan(5);
    }

    @Test
    void everyFourthBeatOfAnotherFormIsKnownWhileElectrodesMove() {
        double rate = 250;
        QrsDetector detector = new QrsDetector(rate);
        Random random = new Random(5);
        double moved = 0;
        double smoothed = 0;
        int right = 0;
        int wrong = 0;
        for (int n = 0; n < 160 * rate; n++) {
            moved += random.nextGaussian() * 0.45 - 0.02 * moved;
            smoothed += 0.12 * (moved - smoothed);
            double t = n / rate % 3.2;
            double wave = ecg(0.1 + t) * (t < 2.25 ? 1 : 0)
                    + 1.6 * bump(t, 2.5, 0.022)
                    - 1.1 * bump(t, 2.566, 0.022)
                    - 0.3 * bump(t, 2.8, 0.06);
            if (detector.step(wave + (n > 100 * rate ? smoothed : 0)) && detector.beatSample() > 105 * rate) {
                double at = detector.beatSample() / rate % 3.2;
                boolean near = Math.abs(at - 2.53) < 0.1 || at < 2.2 && Math.abs((at + 0.1) % 0.8 - 0.4) < 0.06;
                right += near ? 1 : 0;
                wrong += near ? 0 : 1;
            }
        }
        assertThat(right).isGreaterThan(55);
        assertThat(wrong).isLessThan(9);
    }

    @Test
    void popsOfAnElectrodeAreNoBeats() {
        double rate = 250;
        QrsDetector detector = new QrsDetector(rate);
        double pop = 0;
        int wrong = 0;
        for (int n = 0; n < 100 * rate; n++) {
            // between the beats, every 5.6 s from second 20
            pop = n > 20 * rate && n % 1400 == 1400 - 50 ? pop + 3 : pop * 0.99;
            if (detector.step(ecg(n / rate) + pop)) {
                double phase = (detector.beatSample() / rate + 0.4) % 0.8;
                wrong += Math.min(phase, 0.8 - phase) < 0.05 ? 0 : 1;
            }
        }
        assertThat(wrong).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 60})
    void loudMainsIsNotCalledMovement(double mainsHz) {
        double rate = 360;
        QrsDetector detector = new QrsDetector(rate);
        int poor = 0;
        for (int n = 0; n < 60 * rate; n++) {
            detector.step(ecg(n / rate) + Math.sin(2 * Math.PI * mainsHz * n / rate));
            poor += n > 10 * rate && detector.poor() ? 1 : 0;
        }
        assertThat(poor).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, -1})
    void pulsesAreFoundInEitherPolarity(double polarity) {
        double rate = 100;
        PulseDetector detector = new PulseDetector(rate);
        int found = 0;
        for (int n = 0; n < 60 * rate; n++) {
            double t = n / rate % 0.8;
            double wave = 0;
            for (int k = -1; k <= 1; k++) {
                wave += bump(t, 0.2 + 0.8 * k, 0.07) + 0.38 * bump(t, 0.42 + 0.8 * k, 0.09);
            }
            if (detector.step(polarity * wave) && n > 20 * rate) {
                assertThat(detector.beatSample() / rate % 0.8).isCloseTo(0.13, within(0.02));
                found++;
            }
        }
        assertThat(found).isBetween(49, 51);
    }

    @ParameterizedTest
    @ValueSource(doubles = {4, 25, 250, 1000})
    void breathAtSixAMinuteTurnsWhereItTurnsAtAnyRate(double rate) {
        BreathDetector detector = new BreathDetector(rate);
        int whole = 0;
        for (int n = 0; n < 100 * rate; n++) {
            double u = n / rate % 10;
            double air = u < 4 ? 0.5 - 0.5 * Math.cos(Math.PI * u / 4) : 0.5 + 0.5 * Math.cos(Math.PI * (u - 4) / 6);
            if (detector.step(7 + 0.2 * air) == BreathEvent.BREATH) {
                if (++whole == 1) {
                    // its beginning lies before the first value
                    continue;
                }
                double inhale = detector.inhaleSample() / rate;
                assertThat(inhale).isCloseTo(Math.rint(inhale / 10) * 10, within(0.15));
                assertThat(detector.exhaleSample() / rate - inhale).isCloseTo(4, within(0.25));
                assertThat(detector.endSample() / rate - inhale).isCloseTo(10, within(0.15));
                assertThat(detector.depth()).isCloseTo(0.2, within(0.01));
            }
        }
        assertThat(whole).isBetween(7, 9);
    }

    @Test
    void heldBreathBeginsAtItsRiseAndNotInItsPause() {
        double rate = 25;
        BreathDetector detector = new BreathDetector(rate);
        for (int n = 0; n < 100 * rate; n++) {
            double u = n / rate % 10;
            double air = u < 2
                    ? 0.5 - 0.5 * Math.cos(Math.PI * u / 2)
                    : u < 5 ? 0.5 + 0.5 * Math.cos(Math.PI * (u - 2) / 3) : 0;
            air += 0.004 * Math.sin(0.7 * n);
            if (detector.step(air) == BreathEvent.BREATH) {
                double end = detector.endSample() / rate;
                assertThat(end).isCloseTo(Math.rint(end / 10) * 10, within(0.25));
            }
        }
    }

    @Test
    void contractionIsFoundAndTheHeartInTheMuscleIsNot() {
        BurstDetector detector = new BurstDetector(1000);
        List<BurstEvent> events = new ArrayList<>();
        double onset = Double.NaN;
        for (int n = 0; n < 20_000; n++) {
            double t = n / 1000.0;
            double noise = (n * 7919L % 2003 / 1001.0 - 1) * (t >= 10 && t < 12 ? 40 : 3);
            double heart = 90 * Math.sin(2 * Math.PI * 40 * t) * bump(t % 0.9, 0.45, 0.02);
            BurstEvent event = detector.step(noise + heart);
            if (event != BurstEvent.NONE) {
                events.add(event);
                onset = event == BurstEvent.ON ? detector.onsetSample() / 1000 : onset;
            }
        }
        assertThat(events).containsExactly(BurstEvent.ON, BurstEvent.OFF);
        assertThat(onset).isCloseTo(10, within(0.05));
        assertThat(detector.endSample() / 1000).isCloseTo(12, within(0.25));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 3, Double.NaN, Double.POSITIVE_INFINITY})
    void impossibleRateIsRefusedWithItsValue(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QrsDetector(rate))
                .withMessageContaining(String.valueOf(rate));
        assertThatIllegalArgumentException().isThrownBy(() -> new PulseDetector(rate));
        assertThatIllegalArgumentException().isThrownBy(() -> new BreathDetector(rate));
        assertThatIllegalArgumentException().isThrownBy(() -> new BurstDetector(rate));
    }
}
