package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AnalyzeCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path belt;

    @BeforeEach
    void writeABelt() throws IOException {
        StringBuilder text = new StringBuilder("time,resp\n");
        for (int n = 0; n < 25 * 100; n++) {
            text.append(n).append(String.format(Locale.ROOT, ",%.5f%n", -Math.cos(2 * Math.PI * n / 25 / 5)));
        }
        belt = Files.writeString(folder.resolve("belt.csv"), text);
    }

    private int run(String... args) {
        return new CommandLine(new AnalyzeCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    @Test
    void missingColumnFailsWithTheColumnsThereAre() {
        assertThat(run(belt.toString(), "--rate", "25", "--map", "resp=chest")).isEqualTo(1);
        assertThat(err.toString()).contains("\"chest\"").contains("time, resp").hasLineCount(1);
    }

    @Test
    void missingFileFailsInOneSentence() {
        assertThat(run(folder.resolve("none.csv").toString(), "--rate", "25", "--map", "resp=resp"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("none.csv").hasLineCount(1);
    }

    @Test
    void unknownRoleIsWrongUsage() {
        assertThat(run(belt.toString(), "--rate", "25", "--map", "lung=resp")).isEqualTo(2);
    }

    @Test
    void missingRateIsWrongUsage() {
        assertThat(run(belt.toString(), "--map", "resp=resp")).isEqualTo(2);
    }

    @Test
    void measuresGoToStandardOutputWhenNoFileIsNamed() throws IOException {
        assertThat(run(belt.toString(), "--rate", "25", "--map", "resp=resp")).isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("belt").get("resp.rate_median").asDouble()).isBetween(11.95, 12.05);
    }

    @Test
    void breathsCarryTheirTimesAndWhenTheyWereSeen() throws IOException {
        Path file = folder.resolve("breaths.csv");
        assertThat(run(belt.toString(), "--rate", "25", "--map", "resp=resp", "--breaths", file.toString()))
                .isZero();
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).isEqualTo("t_s,emitted_s,exhale_s,end_s,depth");
        double[] breath = Stream.of(lines.get(5).split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(breath[0] % 5).isBetween(0.0, 5.0);
        assertThat(Math.rint(breath[0] / 5) * 5).isCloseTo(breath[0], org.assertj.core.api.Assertions.within(0.1));
        assertThat(breath[1]).isGreaterThan(breath[0]);
        assertThat(breath[4]).isBetween(1.8, 2.05);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void packedFileGivesTheSame() throws IOException {
        Path packed = folder.resolve("belt.csv.gz");
        try (var to = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(belt, to);
        }
        run(belt.toString(), "--rate", "25", "--map", "resp=resp");
        String plain = out.toString();
        out.getBuffer().setLength(0);
        run(packed.toString(), "--rate", "25", "--map", "resp=resp");
        assertThat(out.toString()).isEqualTo(plain);
    }

    @Test
    void intervalsNeedNoRate() throws IOException {
        Path file = Files.writeString(folder.resolve("rr.csv"), "t_s,rr_ms\n1,800\n2,850\n3,800\n4,870\n");
        assertThat(run(file.toString(), "--map", "rr=rr_ms", "--record", "one")).isZero();
        JsonNode one = new ObjectMapper().readTree(out.toString()).get("one");
        assertThat(one.get("time.mean_nn").asDouble()).isEqualTo(830);
        assertThat(one.get("time.rmssd").asDouble()).isBetween(57.44, 57.45);
        assertThat(one.has("welch256.lf")).isFalse();
        assertThat(err.toString()).contains("welch256").contains("60 s");
    }

    @Test
    void impossibleIntervalLeavesEverythingOut() throws IOException {
        Path file = Files.writeString(folder.resolve("rr.csv"), "rr_ms\n800\n0\n800\n10000\n870\n");
        assertThat(run(file.toString(), "--map", "rr=rr_ms")).isZero();
        assertThat(new ObjectMapper().readTree(out.toString()).get("rr")).isEmpty();
        assertThat(err.toString()).contains("2 of 5 intervals");
    }

    @Test
    void noHalfFileIsLeftBeside() throws IOException {
        run(
                belt.toString(),
                "--rate",
                "25",
                "--map",
                "resp=resp",
                "--metrics",
                folder.resolve("m.json").toString());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("belt.csv", "m.json");
        }
    }
}
