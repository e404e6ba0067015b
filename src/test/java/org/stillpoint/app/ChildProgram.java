package org.stillpoint.app;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, as a shell would start it; its output is kept in files. */
final class ChildProgram implements AutoCloseable {

    /** Longer than anything takes on a machine that is busy with other work. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final int SIGTERM_EXIT = 143;

    private final Process process;
    private final Path out;
    private final Path err;

    private ChildProgram(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts {@code stillpoint ARGS}; {@code folder} takes the files of its output. */
    static ChildProgram start(Path folder, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx256m",
                "-Dstillpoint.home=" + Path.of("").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        Path out = Files.createTempFile(folder, args[0] + "-", ".out");
        Path err = Files.createTempFile(folder, args[0] + "-", ".err");
        Process process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new ChildProgram(process, out, err);
    }

    /** The first whole line of its standard output; waits for it. */
    String firstLine() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .failFast("the program ended without a line", () -> !process.isAlive() && !out().contains("\n"))
                .until(() -> out().contains("\n"));
        String text = out();
        return text.substring(0, text.indexOf('\n'));
    }

    /** Waits for its end. */
    int exit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the program does not end: " + out() + err());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    String out() {
        return text(out);
    }

    String err() {
        return text(err);
    }

    /** Sends a signal by name, for instance {@code INT}. */
    void signal(String name) throws IOException {
        new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + process.pid())
                .inheritIO()
                .start()
                .onExit()
                .join();
    }

    void kill() {
        process.destroyForcibly();
        exit();
    }

    /** Asks it to end and waits. */
    void stop() {
        process.destroy();
        int code = exit();
        if (code != 0 && code != SIGTERM_EXIT) {
            throw new AssertionError("it ended with " + code + ": " + err());
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
