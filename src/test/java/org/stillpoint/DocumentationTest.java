package org.stillpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stillpoint.app.CommandNames;
import org.stillpoint.metric.Ground;
import org.stillpoint.metric.Metrics;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Noise;
import org.stillpoint.signal.Unit;

/** Holds the pages of the documentation against what is there. */
class DocumentationTest {

    private static final Path PAGES = Path.of("src/site/markdown");
    private static final Path DECISIONS = PAGES.resolve("decisions");

    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^## `([a-z-]+)`$");
    private static final Pattern SUBCOMMAND = Pattern.compile("(?m)^\\| `sessions ([a-z]+)");
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^ {4}(?:.*\\| )?stillpoint ([a-z-]+)");
    private static final Pattern OPTION = Pattern.compile("(?m)^\\| `(--[a-z-]+)");
    private static final Pattern PROOF = Pattern.compile("`([A-Z][A-Za-z]+Test)\\.([a-z][A-Za-z0-9]+)`");
    private static final List<String> PARTS = List.of("## Question", "## Options", "## Choice", "## What it costs");

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        List<Path> pages = new ArrayList<>(under(PAGES));
        pages.add(Path.of("README.md"));
        for (Path page : pages) {
            for (String link : found(LINK, Files.readString(page))) {
                if (!link.matches("[a-z]+:.*") && !leadsSomewhere(page, link)) {
                    broken.add(page + ": " + link);
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    private static boolean leadsSomewhere(Path page, String link) {
        Path folder = page.getParent() == null ? Path.of("") : page.getParent();
        Path target = folder.resolve(link).normalize();
        return Files.exists(target);
    }

    @Test
    void everyCommandHasItsSectionAndEverySectionItsCommand() throws IOException {
        String page = Files.readString(PAGES.resolve("command-line.md"));
        Set<String> documented = new TreeSet<>(found(HEADING, page));
        found(SUBCOMMAND, page).forEach(name -> documented.add("sessions " + name));

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(CommandNames.all().keySet());
    }

    @Test
    void everyCommandOfAnExampleIsThere() throws IOException {
        Set<String> commands = CommandNames.all().keySet();
        for (Path page : under(PAGES)) {
            assertThat(found(EXAMPLE, Files.readString(page)))
                    .as(page.toString())
                    .allMatch(commands::contains);
        }
    }

    @Test
    void everyOptionInASectionIsOneOfItsCommand() throws IOException {
        String page = Files.readString(PAGES.resolve("command-line.md"));
        Map<String, Set<String>> commands = CommandNames.all();
        for (String section : page.split("(?m)(?=^## )")) {
            for (String command : found(HEADING, section)) {
                assertThat(commands.getOrDefault(command, Set.of())).as(command).containsAll(found(OPTION, section));
            }
        }
    }

    @Test
    void everyProfileIsOnTheDevicesPage() throws IOException {
        String page = Files.readString(PAGES.resolve("devices.md"));
        try (Stream<Path> folders = Files.list(Path.of("devices"))) {
            assertThat(folders.filter(Files::isDirectory))
                    .isNotEmpty()
                    .allMatch(folder -> page.contains("| `" + folder.getFileName() + "` |"));
        }
    }

    @Test
    void everyKeyOfAProfileIsOnTheDevicesPage() throws IOException {
        String page = Files.readString(PAGES.resolve("devices.md"));
        JsonNode schema = new ObjectMapper()
                .readTree(Path.of("src/main/resources/org/stillpoint/device/profile.schema.json")
                        .toFile());
        Set<String> keys = new TreeSet<>();
        collectKeys(schema, keys);

        assertThat(keys)
                .hasSizeGreaterThan(30)
                .allMatch(key ->
                        Pattern.compile("\\b" + key + "\\b").matcher(page).find());
    }

    @Test
    void everyMeasureIsOnTheMeasuresPage() throws IOException {
        String page = Files.readString(PAGES.resolve("measures.md"));
        Channel muscle = new Channel("x", "x", Modality.EMG, Unit.MICROVOLT, 1, 0, 0, 1, Noise.UNKNOWN);
        Ground ground = new Ground(muscle, 1000, 0.25);

        assertThat(Metrics.all())
                .extracting(measure -> measure.metric(ground).id().replace("@x", ""))
                .allMatch(id -> page.contains("`" + id + "`") || page.contains("`" + id + "@"));
    }

    private static void collectKeys(JsonNode schema, Set<String> keys) {
        schema.path("properties").fieldNames().forEachRemaining(keys::add);
        schema.forEach(part -> collectKeys(part, keys));
    }

    @Test
    void everyDecisionHasItsNumberAndItsFourParts() throws IOException {
        List<Path> decisions = under(DECISIONS);
        assertThat(decisions).isNotEmpty();
        for (Path decision : decisions) {
            List<String> lines = Files.readAllLines(decision);
            int number = Integer.parseInt(decision.getFileName().toString().substring(0, 4));

            assertThat(lines.get(0)).startsWith("# " + number + ". ");
            assertThat(lines.stream().filter(line -> line.startsWith("## ")))
                    .as(decision.toString())
                    .containsExactlyElementsOf(PARTS);
        }
    }

    @Test
    void everyProofThatIsNamedIsATest() throws IOException {
        String page = Files.readString(PAGES.resolve("reliability.md"));
        List<Path> tests = under(Path.of("src/test/java"));
        Matcher proof = PROOF.matcher(page);
        int proofs = 0;
        while (proof.find()) {
            String file = proof.group(1) + ".java";
            String method = "void " + proof.group(2) + "(";
            proofs++;
            assertThat(tests.stream().filter(test -> test.endsWith(file)))
                    .as(proof.group())
                    .hasSize(1)
                    .allMatch(test -> read(test).contains(method));
        }

        assertThat(proofs).isGreaterThan(20);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> under(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
