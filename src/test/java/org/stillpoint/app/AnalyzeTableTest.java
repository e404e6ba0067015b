package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as people have them: odd letters, odd times, odd cells. */
class AnalyzeTableTest {

    private static final double RATE = 25;
    private static final int ROWS = 2500;

    @TempDir
    Path folder;

    private String plain;

    /** Breaths of five seconds. */
    private static double belt(double t) {
        return -Math.cos(2 * Math.PI * t / 5);
    }

    @BeforeEach
    void whatAPlainTableGives() throws IOException {
        plain = figures(run(table(n -> text(belt(n / RATE)), "resp"), "--rate", "25"));
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }

    private static String table(IntFunction<String> row, String header) {
        StringBuilder text = new StringBuilder(header).append('\n');
        for (int n = 0; n < ROWS; n++) {
            String cells = row.apply(n);
            if (cells != null) {
                text.append(cells).append('\n');
            }
        }
        return text.toString();
    }

    private static String timed(IntFunction<Double> time) {
        return table(
                n -> time.apply(n) == null
                        ? null
                        : String.format(Locale.ROOT, "%.6f,%s", time.apply(n), text(belt(n / RATE))),
                "t_s,resp");
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private CommandRun run(String table, String... options) throws IOException {
        return run(file("belt.csv", table.getBytes(StandardCharsets.UTF_8)), options);
    }

    private CommandRun run(Path file, String... options) {
        String[] all = Stream.concat(
                        Stream.of(file.toString(), "--map", "resp=resp", "--record", "r"), Stream.of(options))
                .toArray(String[]::new);
        return CommandRun.of(new AnalyzeCommand(), all);
    }

    private static String figures(CommandRun run) {
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("resp.rate_median");
        return run.out();
    }

    private static JsonNode json(CommandRun run) throws IOException {
        assertThat(run.exit()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out()).get("r");
    }

    @Test
    void lineEndsQuotesAndAByteOrderMarkChangeNothing() throws IOException {
        String quoted = table(n -> "\"" + text(belt(n / RATE)) + "\",\"a, b\"", "\"resp\",\"note, free\"");
        assertThat(figures(run("\ufeff" + quoted.replace("\n", "\r\n"), "--rate", "25")))
                .isEqualTo(plain);
        assertThat(figures(run(quoted.replace("\n", "\r"), "--rate", "25"))).isEqualTo(plain);
    }

    @Test
    void packedTableIsKnownByItsBytesWhateverItsName() throws IOException {
        Path packed = folder.resolve("belt.csv");
        try (var to = new GZIPOutputStream(Files.newOutputStream(packed))) {
            to.write(table(n -> text(belt(n / RATE)), "resp").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(figures(run(packed, "--rate", "25"))).isEqualTo(plain);
    }

    @Test
    void packedTableThatWasCutOffIsSaid() throws IOException {
        Path whole = folder.resolve("belt.csv.gz");
        try (var to = new GZIPOutputStream(Files.newOutputStream(whole))) {
            to.write(table(n -> text(belt(n / RATE)), "resp").getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(whole);
        assertFailed(
                run(file("cut.csv.gz", Arrays.copyOf(bytes, bytes.length / 2)), "--rate", "25"),
                "cut.csv.gz",
                "cut off");
    }

    private static void assertFailed(CommandRun run, String... parts) {
        assertThat(run.exit()).as(run.out()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasLineCount(1).endsWith(".\n").contains(parts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void otherAlphabetsAreSaidWithWhatToDo(String charset) throws IOException {
        byte[] bytes = table(n -> text(belt(n / RATE)), "resp").getBytes(Charset.forName(charset));
        assertFailed(run(file("wide.csv", bytes), "--rate", "25"), "UTF-16", "CSV UTF-8");
    }

    @Test
    void semicolonsAndDecimalCommasAreSaidWithWhatToDo() throws IOException {
        assertFailed(run("t;resp\n0,00;1,5\n0,04;1,6\n", "--rate", "25"), "semicolons", "commas");
        assertFailed(run("t,resp\n0,00,1,5\n0,04,1,6\n", "--rate", "25"), "more cells", "point");
        assertFailed(run("resp\n\"1,5\"\n\"1,6\"\n", "--rate", "25"), "\"1,5\" in row 1", "point");
    }

    @Test
    void aTableWithoutNamesIsSaid() throws IOException {
        assertFailed(run("1,2\n3,4\n", "--rate", "25"), "There is no column \"resp\"", "must name the columns");
    }

    @Test
    void aNameThatStandsTwiceIsSaid() throws IOException {
        assertFailed(run("resp,resp\n1,2\n", "--rate", "25"), "\"resp\" stands twice");
    }

    @Test
    void aColumnOfWordsIsSaid() throws IOException {
        assertFailed(
                run("resp\nup\ndown\n", "--rate", "25"), "\"resp\" has 2 cells that are no numbers", "\"up\" in row 1");
    }

    @Test
    void aTableWithoutRowsSaysSo() throws IOException {
        CommandRun run = run("resp\n", "--rate", "25");
        assertThat(json(run)).isEmpty();
        assertThat(run.err()).contains("no rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nan", "NaN", "NA", "null", "inf"})
    void emptyCellsAreNoWordsAndNoNumbers(String cell) throws IOException {
        CommandRun run =
                run(table(n -> n % 10 == 3 ? "0," + cell : "0," + text(belt(n / RATE)), "x,resp"), "--rate", "25");
        assertThat(json(run).get("resp.rate_median").asDouble()).isCloseTo(12, within(0.15));
        assertThat(run.err()).doesNotContain("no numbers");
    }

    @Test
    void aBrokenCellIsCountedAndShown() throws IOException {
        CommandRun run = run(table(n -> n == 41 ? "12..5" : text(belt(n / RATE)), "resp"), "--rate", "25");
        assertThat(json(run)).isNotEmpty();
        assertThat(run.err()).contains("has 1 cells that are no numbers, the first \"12..5\" in row 42");
    }

    @ParameterizedTest
    @CsvSource({"0", "1700000000.25", "-50"})
    void timesMayBeginAnywhere(double start) throws IOException {
        assertThat(figures(run(timed(n -> start + n / RATE)))).isEqualTo(plain);
    }

    @Test
    void eventsStandOnTheTablesOwnClock() throws IOException {
        Path own = folder.resolve("own.csv");
        Path shifted = folder.resolve("shifted.csv");
        run(timed(n -> n / RATE), "--breaths", own.toString());
        run(timed(n -> 1700000000 + n / RATE), "--breaths", shifted.toString());
        double[] a = starts(own);
        double[] b = starts(shifted);
        assertThat(b).hasSameSizeAs(a).hasSizeGreaterThan(15);
        for (int i = 0; i < a.length; i++) {
            assertThat(b[i] - 1700000000).isCloseTo(a[i], within(2e-6));
        }
    }

    private static double[] starts(Path breaths) throws IOException {
        return Files.readAllLines(breaths).stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",")[0]))
                .toArray();
    }

    @Test
    void roundedTimesDoNotChangeTheRate() throws IOException {
        // 3, 3, 2 ms: neither is the step
        StampedRate rate = StampedRate.of(
                IntStream.range(0, 5000)
                        .mapToDouble(n -> Math.rint(1000 * n / 360.0) / 1000)
                        .toArray(),
                5000);
        assertThat(rate.rateHz()).isEqualTo(360);
    }

    @Test
    void lostRowsDoNotChangeTheRateAndLeaveTheBreathsWhereTheyWere() throws IOException {
        Path whole = folder.resolve("whole.csv");
        Path holes = folder.resolve("holes.csv");
        run(timed(n -> n / RATE), "--breaths", whole.toString());
        CommandRun run = run(timed(n -> n > 10 && n * 7919 % 10 == 0 ? null : n / RATE), "--breaths", holes.toString());
        assertThat(run.err()).contains("gaps of 9.9");
        double[] a = starts(whole);
        double[] b = starts(holes);
        assertThat(b).hasSameSizeAs(a);
        for (int i = 0; i < a.length; i++) {
            assertThat(b[i]).isCloseTo(a[i], within(0.1));
        }
    }

    @Test
    void aJumpInTimeIsAGapAndNothingLiesInIt() throws IOException {
        Path breaths = folder.resolve("breaths.csv");
        // half a second into an in-breath
        CommandRun run = run(timed(n -> n / RATE + (n >= 1263 ? 3600 : 0)), "--breaths", breaths.toString());
        assertThat(run.err()).contains("1 gap of 3600.000 s");
        for (String line : Files.readAllLines(breaths)) {
            if (line.startsWith("t_s")) {
                continue;
            }
            String[] cells = line.split(",", -1);
            double length = cells[3].isEmpty() ? 5 : Double.parseDouble(cells[3]) - Double.parseDouble(cells[0]);
            assertThat(length).isBetween(1.0, 6.0);
        }
        List<Double> starts = Arrays.stream(starts(breaths)).boxed().toList();
        assertThat(starts).noneMatch(t -> t > 50.52 && t < 3650.52).anyMatch(t -> t > 3680);
    }

    @Test
    void rowsWhoseTimeHasBeenAreLeftOutAndSaid() throws IOException {
        // the second half tells the first half's times again
        CommandRun run = run(timed(n -> (n >= 1250 ? n - 1250 : n) / RATE));
        assertThat(json(run).get("resp.breath_count").asInt()).isBetween(9, 10);
        assertThat(run.err()).contains("goes back, first from 49.960 to 0.000: 1250 rows");
    }

    @Test
    void rowsThatShareOneTimeAreSpreadOut() throws IOException {
        // five rows a packet, as a radio hands them over
        CommandRun run = run(timed(n -> n / 5 * 5 / RATE));
        assertThat(json(run).get("resp.rate_median").asDouble()).isCloseTo(12, within(0.1));
        assertThat(run.err()).doesNotContain("goes back").doesNotContain("gap");
    }

    @Test
    void timesThatNeverRiseNeedARate() throws IOException {
        assertFailed(run(timed(n -> 7.0)), "does not rise", "--rate");
        CommandRun run = run(timed(n -> 7.0), "--rate", "25");
        assertThat(figures(run)).isEqualTo(plain);
        assertThat(run.err()).contains("t_s does not rise");
    }

    @Test
    void aRateThatContradictsTheTimesIsTakenAndSaid() throws IOException {
        CommandRun run = run(timed(n -> n / 100.0), "--rate", "25");
        assertThat(figures(run)).isEqualTo(plain);
        assertThat(run.err()).contains("t_s says 100.0 samples a second and is left aside");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9000000", "32001", "0", "-5", "NaN", "Infinity"})
    void absurdRatesAreWrongUsage(String rate) throws IOException {
        assertThat(run("resp\n1\n2\n", "--rate", rate).exit()).isEqualTo(2);
    }

    @Test
    void tooSlowASignalSaysWhatItTakes() throws IOException {
        Path file = file(
                "slow.csv",
                table(n -> text(belt(n / RATE)) + ",1,2", "ecg,ppg,resp").getBytes(StandardCharsets.UTF_8));
        CommandRun run = CommandRun.of(
                new AnalyzeCommand(),
                file.toString(),
                "--rate",
                "3",
                "--map",
                "ecg=ecg,ppg=ppg,resp=resp",
                "--record",
                "r");
        assertThat(json(run)).isEmpty();
        assertThat(run.err())
                .contains("3 samples a second are too few for the beats of an ECG, which need at least 50")
                .contains("pulse waves, which need at least 15")
                .contains("breaths, which need at least 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b\\c", "line\nend", "tab\tand\u0001", "ümläut \u2028"})
    void anyNameOfARecordGivesReadableJson(String name) throws IOException {
        Path file = file("belt.csv", table(n -> text(belt(n / RATE)), "resp").getBytes(StandardCharsets.UTF_8));
        CommandRun run = CommandRun.of(
                new AnalyzeCommand(), file.toString(), "--rate", "25", "--map", "resp=resp", "--record", name);
        assertThat(new ObjectMapper().readTree(run.out()).get(name)).isNotEmpty();
        assertThat(run.err()).hasLineCount(0);
    }

    @Test
    void musclesOfOneTableAreKeptApart() throws IOException {
        Path file = file(
                "two.csv",
                table(n -> n % 2 * 2 - 1 + "," + (n % 2 * 20 - 10), "left_uV,right_uV")
                        .getBytes(StandardCharsets.UTF_8));
        CommandRun run = CommandRun.of(
                new AnalyzeCommand(),
                file.toString(),
                "--rate",
                "500",
                "--map",
                "emg=left_uV,emg=right_uV",
                "--record",
                "r");
        assertThat(json(run).get("emg.rms_total_left_uV").asDouble()).isCloseTo(1, within(1e-6));
        assertThat(json(run).get("emg.rms_total_right_uV").asDouble()).isCloseTo(10, within(1e-6));
    }

    @Test
    void aMuscleThatNeverChangesGetsNoZeros() throws IOException {
        Path file = file("flat.csv", table(n -> "7", "emg_uV").getBytes(StandardCharsets.UTF_8));
        CommandRun run = CommandRun.of(
                new AnalyzeCommand(), file.toString(), "--rate", "500", "--map", "emg=emg_uV", "--record", "r");
        assertThat(json(run)).isEmpty();
        assertThat(run.err()).contains("never changes");
    }

    @Test
    void noiseGivesNoHeartAndNoBreath() throws IOException {
        Random random = new Random(4);
        Path file = file(
                "noise.csv",
                table(
                                n -> text(random.nextGaussian()) + "," + text(random.nextGaussian()) + ","
                                        + text(random.nextGaussian()),
                                "ecg,ppg,resp")
                        .getBytes(StandardCharsets.UTF_8));
        CommandRun run = CommandRun.of(
                new AnalyzeCommand(),
                file.toString(),
                "--rate",
                "100",
                "--map",
                "ecg=ecg,ppg=ppg,resp=resp",
                "--record",
                "r");
        assertThat(json(run)).isEmpty();
        assertThat(run.err()).contains("no heart that can be told", "no pulse that can be told", "look like noise");
    }

    @Test
    void intervalsInSecondsAreSaid() throws IOException {
        Path file = file("rr.csv", "rr_s\n0.8\n0.82\n0.81\n0.8\n".getBytes(StandardCharsets.UTF_8));
        CommandRun run = CommandRun.of(new AnalyzeCommand(), file.toString(), "--map", "rr=rr_s", "--record", "r");
        assertThat(run.err()).contains("rr=rr_s*1000");
    }

    @Test
    void twoColumnsForOneHeartAreWrongUsage() throws IOException {
        Path file = file("two.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        List<String> args = List.of(file.toString(), "--rate", "250", "--map", "ecg=a,ecg=b");
        assertThat(CommandRun.of(new AnalyzeCommand(), args.toArray(String[]::new))
                        .exit())
                .isEqualTo(2);
    }
}
