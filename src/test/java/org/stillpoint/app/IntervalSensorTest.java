package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A device that sends nothing but beat intervals, from its bytes on a pseudo-terminal to the measures of the session. It
 * waits for 70 s of wall clock and works for one, so it runs beside the other tests.
 */
@Execution(ExecutionMode.CONCURRENT)
class IntervalSensorTest {

    /** RMSSD needs 64 s. */
    private static final int RECORDED_SECONDS = 70;

    private static final int[] INTERVALS = {800, 800, 830, 830};
    private static final int ROW_MILLIS = 40;

    @TempDir
    Path folder;

    @BeforeEach
    void pseudoTerminals() {
        assumeTrue(Files.exists(Path.of("/dev/ptmx")), "pseudo-terminals are absent on this system");
    }

    /** The newest interval 25 times a second. */
    private Path table() throws Exception {
        List<String> rows = new ArrayList<>(List.of("rr_ms"));
        int beat = 0;
        int next = INTERVALS[0];
        for (int now = 0; now < 300_000; now += ROW_MILLIS) {
            if (now >= next) {
                next += INTERVALS[++beat % 4];
            }
            rows.add(String.valueOf(INTERVALS[(beat + 3) % 4]));
        }
        return Files.write(folder.resolve("rr.csv"), rows);
    }

    private JsonNode measures() throws Exception {
        String data = folder.resolve("data").toString();
        String[] plug = {"emulate", "text-lines", "--signal", table().toString(), "--rate", "25", "--channels", "rr_ms"
        };
        try (ChildProgram device = ChildProgram.start(folder, plug)) {
            String seconds = String.valueOf(RECORDED_SECONDS);
            String[] take = {
                "record", "--port", device.firstLine(), "--profile", "text-lines", "--seconds", seconds, "--data", data
            };
            try (ChildProgram recorder = ChildProgram.start(folder, take)) {
                assertThat(recorder.exit()).as(recorder.err()).isZero();
                String id = recorder.firstLine();
                try (ChildProgram shown =
                        ChildProgram.start(folder, "sessions", "show", id, "--json", "--data", data)) {
                    assertThat(shown.exit()).as(shown.err()).isZero();
                    return JsonMapper.builder().build().readTree(shown.out()).get("measures");
                }
            }
        }
    }

    private static double value(JsonNode measures, String name) {
        for (JsonNode one : measures) {
            if (one.get("name").asText().equals(name) && !one.get("value").isNull()) {
                return one.get("value").asDouble();
            }
        }
        throw new AssertionError("no " + name + " in " + measures);
    }

    @Test
    void sensorOfIntervalsGivesHeartRateAndRmssd() throws Exception {
        JsonNode measures = measures();
        // the mean interval is 815 ms; the differences are 0, 30, 0, -30
        assertThat(value(measures, "heart_rate")).isCloseTo(60000 / 815.0, within(0.7));
        assertThat(value(measures, "rmssd")).isCloseTo(30 / Math.sqrt(2), within(1.0));
        assertThat(value(measures, "corrected_beats")).isZero();
        System.out.printf(
                "end to end, intervals only: heart rate %.2f /min, RMSSD %.2f ms%n",
                value(measures, "heart_rate"), value(measures, "rmssd"));
    }
}
