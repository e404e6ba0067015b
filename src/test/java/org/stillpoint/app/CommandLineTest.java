package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.acquisition.SystemClock;

/** What holds for all commands, and how they refuse. */
class CommandLineTest {

    @TempDir
    private Path folder;

    private CommandRun run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = CommandLine.of(new SystemClock())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
        return new CommandRun(exit, out.toString(), err.toString());
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static String standardErrorOf(Runnable work) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theHelpOfEveryCommandSaysNothingOnStandardError() {
        String err = standardErrorOf(() -> CommandLine.of(new SystemClock()).getSubcommands().entrySet().stream()
                .filter(command ->
                        !command.getValue().getCommandSpec().usageMessage().hidden())
                .forEach(command ->
                        assertThat(run(command.getKey(), "--help").exit()).isZero()));
        assertThat(err).isEmpty();
    }

    @Test
    void controlCharactersOfAnArgumentNeverReachTheTerminal() {
        String err =
                standardErrorOf(() -> CommandLine.of(new SystemClock()).execute("decode", "\u001b]0;title\u0007", "-"));
        assertThat(err).contains("?]0;title?").doesNotContain("\u001b", "\u0007");
    }

    @Test
    void resultsThatCannotBeWrittenAreAFailure() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        StringWriter err = new StringWriter();
        int exit = CommandLine.of(new SystemClock())
                .setOut(new PrintWriter(full))
                .setErr(new PrintWriter(err))
                .execute("profiles", "--json", "--data", data());
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("could not be written");
    }

    @Test
    void anEmptyDataFolderIsWrongUsageAndNeverTheWorkingFolder() {
        assertThat(run("sessions", "list", "--data", "").exit()).isEqualTo(2);
    }

    @Test
    void recordOfWhatIsNotThereIsWrongUsage() {
        assertThat(run("record", "--profile", "toaster", "--data", data()).exit())
                .isEqualTo(2);
        assertThat(run("record", "--profile", "bitalino", "--data", data()).exit())
                .isEqualTo(2);
    }

    @Test
    void recordRefusesChannelsThatTheSimulatedPatientWouldIgnore() {
        CommandRun run =
                run("record", "--profile", "simulated", "--channels", "ecg", "--seconds", "1", "--data", data());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--channels");
    }

    @Test
    void recordOfLessThanOneSampleNamesNoSession() {
        CommandRun run = run("record", "--profile", "simulated", "--seconds", "0.0001", "--data", data());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void emulateTakesTheLeadOffOfTheContractOnEveryDevice() {
        CommandRun run = run("emulate", "bitalino", "--fault", "leadoff=ch1:5s@10s", "--seconds", "0.01");
        assertThat(run.err()).doesNotContain("ch1");
        assertThat(run("emulate", "bitalino", "--fault", "leadoff=ch7:5s@10s").exit())
                .isEqualTo(2);
    }

    @Test
    void exportOfAPatientWithoutSessionsFailsAndDoesNotRepeatTheCode() throws Exception {
        assertThat(run("record", "--profile", "simulated", "--seconds", "0.2", "--data", data())
                        .exit())
                .isZero();
        CommandRun run =
                run("export", "all", "--patient", "CANARY", "--format", "csv", "--out", data(), "--data", data());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("no session of that patient").doesNotContain("CANARY");
    }

    @Test
    void exportIntoAFileSaysThatItIsNoFolder() throws Exception {
        String id = run("record", "--profile", "simulated", "--seconds", "0.2", "--data", data())
                .out()
                .strip();
        Path file = Files.writeString(folder.resolve("a file"), "mine");
        CommandRun run = run("export", id, "--format", "csv", "--out", file.toString(), "--data", data());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("is a file and no folder");
    }

    @Test
    void demoIntoAFileSaysThatItIsNoFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("a file"), "mine");
        CommandRun run = run("demo", "--headless", "--out", file.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("is a file and no folder");
    }

    @Test
    void doctorIsBlockedWhereNoDataFolderCanBeMade() throws Exception {
        Path file = Files.writeString(folder.resolve("a file"), "mine");
        CommandRun run = run("doctor", "--data", file.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("blocked").contains("cannot be made or written");
    }

    @Test
    void doctorSeesAKeyFileThatOthersMayRead() throws Exception {
        run("record", "--profile", "simulated", "--seconds", "0.2", "--data", data());
        Path key = Path.of(data(), "station.key");
        if (!Files.getFileStore(key).supportsFileAttributeView("posix")) {
            return;
        }
        assertThat(run("doctor", "--data", data()).out()).doesNotContain("key file");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(run("doctor", "--data", data()).out()).contains("may read the key file");
    }
}
