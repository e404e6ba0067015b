package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.Question;
import org.stillpoint.training.Questions;
import org.stillpoint.training.Script;

/** What the shipped protocols ask. */
class ShippedQuestionsTest {

    private static final ProtocolFiles FILES = ProtocolFiles.load(Path.of("none"));

    @TempDir
    Path folder;

    static Stream<Protocol> all() {
        return FILES.all().stream();
    }

    private static Protocol protocol(String id) {
        return FILES.find(id).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyQuestionIsWrittenSomewhere(Protocol protocol) {
        Set<String> known = Stream.concat(Questions.all().stream(), protocol.questions().stream())
                .map(Question::id)
                .collect(Collectors.toSet());
        assertThat(protocol.phases())
                .extracting(Phase::question)
                .filteredOn(id -> !id.isEmpty())
                .allMatch(known::contains);
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyQuestionOfItsOwnIsAsked(Protocol protocol) {
        assertThat(protocol.phases())
                .extracting(Phase::question)
                .containsAll(protocol.questions().stream().map(Question::id).toList());
    }

    static Stream<Protocol> withQuestions() {
        return all().filter(protocol -> !protocol.questions().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("withQuestions")
    void aCopyAsksTheSame(Protocol protocol) throws Exception {
        ProtocolFiles.save(folder, protocol.with("a-copy", "A copy", protocol.phases()));
        assertThat(ProtocolFiles.load(folder).find("a-copy").orElseThrow().questions())
                .isEqualTo(protocol.questions());
    }

    @ParameterizedTest
    @CsvSource({
        "pmr, pmr-16",
        "pmr-twice, pmr-16-twice",
        "pmr-seven, pmr-7",
        "pmr-four, pmr-4",
        "pmr-recall, pmr-recall"
    })
    void thePlacesToLeaveOutAreThoseOfTheScript(String id, String script) {
        Set<String> groups = ScriptFiles.load(Path.of("none")).all().get(script).steps().stream()
                .map(Script.Step::group)
                .filter(group -> !group.isEmpty())
                .collect(Collectors.toSet());
        for (String question : List.of("pmr-skip", "pmr-site")) {
            assertThat(protocol(id).question(question).choices())
                    .extracting(choice -> choice.replace(' ', '-'))
                    .containsExactlyInAnyOrderElementsOf(groups);
        }
    }

    @ParameterizedTest
    @CsvSource({"pmr", "pmr-twice", "pmr-seven", "pmr-four", "pmr-recall"})
    void whatHurtsIsAskedBeforeAnythingIsTensed(String id) {
        List<Phase> phases = protocol(id).phases();
        List<String> order = phases.stream()
                .map(phase -> phase.kind() == PhaseKind.SCRIPT ? "script" : phase.question())
                .filter(word -> word.equals("script") || word.equals("pmr-skip"))
                .toList();
        assertThat(order).startsWith("pmr-skip").contains("script");
    }

    @Test
    void shouldersAreLiftedOnlyWithAYes() {
        assertThat(protocol("pmr-short").phases())
                .filteredOn(phase -> phase.kind() == PhaseKind.SCRIPT)
                .first()
                .extracting(Phase::consent)
                .asString()
                .contains("all right today");
    }

    @Test
    void bendingHasItsKeyThatStops() {
        Protocol bend = protocol("flexion-relaxation");
        Phase test = bend.phases().stream()
                .filter(phase -> phase.kind() == PhaseKind.TRANSFER)
                .findFirst()
                .orElseThrow();
        assertThat(bend.question(test.question()).takes()).isEqualTo(Question.Takes.STOP);
        assertThat(bend.question("flexion-range").takes()).isEqualTo(Question.Takes.NUMBER);
    }

    @Test
    void sevensAreTyped() {
        assertThat(protocol("stress-profile").question("serial_sevens").takes()).isEqualTo(Question.Takes.NUMBERS);
    }
}
