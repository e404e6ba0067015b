package org.stillpoint.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spline, trends and spectra against SciPy; the script that made the numbers lies beside them. */
class GoldenSpectrumTest {

    private static Map<String, double[]> golden;
    private static double[] rr;
    private static double[] t;
    private static double[] even;

    @BeforeAll
    static void makeTheSeries() throws IOException {
        try (var in = GoldenSpectrumTest.class.getResourceAsStream("/golden/spectra.csv")) {
            golden = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .collect(Collectors.toMap(
                            fields -> fields[0],
                            fields -> Stream.of(fields)
                                    .skip(1)
                                    .mapToDouble(Double::parseDouble)
                                    .toArray()));
        }
        rr = new double[400];
        t = new double[400];
        double now = 0;
        for (int n = 0; n < rr.length; n++) {
            rr[n] = 900
                    + 50 * Math.sin(2 * Math.PI * 0.1 * now)
                    + 20 * Math.sin(2 * Math.PI * 0.25 * now)
                    + ((31L * n * n + 17L * n) % 41 - 20);
            now += rr[n] / 1000;
            t[n] = n == 0 ? 0 : t[n - 1] + rr[n] / 1000;
        }
        even = Resampled.spline(t, rr, 0.25);
    }

    private static void agrees(String name, double[] values, int... at) {
        double[] expected = golden.get(name);
        for (int i = 0; i < at.length; i++) {
            assertThat(values[at[i]])
                    .as("%s at %d", name, at[i])
                    .isCloseTo(expected[i], within(1e-7 * Math.max(1, Math.abs(expected[i]))));
        }
    }

    @Test
    void splineIsScipysNaturalOne() {
        agrees("spline", even, 0, 1, 100, 700, even.length - 1);
    }

    @Test
    void straightLineComesOff() {
        agrees("line", Resampled.withoutLine(even), 0, 1, 100, 700, even.length - 1);
    }

    @Test
    void smoothTrendComesOff() {
        agrees("smoothness", Resampled.withoutSmoothTrend(even, 500), 0, 1, 100, 700, even.length - 1);
    }

    @ParameterizedTest
    @CsvSource({"welch1024, 1024", "welch480, 480", "welch481, 481", "welch, 100000"})
    void welchIsScipys(String name, int segment) {
        double[] density =
                Spectrum.welch(Resampled.withoutLine(even), 4, segment).density();
        agrees(name, density, 1, 10, 26, 64, density.length - 1);
    }

    @Test
    void lombScargleIsScipys() {
        agrees("lomb", Spectrum.lombScargle(t, rr, 0.001, 4, 396).density(), 0, 1, 96, 246, 395);
    }

    @Test
    void powerOfASineIsHalfItsSquare() {
        double[] sine = new double[2400];
        for (int n = 0; n < sine.length; n++) {
            sine[n] = 60 * Math.sin(2 * Math.PI * 0.1 * n / 4);
        }
        assertThat(Spectrum.welch(sine, 4, 1024).power(0.04, 0.15)).isCloseTo(1800, within(5.0));
    }

    @Test
    void binOnAnEdgeBelongsToTheUpperBand() {
        Spectrum spectrum = new Spectrum(new double[] {1, 1, 1, 1}, 0, 0.05, 1);
        assertThat(spectrum.power(0.05, 0.15)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void tooFewValuesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spectrum.welch(new double[1], 4, 8))
                .withMessageContaining("1 values");
        assertThatIllegalArgumentException().isThrownBy(() -> Resampled.spline(new double[2], new double[2], 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Resampled.spline(new double[] {0, 1, 1}, new double[3], 1))
                .withMessageContaining("must rise");
    }
}
