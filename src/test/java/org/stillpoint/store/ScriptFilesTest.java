package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.training.FlareDay;
import org.stillpoint.training.Phase;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.Script;

class ScriptFilesTest {

    private static final String GOOD = """
            id = "mine"
            name = "Mine"
            eyes = "closed"
            sensed = ["shoulders"]

            [[steps]]
            say = "Lift your shoulders a little."
            seconds = 6
            wait = "contraction"
            group = "shoulders"

            [[steps]]
            say = "And rest."
            seconds = 20
            pause_seconds = 2.5
            """;

    @TempDir
    Path folder;

    private ScriptFiles with(String text) throws IOException {
        Files.writeString(folder.resolve("mine.toml"), text);
        return ScriptFiles.load(folder);
    }

    @Test
    void theBuiltInOnesAreWhole() {
        ScriptFiles files = ScriptFiles.load(folder);
        assertThat(files.problems()).isEmpty();
        assertThat(files.notes()).isEmpty();
        assertThat(files.all()).containsKeys("pmr-16", "pmr-7", "pmr-4", "pmr-short", "pmr-recall");
    }

    @Test
    void everyScriptThatAProtocolNamesIsThere() {
        Set<String> known = ScriptFiles.load(folder).all().keySet();
        Set<String> named = new TreeSet<>();
        for (Protocol protocol : ProtocolFiles.load(folder).all()) {
            protocol.phases().stream()
                    .map(Phase::script)
                    .filter(id -> !id.isEmpty())
                    .forEach(named::add);
        }
        assertThat(known).containsAll(named);
    }

    @Test
    void aFlareDayTakesTheShorterTextWhereThereIsOne() {
        List<Protocol> all = ProtocolFiles.load(folder).all();
        for (String id : List.of("pmr", "pmr-twice", "pmr-seven", "body-scan-20-min", "body-scan")) {
            Protocol whole =
                    all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
            Protocol flare = FlareDay.of(whole, all);
            assertThat(flare.exercises()).as(id).isEqualTo(whole.exercises());
            assertThat(flare.seconds()).as(id).isLessThan(FlareDay.of(whole).seconds() - 120);
        }
    }

    @Test
    void theComfortableEffortIsThatOfTheSensorsMuscle() {
        Script effort = ScriptFiles.load(folder).all().get("pmr-comfortable-effort");
        assertThat(effort.steps())
                .filteredOn(step -> step.waits() == Script.Wait.REFERENCE)
                .extracting(Script.Step::group)
                .containsExactly(Script.SENSED);
        assertThat(effort.on(Set.of("left-foot")).steps())
                .extracting(Script.Step::say)
                .contains("Tense your left foot, as firmly as is comfortable, and hold.");
    }

    @Test
    void theUsersOwnIsReadWithAllItSays() throws IOException {
        Script script = with(GOOD).all().get("mine");
        assertThat(script.eyesClosed()).isTrue();
        assertThat(script.sensed()).containsExactly("shoulders");
        assertThat(script.steps())
                .containsExactly(
                        new Script.Step(
                                "Lift your shoulders a little.", 6, Script.Wait.CONTRACTION, "shoulders", 0, ""),
                        new Script.Step("And rest.", 20, Script.Wait.TIME, "", 2.5, ""));
        assertThat(script.seconds()).isEqualTo(28.5);
    }

    @Test
    void theUsersOwnWinsAndSaysSo() throws IOException {
        Files.writeString(folder.resolve("pmr-4.toml"), GOOD.replace("\"mine\"", "\"pmr-4\""));
        ScriptFiles files = ScriptFiles.load(folder);
        assertThat(files.all().get("pmr-4").name()).isEqualTo("Mine");
        assertThat(files.notes()).singleElement().asString().contains("pmr-4");
    }

    @Test
    void aSoundFileThatIsThereIsNamedByItsWholePath() throws IOException {
        Files.createDirectory(folder.resolve("voice"));
        Files.writeString(folder.resolve("voice/rest.wav"), "x");
        Script script = with(GOOD + "audio = \"voice/rest.wav\"\n").all().get("mine");
        assertThat(script.steps().get(1).audio())
                .isEqualTo(folder.resolve("voice/rest.wav").toString());
        assertThat(script.note()).isEmpty();
    }

    @Test
    void aSoundFileThatIsMissingIsSaidOnceAndTheTextGoesOn() throws IOException {
        Script script = with(GOOD + "audio = \"voice/rest.wav\"\n").all().get("mine");
        assertThat(script.steps().get(1).audio()).isEmpty();
        assertThat(script.steps().get(1).say()).isEqualTo("And rest.");
        assertThat(script.note()).contains("The text goes on", "voice/rest.wav");
    }

    @Test
    void aLinkThatLeadsOutOfTheFolderIsRefused(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret.wav"), "x");
        try {
            Files.createSymbolicLink(folder.resolve("voice.wav"), secret);
        } catch (IOException | UnsupportedOperationException noLinks) {
            Assumptions.abort("Links cannot be made here: this check is absent.");
        }
        ScriptFiles files = with(GOOD + "audio = \"voice.wav\"\n");
        assertThat(files.problems()).singleElement().asString().contains(":16: audio leads out of its folder");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            seconds = 6         | seconds = 0                   | :8: seconds is 0; expected a number from 0.5
            wait = "contraction"| wait = "forever"              | :9: wait is "forever"; expected one of time, reference, contraction, release
            group = "shoulders" | colour = "red"                | :10: unknown key "colour"
            group = "shoulders" | # nothing                     | :9: a step that waits for a muscle needs its group
            id = "mine"         | id = "yours"                  | :1: id is "yours"; expected the name of the file
            pause_seconds = 2.5 | audio = "../../secret.wav"    | :15: audio leads out of its folder
            eyes = "closed"     | eyes = "half"                 | :3: eyes is "half"; expected one of open, closed
            say = "And rest."   | say = ""                      | :13: say is missing; expected a text
            name = "Mine"       | name = "Mine                  | :2: this is not TOML
            """)
    void aFaultGivesItsLineAndWhatWasExpected(String right, String wrong, String problem) throws IOException {
        ScriptFiles files = with(GOOD.replace(right, wrong));
        assertThat(files.problems()).anySatisfy(said -> assertThat(said).contains("mine.toml" + problem));
        assertThat(files.all()).doesNotContainKey("mine");
    }

    @Test
    void aScriptWithoutStepsIsRefused() throws IOException {
        assertThat(with("id = \"mine\"\nname = \"Mine\"\n").problems())
                .singleElement()
                .asString()
                .contains("0 [[steps]]; expected 1 to 400");
    }
}
