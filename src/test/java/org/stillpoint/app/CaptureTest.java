package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of {@code devices} holds bytes as its device sends them and what they decode to. */
class CaptureTest {

    private static final Path DEVICES = Path.of("devices");

    static List<String> devices() throws IOException {
        try (Stream<Path> folders = Files.list(DEVICES)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("devices")
    void theCapturedBytesDecodeToWhatIsExpected(String device) throws IOException {
        Path folder = DEVICES.resolve(device);
        CommandRun run = ExportedSession.run(
                "decode", device, folder.resolve("capture.bin").toString());
        assertThat(run.exit()).as(run.err()).isZero();
        String expected = Files.readString(folder.resolve("expected.csv"), StandardCharsets.UTF_8);
        assertThat(run.out().lines()).containsExactlyElementsOf(expected.lines().toList());
        assertThat(expected.lines()).as("rows with values").hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("devices")
    void theReadmeSaysWhereTheBytesAreFrom(String device) throws IOException {
        assertThat(Files.readString(DEVICES.resolve(device).resolve("README.md")))
                .contains("`capture.bin`")
                .containsPattern("made by the emulator|recorded from a real");
    }
}
