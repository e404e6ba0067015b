package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.ProtocolRules;
import org.stillpoint.training.Script;

/** Reads what patients and therapists read: no promise, no diagnosis, no praise that counts, no first session with eyes closed. */
class ShippedWordsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path SOURCES = Path.of("src/main/java/org/stillpoint");

    private static final Pattern PROMISES = Pattern.compile(
            "(?i)\\b(cur(e|es|ed|ing)|heal(s|ed|ing)?|guarantee\\w*|proven|miracle\\w*|pain[- ]free|get rid of|eliminat\\w*"
                    + "|will (relieve|reduce|lower|improve|take away)|fix(es)? your|painless|no more pain"
                    + "|clinically|scientifically|detox\\w*)\\b");
    private static final Pattern DIAGNOSES = Pattern.compile(
            "(?i)\\b(diagnos\\w*|disorder\\w*|syndrome\\w*|disease\\w*|patholog\\w*|abnormal\\w*|dysfunction\\w*|symptom\\w*"
                    + "|depress(ion|ed|ive)|neuros\\w*|psychosis|fibromyalgia|migraine\\w*|hypertension|unhealthy|deficient)\\b");
    private static final Pattern CONTESTS = Pattern.compile(
            "(?i)\\b(well done|score\\w*|streak\\w*|failed|failure|perfect|excellent|try harder|fail)\\b");
    /** Saying what it is not for is what it should say. */
    private static final Pattern DENIED = Pattern.compile("(?i)\\b(not for|no|not a) diagnos\\w*");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]++|\\\\.)*+)\"");

    @TempDir
    Path none;

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    private static List<String> found(Pattern pattern, String text, Object where) {
        List<String> found = new ArrayList<>();
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            found.add(where + ": " + matcher.group());
        }
        return found;
    }

    @Test
    void noProtocolOrScriptPromisesDiagnosesOrKeepsScore() throws IOException {
        List<Path> texts = new ArrayList<>(files(RESOURCES.resolve("protocols"), ".toml"));
        texts.addAll(files(RESOURCES.resolve("scripts"), ".toml"));
        assertThat(texts).hasSizeGreaterThan(20);
        List<String> bad = new ArrayList<>();
        for (Path file : texts) {
            String text = Files.readString(file);
            bad.addAll(found(PROMISES, text, file));
            bad.addAll(found(DIAGNOSES, text, file));
            bad.addAll(found(CONTESTS, text, file));
        }
        assertThat(bad).isEmpty();
    }

    /** Literals with a space in them. The safety questions alone name conditions: they ask about them before first use. */
    @Test
    void noSentenceInTheCodePromisesOrDiagnoses() throws IOException {
        List<String> bad = new ArrayList<>();
        int sentences = 0;
        for (String floor : List.of("training", "ui", "care", "metric", "report")) {
            for (Path file : files(SOURCES.resolve(floor), ".java")) {
                for (Matcher literal = LITERAL.matcher(Files.readString(file)); literal.find(); ) {
                    if (literal.group(1).strip().contains(" ")) {
                        sentences++;
                        bad.addAll(found(PROMISES, literal.group(1), file));
                        if (!file.endsWith("SafetyQuestion.java")) {
                            bad.addAll(found(
                                    DIAGNOSES, DENIED.matcher(literal.group(1)).replaceAll(""), file));
                        }
                    }
                }
            }
        }
        assertThat(sentences).isGreaterThan(200);
        assertThat(bad).isEmpty();
    }

    @Test
    void theWordsOfThisTestAreSeen() {
        assertThat(found(PROMISES, "This will reduce your pain and heals.", "")).hasSize(2);
        assertThat(found(DIAGNOSES, "A disorder with symptoms.", "")).hasSize(2);
    }

    @Test
    void whatTurnsInwardsIsNoFirstSessionAndTheFirstOfTheMenuIs() {
        List<Protocol> all = ProtocolFiles.load(none).all();
        var scripts = ScriptFiles.load(none).all();
        assertThat(ProtocolRules.fitsFirstSession(all.get(0))).isTrue();
        assertThat(all)
                .filteredOn(ProtocolRules::fitsFirstSession)
                .extracting(Protocol::id)
                .contains("emg-relaxation", "pmr", "pmr-short")
                .doesNotContain(
                        "body-scan", "body-scan-5-min", "body-scan-20-min", "imagery", "mindfulness", "evening");
        assertThat(all)
                .filteredOn(ProtocolRules::fitsFirstSession)
                .allSatisfy(protocol -> assertThat(protocol.phases())
                        .noneMatch(phase -> !phase.script().isEmpty()
                                && scripts.getOrDefault(
                                                phase.script(), new Script("", "", true, List.of(), List.of(), ""))
                                        .eyesClosed()));
    }

    @Test
    void whatTurnsInwardsAsksForConsentAndForDistressBeforeAndAfter() {
        assertThat(ProtocolFiles.load(none).all())
                .filteredOn(protocol -> protocol.exercises().contains("guided"))
                .hasSize(5)
                .allSatisfy(protocol -> {
                    assertThat(protocol.phases())
                            .filteredOn(phase -> phase.question().equals("distress"))
                            .hasSize(2);
                    assertThat(protocol.phases())
                            .filteredOn(phase -> !phase.script().isEmpty())
                            .allSatisfy(phase -> assertThat(phase.consent()).contains("stop at any time"));
                });
    }
}
