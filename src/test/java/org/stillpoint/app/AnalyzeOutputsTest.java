package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code analyze} writes is there whole or not at all. */
class AnalyzeOutputsTest {

    @TempDir
    Path folder;

    private Path recording;

    @BeforeEach
    void aRecording() throws IOException {
        recording = Files.writeString(folder.resolve("rr.csv"), "rr_ms\n800\n850\n800\n870\n");
    }

    private CommandRun run(String... options) {
        return CommandRun.of(
                new AnalyzeCommand(),
                Stream.concat(Stream.of(recording.toString(), "--map", "rr=rr_ms"), Stream.of(options))
                        .toArray(String[]::new));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String in(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void filesAreAsOpenAsThoseOfOtherPrograms() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no permissions here");
        run("--metrics", in("m.json"));
        Path other = Files.createFile(folder.resolve("other"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("m.json"))))
                .isEqualTo(PosixFilePermissions.toString(Files.getPosixFilePermissions(other)));
    }

    @Test
    void whenTheLastCannotBeMovedNothingIsLeftAndWhatWasThereComesBack() throws IOException {
        Files.writeString(folder.resolve("old.csv"), "before");
        Path blocked = Files.createDirectory(folder.resolve("blocked"));
        Files.writeString(blocked.resolve("inside"), "x");
        OutputFiles files = new OutputFiles();
        files.add(folder.resolve("old.csv"), "after");
        files.add(folder.resolve("new.csv"), "new");
        files.add(folder.resolve("none").resolve("x.csv"), "never");
        assertThatThrownBy(files::write).isInstanceOf(IOException.class);
        assertThat(names()).containsExactly("blocked", "old.csv", "rr.csv");
        assertThat(folder.resolve("old.csv")).hasContent("before");
    }

    @Test
    void aMoveThatFailsTakesTheOthersBack() throws IOException {
        Files.writeString(folder.resolve("old.csv"), "before");
        Path last = folder.resolve("last.csv");
        OutputFiles files = new OutputFiles();
        files.add(folder.resolve("old.csv"), "after");
        files.add(folder.resolve("new.csv"), "new");
        files.add(last, "never");
        assertThatThrownBy(() -> files.write(to -> {
                    if (to.equals(last.toAbsolutePath())) {
                        throw new IOException("no room");
                    }
                }))
                .hasMessage("no room");
        assertThat(names()).containsExactly("old.csv", "rr.csv");
        assertThat(folder.resolve("old.csv")).hasContent("before");
    }

    @Test
    void whatIsReplacedLeavesNoSecondCopy() throws IOException {
        Files.writeString(folder.resolve("m.json"), "before");
        assertThat(run("--metrics", in("m.json")).exit()).isZero();
        assertThat(folder.resolve("m.json")).content().contains("time.mean_nn");
        assertThat(names()).containsExactly("m.json", "rr.csv");
    }

    @Test
    void oneFileForTwoOutputsIsWrongUsage() throws IOException {
        assertThat(run(
                                "--beats",
                                in("x"),
                                "--metrics",
                                folder.resolve("sub/../x").toString())
                        .exit())
                .isEqualTo(2);
        assertThat(names()).containsExactly("rr.csv");
    }

    @Test
    void theRecordingItselfIsNoOutput() throws IOException {
        Files.createLink(folder.resolve("again.csv"), recording);
        assertThat(run("--metrics", recording.toString()).exit()).isEqualTo(2);
        assertThat(run("--metrics", in("again.csv")).exit()).isEqualTo(2);
        assertThat(recording).content().startsWith("rr_ms");
    }

    @Test
    void aFolderThatIsNotThereIsSaidBeforeAnythingIsRead() throws IOException {
        CommandRun run = run("--metrics", in("none/m.json"), "--beats", in("b.csv"));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).hasLineCount(1).contains("There is no folder").contains("none");
        assertThat(names()).containsExactly("rr.csv");
    }

    @Test
    void aPipeOrDeviceIsWrittenToAndNotReplaced() {
        Path sink = Path.of("/dev/null");
        assumeTrue(Files.exists(sink), "no such device here");
        assertThat(run("--metrics", sink.toString(), "--beats", sink.toString()).exit())
                .isZero();
        assertThat(Files.isRegularFile(sink)).isFalse();
    }
}
