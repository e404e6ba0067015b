package org.stillpoint.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.signal.RrVerdict;

/** Live heart measures against SciPy; the script that made the numbers lies beside them. */
class GoldenHeartTest {

    private static Map<String, Double> golden;

    @BeforeAll
    static void read() throws IOException {
        try (var in = GoldenHeartTest.class.getResourceAsStream("/golden/live_heart.csv")) {
            golden = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .collect(Collectors.toMap(fields -> fields[0], fields -> Double.valueOf(fields[1])));
        }
    }

    private static Meter meter(String id) {
        return Metrics.all().stream()
                .filter(one -> one.metric(MeasureContractTest.GROUND).id().equals(id))
                .findFirst()
                .orElseThrow()
                .meter(MeasureContractTest.GROUND);
    }

    /** The script's beats, with a belt 0.25 s behind that samples 25 times a second. */
    private static void feed(Meter meter, RrVerdict everyTwelfth) {
        double t = 0;
        int belt = 0;
        meter.pacer(true, 6, 0, 0);
        for (int n = 0; n < 400; n++) {
            double rr = 900
                    + 50 * Math.sin(2 * Math.PI * 0.1 * t)
                    + 20 * Math.sin(2 * Math.PI * 0.25 * t)
                    + ((31L * n * n + 17L * n) % 41 - 20);
            t += rr / 1000;
            for (; belt / 25.0 < t + 0.3; belt++) {
                double at = belt / 25.0;
                meter.partner(Math.cos(2 * Math.PI * 0.1 * (at - 0.25) - 0.5), at);
            }
            meter.beat(t, rr, n % 12 == 0 ? everyTwelfth : RrVerdict.NORMAL);
            meter.advance(t);
        }
    }

    @ParameterizedTest
    @CsvSource({"sdnn, 1e-9", "lf_64, 1e-6", "lf_128, 1e-6", "rhythm, 1e-6", "heart_breath_phase, 0.05"})
    void agreesWithSciPy(String id, double tolerance) {
        Meter meter = meter(id);
        feed(meter, RrVerdict.NORMAL);
        assertThat(meter.value()).isCloseTo(golden.get(id), within(tolerance * Math.abs(golden.get(id))));
    }

    @ParameterizedTest
    @CsvSource({"sdnn", "lf_64", "lf_128", "rhythm", "heart_breath_phase"})
    void eightInAHundredIrregularBeatsLeaveNoNumber(String id) {
        Meter meter = meter(id);
        feed(meter, RrVerdict.ECTOPIC);
        assertThat(meter.reason()).isEqualTo(Absence.CORRECTED_SHARE);
    }

    @Test
    void shareOfBeatsLeftOutIsCounted() {
        Meter meter = meter("corrected_beats");
        feed(meter, RrVerdict.ECTOPIC);
        assertThat(meter.value()).isCloseTo(100.0 / 12, within(0.6));
    }
}
