package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;

class ProtocolFilesTest {

    private static final String GOOD = """
            id = "mine"
            name = "Mine"
            exercises = ["emg-relaxation"]
            display = "tension"
            rationale = "Because."

            [[phases]]
            title = "One"
            kind = "feedback"
            seconds = 30
            text = "Let go."
            """;

    @TempDir
    Path folder;

    @Test
    void theBuiltInOnesComeInMenuOrder() {
        ProtocolFiles files = ProtocolFiles.load(folder.resolve("none"));
        assertThat(files.problems()).isEmpty();
        assertThat(files.all()).extracting(Protocol::id).containsExactly("paced-breathing", "emg-relaxation");
    }

    @Test
    void pacedBreathingSaysInEachTrialThatDeeperIsNotTheGoal() {
        Protocol protocol = ProtocolFiles.load(folder).find("paced-breathing").orElseThrow();
        assertThat(protocol.phases())
                .filteredOn(phase -> phase.kind() == PhaseKind.FEEDBACK)
                .hasSize(3)
                .allSatisfy(phase -> assertThat(phase.text().toLowerCase()).contains("slow, low, soft; not deeper"));
    }

    @Test
    void pacedBreathingHasItsFrameOfRestAndPractice() {
        Protocol protocol = ProtocolFiles.load(folder).find("paced-breathing").orElseThrow();
        assertThat(protocol.phases())
                .extracting(Phase::seconds)
                .containsExactly(120.0, 60.0, 300.0, 300.0, 300.0, 60.0, 60.0);
        assertThat(protocol.pacerRatePerMinute()).isEqualTo(6);
        assertThat(protocol.inhaleShare()).isEqualTo(0.45);
    }

    @Test
    void theUsersOwnWinsAndSaysSo() throws IOException {
        String own = GOOD.replace("\"mine\"", "\"emg-relaxation\"");
        Files.writeString(folder.resolve("emg-relaxation.toml"), own);
        ProtocolFiles files = ProtocolFiles.load(folder);
        assertThat(files.find("emg-relaxation").orElseThrow().name()).isEqualTo("Mine");
        assertThat(files.notes()).singleElement().asString().contains("emg-relaxation");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            seconds = 30       | seconds = 0        | :10: seconds is 0
            kind = "feedback"  | kind = "fun"       | :9: kind is "fun"
            name = "Mine"      | nome = "Mine"      | :2: unknown key "nome"
            "emg-relaxation"   | "juggling"         | :3: there is no exercise "juggling"
            id = "mine"        | id = "yours"       | :1: id is "yours"
            text = "Let go."   | text = ""          | :11: text is missing
            title = "One"      | title =            | :8: this is not TOML""")
    void aMistakeIsToldWithItsLine(String right, String wrong, String told) throws IOException {
        Files.writeString(folder.resolve("mine.toml"), GOOD.replace(right, wrong));
        ProtocolFiles files = ProtocolFiles.load(folder);
        assertThat(files.problems()).anySatisfy(problem -> assertThat(problem).contains("mine.toml" + told));
        assertThat(files.find("mine")).isEmpty();
        assertThat(files.all()).hasSize(2);
    }
}
