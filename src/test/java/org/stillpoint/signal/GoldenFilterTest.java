package org.stillpoint.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Filters against SciPy; the script that made the numbers lies beside them. */
class GoldenFilterTest {

    private static final int[] AT = {0, 1, 2, 3, 50, 200, 400, 599};

    static Stream<String> lines() throws IOException {
        try (var in = GoldenFilterTest.class.getResourceAsStream("/golden/filters.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void filterGivesWhatScipyGives(String line) {
        String[] fields = line.split(",");
        BiquadCascade filter = filter(
                fields[0],
                Double.parseDouble(fields[1]),
                Double.parseDouble(fields[2]),
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4]));
        double[] out = new double[600];
        for (int n = 0; n < out.length; n++) {
            out[n] = filter.step(((31L * n * n + 17L * n) % 201 - 100) / 100.0);
        }
        for (int i = 0; i < AT.length; i++) {
            double expected = Double.parseDouble(fields[5 + i]);
            assertThat(out[AT[i]])
                    .as("sample %d of %s", AT[i], line)
                    .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
        }
    }

    private static BiquadCascade filter(String kind, double order, double low, double high, double rate) {
        return switch (kind) {
            case "lowpass" -> Butterworth.lowPass((int) order, low, rate);
            case "highpass" -> Butterworth.highPass((int) order, low, rate);
            case "bandpass" -> Butterworth.bandPass((int) order, low, high, rate);
            default -> new BiquadCascade(Notch.of(low, order, rate));
        };
    }
}
