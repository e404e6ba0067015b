package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.acquisition.SystemClock;

/** The command with a protocol of two minutes that is short enough for a test. */
class SimulateCommandTest {

    @TempDir
    Path data;

    @BeforeEach
    void writeAShortProtocol() throws IOException {
        Files.createDirectories(data.resolve("protocols"));
        Files.writeString(data.resolve("protocols/quick.toml"), """
                id = "quick"
                name = "Quick"
                exercises = ["resonance"]
                display = "wave"
                rationale = "Short enough for a test."

                [[phases]]
                title = "How"
                kind = "instruction"
                seconds = 2
                text = "Slow, low, soft; not deeper."

                [[phases]]
                title = "6 a minute"
                kind = "pacer-only"
                seconds = 60
                text = "Breathe with the pacer."
                rate_per_min = 6
                consent = "Shall we begin?"

                [[phases]]
                title = "Rest"
                kind = "rest"
                seconds = 10
                text = "How comfortable was it?"
                question = "comfort"

                [[phases]]
                title = "Wrap-up"
                kind = "wrap-up"
                seconds = 5
                text = "Thank you."
                """);
    }

    private CommandRun run(String... args) {
        List<String> all = new ArrayList<>(List.of("--data", data.toString(), "simulate"));
        all.addAll(List.of(args));
        picocli.CommandLine line = CommandLine.of(new SystemClock());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit =
                line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(all.toArray(String[]::new));
        return new CommandRun(exit, out.toString(), err.toString());
    }

    @Test
    void jsonHasTheKeysOfTheContract() throws IOException {
        CommandRun run = run("--protocol", "quick", "--patients", "2", "--seed", "9", "--json");
        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode whole = new ObjectMapper().readTree(run.out());
        assertThat(whole.path("protocol").asText()).isEqualTo("quick");
        assertThat(whole.path("seed").asLong()).isEqualTo(9);
        assertThat(whole.path("patients")).hasSize(2);
        JsonNode second = whole.path("patients").get(1);
        assertThat(second.path("index").asInt()).isEqualTo(1);
        assertThat(second.path("truth").path("resonance_per_min").asDouble()).isBetween(4.5, 6.5);
        assertThat(second.path("truth").path("compliance_pct").asDouble()).isBetween(60.0, 100.0);
        assertThat(second.path("truth").path("follows_pacer").isBoolean()).isTrue();
        assertThat(second.path("truth").path("artefacts").isBoolean()).isTrue();
        assertThat(second.path("concluded").path("status").asText()).isIn("inconclusive", "failed");
        assertThat(second.path("concluded").path("resonance_set").isArray()).isTrue();
        assertThat(second.path("concluded").path("resonance_per_min").isNull()).isTrue();
        assertThat(second.path("concluded").path("reason").asText()).endsWith(".");
    }

    @Test
    void theSameSeedGivesTheSamePeopleAndAnotherOneOthers() {
        String one =
                run("--protocol", "quick", "--patients", "3", "--seed", "4").out();
        assertThat(run("--protocol", "quick", "--patients", "3", "--seed", "4").out())
                .isEqualTo(one);
        assertThat(run("--protocol", "quick", "--patients", "3", "--seed", "5").out())
                .isNotEqualTo(one);
    }

    @Test
    void theTableHasALineForEachPersonUnderItsHead() {
        List<String> lines =
                run("--protocol", "quick", "--patients", "3").out().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("#").contains("resonance_per_min").endsWith("reason");
    }

    @Test
    void anUnknownProtocolIsWrongUsageAndNamesThoseThatThereAre() {
        CommandRun run = run("--protocol", "nothing");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("quick").contains("resonance");
    }

    @Test
    void noPatientsAreWrongUsage() {
        assertThat(run("--protocol", "quick", "--patients", "0").exit()).isEqualTo(2);
    }

    @Test
    void whoDoesNotLetGoIsFoundAndTheOthersTimesAreTrue() throws IOException {
        CommandRun run = run("--protocol", "pmr-short", "--patients", "6", "--seed", "7", "--json");
        assertThat(run.exit()).as(run.err()).isZero();
        for (JsonNode person : new ObjectMapper().readTree(run.out()).path("patients")) {
            JsonNode truth = person.path("truth");
            JsonNode concluded = person.path("concluded");
            boolean letsGo = truth.path("lets_go").asBoolean();
            assertThat(letsGo).isEqualTo(person.path("index").asInt() != 5);
            assertThat(concluded.path("status").asText()).isEqualTo(letsGo ? "lets-go" : "stays-tense");
            assertThat(concluded.path("release_s").asDouble())
                    .isCloseTo(truth.path("release_s").asDouble(), within(0.1));
        }
    }
}
