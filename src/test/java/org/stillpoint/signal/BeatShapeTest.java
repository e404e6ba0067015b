package org.stillpoint.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes of beats in signals of their own making. */
class BeatShapeTest {

    /** One beat: how long after the one before, and of which form. */
    private record Beat(double afterSeconds, char form) {}

    private static double bump(double t, double at, double width) {
        double z = (t - at) / width;
        return Math.exp(-z * z / 2);
    }

    private static double wave(double t, char form) {
        double usual = 1.1 * bump(t, 0, 0.0105) - 0.22 * bump(t, 0.028, 0.01) + 0.2 * bump(t, 0.27, 0.055);
        return switch (form) {
            case 'V' -> 1.5 * bump(t, 0, 0.03) - 0.9 * bump(t, 0.08, 0.035) - 0.3 * bump(t, 0.3, 0.06);
            case 'R' -> 0.8 * bump(t, -0.01, 0.0105) + 0.7 * bump(t, 0.045, 0.016) - 0.2 * bump(t, 0.27, 0.055);
            case '-' -> -usual;
            default -> usual;
        };
    }

    /** Which shapes the beats of each form were given from beat 30 on. */
    private static Map<Character, List<BeatShape>> shapes(double rateHz, double scale, IntFunction<Beat> heart) {
        int beats = 160;
        double[] times = new double[beats];
        char[] forms = new char[beats];
        double t = 0.5;
        for (int n = 0; n < beats; n++) {
            t += heart.apply(n).afterSeconds();
            times[n] = t;
            forms[n] = heart.apply(n).form();
        }
        QrsDetector detector = new QrsDetector(rateHz);
        Random random = new Random(3);
        Map<Character, List<BeatShape>> out = new TreeMap<>();
        int near = 0;
        for (int i = 0; i < (t + 1) * rateHz; i++) {
            double now = i / rateHz;
            while (near + 1 < beats && times[near + 1] - now < now - times[near]) {
                near++;
            }
            double value = 0.02 * random.nextGaussian();
            for (int n = Math.max(0, near - 1); n <= Math.min(beats - 1, near + 1); n++) {
                value += wave(now - times[n], forms[n]);
            }
            if (detector.step(scale * value)) {
                double at = detector.beatSample() / rateHz;
                for (int n = 30; n < beats; n++) {
                    if (Math.abs(times[n] - at) < 0.12) {
                        out.computeIfAbsent(forms[n], form -> new ArrayList<>()).add(detector.beatShape());
                    }
                }
            }
        }
        return out;
    }

    @ParameterizedTest
    @ValueSource(doubles = {125, 250, 360, 1000})
    void everyOtherBeatEarlyAndOfAnotherFormNeverBecomesTheUsualOne(double rateHz) {
        Map<Character, List<BeatShape>> found =
                shapes(rateHz, 1000, n -> n % 2 == 0 ? new Beat(0.55, 'V') : new Beat(1.05, 'N'));
        assertThat(found.get('V')).hasSizeGreaterThan(60).containsOnly(BeatShape.OTHER);
        assertThat(found.get('N')).hasSizeGreaterThan(60).containsOnly(BeatShape.USUAL);
    }

    @Test
    void rareBeatOfAnotherFormIsTold() {
        Map<Character, List<BeatShape>> found =
                shapes(250, -0.001, n -> n % 17 == 5 ? new Beat(0.6, 'V') : new Beat(n % 17 == 6 ? 1 : 0.8, 'N'));
        assertThat(found.get('V')).hasSizeGreaterThan(6).containsOnly(BeatShape.OTHER);
        assertThat(found.get('N')).containsOnly(BeatShape.USUAL);
    }

    @Test
    void secondFormThatComesInTimeIsUsualAsWell() {
        Map<Character, List<BeatShape>> found = shapes(250, 1, n -> new Beat(0.8, n % 30 < 15 ? 'R' : 'N'));
        assertThat(found.get('N')).filteredOn(shape -> shape == BeatShape.OTHER).isEmpty();
        assertThat(found.get('R')).filteredOn(shape -> shape == BeatShape.OTHER).hasSizeLessThan(12);
    }

    @Test
    void turnedElectrodesMakeAnotherHeartForADozenBeatsOnly() {
        Map<Character, List<BeatShape>> found = shapes(250, 1, n -> new Beat(0.8, n < 80 ? 'N' : '-'));
        assertThat(found.get('-').subList(14, found.get('-').size())).containsOnly(BeatShape.USUAL);
    }

    @Test
    void flutterBetweenFamiliarBeatsIsNoPoorSignal() {
        double rateHz = 250;
        QrsDetector detector = new QrsDetector(rateHz);
        int poor = 0;
        for (int n = 0; n < 200 * rateHz; n++) {
            double t = n / rateHz;
            double d = (t + 0.4) % 0.8;
            double flutter = t < 60 ? 0 : 0.2 * StrictMath.sin(2 * Math.PI * 6.3 * t);
            detector.step(wave(d > 0.4 ? d - 0.8 : d, 'N') + flutter);
            poor += t > 100 && detector.poor() ? 1 : 0;
        }
        assertThat(poor).isZero();
    }
}
