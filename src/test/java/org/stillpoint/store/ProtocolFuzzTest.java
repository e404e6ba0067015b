package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol files from elsewhere, broken in every way: each fault is one line {@code file:line: reason}, nothing is thrown. */
class ProtocolFuzzTest {

    private static final String HEAD = """
            id = "odd"
            name = "Odd"
            exercises = ["paced-breathing"]
            display = "wave"
            rationale = "Why."
            """;
    private static final String HOW = """

            [[phases]]
            title = "How"
            kind = "instruction"
            seconds = 30
            text = "Slow, low, soft; not deeper."
            """;
    private static final String GOOD = HEAD + HOW;
    private static final String[] VALUES = {
        "nan",
        "inf",
        "-inf",
        "-1",
        "0",
        "1e999",
        "1e-999",
        "99999999999999999999999999",
        "-0.0",
        "0x7fffffffffffffff",
        "true",
        "\"\"",
        "\"7\"",
        "[]",
        "[1, [2, [3]]]",
        "{}",
        "{a = 1}",
        "1979-05-27",
        "07:32:00",
        "\"\\u0000\"",
        "''",
        "\"\"\"a\nb\"\"\"",
        "[\"\"]",
        "1_000",
        "\"feedback\"",
        "+",
        "=",
        "\"unclosed"
    };

    @TempDir
    Path folder;

    private List<String> problems(byte[] bytes) throws IOException {
        Path file = folder.resolve("odd.toml");
        Files.write(file, bytes);
        List<String> problems = new ArrayList<>();
        Optional<ProtocolFile> read = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> ProtocolFile.read(file, problems), "the file is read without end");
        assertThat(read.isEmpty()).as("a protocol, or what is wrong").isEqualTo(!problems.isEmpty());
        assertThat(problems)
                .allSatisfy(problem -> assertThat(problem)
                        .startsWith(file + ":")
                        .containsPattern(":[0-9]+: \\S")
                        .doesNotContain("Exception", "com.fasterxml", "java.", "\n")
                        .hasSizeLessThan(file.toString().length() + 2000));
        return problems;
    }

    private List<String> problems(String text) throws IOException {
        return problems(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theOneThatTheOthersBreakIsWhole() throws IOException {
        assertThat(problems(GOOD)).isEmpty();
    }

    @Test
    void everyKeyWithEveryOddValueIsReadOrRefused() throws IOException {
        int turn = 0;
        for (String key : ProtocolFile.keys()) {
            for (String value : VALUES) {
                String line = key + " = " + value + "\n";
                switch (turn++ % 3) {
                    case 0 -> problems(GOOD + line);
                    case 1 -> problems(line + GOOD.replaceFirst("(?m)^" + key + " = .*\n", ""));
                    default -> problems(GOOD + "[pacer]\n" + line);
                }
            }
        }
    }

    @Test
    void everyMissingKeyIsNamedOrNotNeeded() throws IOException {
        for (String line : GOOD.lines().filter(one -> one.contains(" = ")).toList()) {
            String key = line.substring(0, line.indexOf(' '));
            assertThat(problems(GOOD.replace(line + "\n", "")))
                    .as(line)
                    .anySatisfy(problem -> assertThat(problem).contains(key.equals("exercises") ? "exercise" : key));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phases = 7",
                "phases = [1, 2]",
                "phases = {title = 1}",
                "phases = [[]]",
                "pacer = 7",
                "pacer = [6]",
                "exercises = \"paced-breathing\"",
                "exercises = {a = \"paced-breathing\"}",
                "exercises = [[\"paced-breathing\"]]",
                "exercises = [7]",
                "order = \"first\""
            })
    void aKeyOfTheWrongShapeIsRefused(String line) throws IOException {
        String key = line.substring(0, line.indexOf(' '));
        String rest = key.equals("phases") ? HEAD : HEAD.replaceFirst("(?m)^" + key + " = .*\n", "") + HOW;
        assertThat(problems(line + "\n" + rest)).isNotEmpty();
    }

    @Test
    void aKeyTwiceIsRefusedWithItsLine() throws IOException {
        assertThat(problems("id = \"odd\"\n" + GOOD)).singleElement().asString().contains(":2: ");
    }

    @Test
    void thousandsOfPhasesAreRefusedInOneLine() throws IOException {
        assertThat(problems(HEAD + HOW.repeat(5000))).hasSizeLessThan(10);
    }

    @Test
    void thousandsOfBrokenPhasesDoNotFillTheScreen() throws IOException {
        assertThat(problems(HEAD + HOW.replace("30", "-1").repeat(5000))).hasSizeBetween(1, 60);
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        assertThat(problems(GOOD + "markers = " + "[".repeat(50_000) + "]".repeat(50_000)))
                .isNotEmpty();
        assertThat(problems(GOOD + "a" + ".a".repeat(50_000) + " = 1")).isNotEmpty();
        assertThat(problems(GOOD + "markers = " + "{a = ".repeat(20_000) + "1" + "}".repeat(20_000)))
                .isNotEmpty();
    }

    @Test
    void whatIsNoTextOrTooLargeIsRefused() throws IOException {
        assertThat(problems(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2})).isNotEmpty();
        assertThat(problems(GOOD.getBytes(StandardCharsets.UTF_16))).isNotEmpty();
        assertThat(problems(new byte[0])).isNotEmpty();
        assertThat(problems(new byte[1000])).isNotEmpty();
        assertThat(problems(GOOD + "# " + "x".repeat(10_000_000))).isNotEmpty();
        assertThat(problems(GOOD.replace("Why.", "x".repeat(10_000_000)))).isNotEmpty();
    }

    @Test
    void randomlyDamagedFilesAreReadOrRefused() throws IOException {
        byte[] whole = Files.readString(Path.of("src/main/resources/protocols/emg-relaxation.toml"))
                .replace("id = \"emg-relaxation\"", "id = \"odd\"")
                .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(8);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            for (int k = random.nextInt(4); k >= 0; k--) {
                damaged[random.nextInt(damaged.length)] = random.nextInt(3) == 0
                        ? (byte) random.nextInt(256)
                        : (byte) "[]{}=\".\n0-e#,".charAt(random.nextInt(13));
            }
            problems(
                    random.nextInt(3) == 0
                            ? java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length))
                            : damaged);
        }
    }
}
