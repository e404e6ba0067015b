package org.stillpoint.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.care.PatientCard;
import org.stillpoint.care.SessionResult;
import org.stillpoint.report.SessionNote;
import org.stillpoint.report.SessionReview;
import org.stillpoint.store.Recording;
import org.stillpoint.store.SealedStore;
import org.stillpoint.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report}: what a session leaves, as text. Works beside a running station. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Writes the note or the patient's card of a session as plain text.")
final class ReportCommand implements Callable<Integer> {

    private final GlobalOptions global;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "a session's id")
    private String id;

    @Option(names = "--kind", required = true, paramLabel = "KIND", description = "note or card")
    private String kind;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "where it goes")
    private Path out;

    ReportCommand(GlobalOptions global, Clock clock) {
        this.global = global;
        this.clock = clock;
    }

    @Override
    public Integer call() throws StoreException {
        switch (kind) {
            case "note" -> {}
            case "card" -> {
                String name = out.getFileName() == null ? "" : out.getFileName().toString();
                if (!name.toLowerCase(Locale.ROOT).endsWith(".txt")) {
                    throw new StoreException(
                            "The card's printed form is not there yet: choose a file that ends in .txt for its text.");
                }
            }
            case "team", "plan" ->
                throw new StoreException("The printed " + kind + " report is not there yet: choose note or card.");
            default ->
                throw new ParameterException(
                        spec.commandLine(), "There is no report \"" + kind + "\"; there are: note, card.");
        }
        try (SealedStore store = SealedStore.openForReading(global.data(), clock)) {
            Recording recording = store.recordings().open(id);
            SessionResult result = SessionReview.result(recording);
            write(
                    kind.equals("note")
                            ? SessionNote.text(recording, result)
                            : PatientCard.of(result, recording.header().protocol())
                                    .text());
        }
        spec.commandLine().getOut().print(out + "\n");
        spec.commandLine().getOut().flush();
        return 0;
    }

    /** Whole or not at all: written beside and moved into place. */
    private void write(String text) throws StoreException {
        Path target = out.toAbsolutePath();
        Path part = null;
        try {
            Files.createDirectories(target.getParent());
            part = Files.createTempFile(target.getParent(), ".report-", ".part");
            Files.writeString(part, text, StandardCharsets.UTF_8);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new StoreException("The file " + out + " cannot be written: choose another place.", failed);
        } finally {
            forget(part);
        }
    }

    private static void forget(Path part) {
        try {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        } catch (IOException left) {
            // an empty hidden file stays behind
        }
    }
}
