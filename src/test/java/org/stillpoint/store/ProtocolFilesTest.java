package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseEnd;
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
        assertThat(files.all())
                .extracting(Protocol::id)
                .startsWith("paced-breathing", "emg-relaxation")
                .contains(
                        "paced-2-min",
                        "evening",
                        "resonance",
                        "resonance-fuller",
                        "resonance-short",
                        "pmr",
                        "pmr-short",
                        "pmr-recall",
                        "emg-recovery",
                        "flexion-relaxation",
                        "warm-hands",
                        "body-scan");
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
    void aResonanceAssessmentRepeatsItsFirstRateAtTheEnd() {
        for (Protocol protocol : ProtocolFiles.load(folder).all()) {
            if (!protocol.exercises().contains("resonance")) {
                continue;
            }
            List<Double> rates = protocol.phases().stream()
                    .filter(phase -> phase.kind().paces())
                    .map(Phase::ratePerMinute)
                    .toList();
            assertThat(rates).as(protocol.id()).hasSizeGreaterThan(3);
            assertThat(rates.get(rates.size() - 1)).as(protocol.id()).isEqualTo(rates.get(0));
        }
    }

    @Test
    void aResonanceAssessmentAsksForComfortAfterEachBlockAndSaysThatDeeperIsNotTheGoal() {
        for (Protocol protocol : ProtocolFiles.load(folder).all()) {
            for (int i = 0;
                    protocol.exercises().contains("resonance")
                            && i < protocol.phases().size();
                    i++) {
                Phase phase = protocol.phases().get(i);
                if (phase.kind().paces()) {
                    assertThat(phase.text()).contains("not deeper");
                    assertThat(protocol.phases().get(i + 1).question()).isEqualTo("comfort");
                }
            }
        }
    }

    @Test
    void pacedBreathingHasItsFrameOfRestAndPractice() {
        Protocol protocol = ProtocolFiles.load(folder).find("paced-breathing").orElseThrow();
        assertThat(protocol.phases())
                .extracting(Phase::seconds)
                .containsExactly(120.0, 60.0, 20.0, 300.0, 300.0, 300.0, 60.0, 120.0, 60.0);
        assertThat(protocol.pacerRatePerMinute()).isEqualTo(6);
        assertThat(protocol.inhaleShare()).isEqualTo(0.45);
    }

    @Test
    void aTrainingEndsInARealTaskThatIsNeverLeftOut() {
        ProtocolFiles files = ProtocolFiles.load(folder);
        for (String id : List.of("paced-breathing", "emg-relaxation", "hrv-training", "breathing-skills", "transfer")) {
            assertThat(files.find(id).orElseThrow().phases())
                    .as(id)
                    .anyMatch(phase -> phase.kind() == PhaseKind.TRANSFER && !phase.mayDrop());
        }
    }

    @Test
    void noResonanceBlockIsShorterThanTenOfItsBreathsAndWhatDoesNotCount() {
        for (Protocol protocol : ProtocolFiles.load(folder).all()) {
            assertThat(protocol.phases())
                    .as(protocol.id())
                    .filteredOn(phase -> phase.exercise().equals("resonance") && phase.ratePerMinute() > 0)
                    .allMatch(phase -> phase.minimumSeconds() >= 30 + 10 * 60 / phase.ratePerMinute());
        }
    }

    @Test
    void aQuestionAboutATrialGoesWithItsTrial() {
        for (Protocol protocol : ProtocolFiles.load(folder).all()) {
            for (int i = 1; i < protocol.phases().size(); i++) {
                Phase asks = protocol.phases().get(i);
                Phase about = protocol.phases().get(i - 1);
                if (asks.kind() == PhaseKind.QUESTION && about.kind() == PhaseKind.FEEDBACK && about.mayDrop()) {
                    assertThat(asks.dropRank())
                            .as(protocol.id() + ": " + asks.title())
                            .isPositive();
                }
            }
        }
    }

    @Test
    void theUsersOwnWinsAndSaysSo() throws IOException {
        String own = GOOD.replace("\"mine\"", "\"emg-relaxation\"");
        Files.writeString(folder.resolve("emg-relaxation.toml"), own);
        ProtocolFiles files = ProtocolFiles.load(folder);
        assertThat(files.find("emg-relaxation").orElseThrow().name()).isEqualTo("Mine");
        assertThat(files.notes()).singleElement().asString().contains("emg-relaxation");
    }

    @Test
    void aSavedCopyReadsBackAsItWas() throws Exception {
        Protocol built = ProtocolFiles.load(folder).find("paced-breathing").orElseThrow();
        Phase rich = new Phase(
                "Say \"ah\" \\ \n",
                PhaseKind.STRESSOR,
                90.5,
                "Text",
                PhaseEnd.DONE,
                30,
                0,
                "paced-breathing",
                5.5,
                0.4,
                "wave",
                "chord",
                60,
                0,
                0,
                "a-script",
                "tension",
                List.of("cough", "talk"),
                "May we?",
                "Because.");
        List<Phase> phases = new ArrayList<>(built.phases());
        phases.add(rich);
        Protocol own = new Protocol(
                "my-own",
                "My own",
                built.exercises(),
                "wave",
                "chord",
                5,
                0.4,
                2,
                1.5,
                true,
                built.rationale(),
                phases);
        ProtocolFiles.save(folder, own);
        assertThat(ProtocolFiles.load(folder).problems()).isEmpty();
        assertThat(ProtocolFiles.load(folder).find("my-own")).contains(own);
    }

    @Test
    void whatMakesNoSenseIsNotSaved() {
        Protocol none = new Protocol("empty", "Empty", List.of(), "wave", 6, 0.45, "why", List.of());
        assertThatThrownBy(() -> ProtocolFiles.save(folder, none))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no [[phases]]");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "emg-relaxation"   | "paced-breathing"                | :9: slow breathing needs an instruction phase
            kind = "feedback"  | kind = "question"               | :7: a question phase needs a question
            kind = "feedback"  | kind = "stressor"               | :7: a stressor needs a consent text
            seconds = 30       | seconds = 30, end = "done"      | :10: this is not TOML
            text = "Let go."   | text = "Let go."; end = "done"  | :12: a phase that ends when it is done needs
            text = "Let go."   | text = "a"; veil_seconds = 9    | :7: expected more than veil_seconds
            text = "Let go."   | text = "a"; exercise = "pmr"    | :12: exercise "pmr" is not one of this protocol's
            text = "Let go."   | text = "a"; minimum_seconds = 31 | :12: minimum_seconds is 31
            text = "Let go."   | text = "a"; markers = "cough"   | :12: markers is one value
            text = "Let go."   | text = "a"; rate_per_min = 2    | :12: rate_per_min is 2""")
    void whatMakesNoSenseIsToldWithItsLine(String right, String wrong, String told) throws IOException {
        Files.writeString(folder.resolve("mine.toml"), GOOD.replace(right, wrong.replace("; ", "\n")));
        ProtocolFiles files = ProtocolFiles.load(folder);
        assertThat(files.find("mine")).isEmpty();
        assertThat(files.problems()).anySatisfy(problem -> assertThat(problem).contains("mine.toml" + told));
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
        assertThat(files.all()).extracting(Protocol::id).doesNotContain("mine");
    }
}
