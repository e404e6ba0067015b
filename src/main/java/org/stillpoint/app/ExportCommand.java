package org.stillpoint.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.report.ExportFormat;
import org.stillpoint.report.ExportFormats;
import org.stillpoint.report.ExportIdentity;
import org.stillpoint.store.Recording;
import org.stillpoint.store.SealedStore;
import org.stillpoint.store.StoreException;
import org.stillpoint.store.StoredSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export}: recorded sessions as files in an open format. Works beside a running station. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes recorded sessions as files in an open format.")
public final class ExportCommand implements Callable<Integer> {

    private static final String ALL = "all";

    private final GlobalOptions global;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID|all", description = "a session's id, or all")
    private String id;

    @Option(names = "--patient", paramLabel = "CODE", description = "with all: only this patient's sessions")
    private String patient;

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "csv")
    private String format;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the files")
    private Path out;

    @Option(names = "--pseudonymise", description = "a pseudonym for the patient, no date, no notes")
    private boolean pseudonymise;

    public ExportCommand(GlobalOptions global, Clock clock) {
        this.global = global;
        this.clock = clock;
    }

    @Override
    public Integer call() throws StoreException {
        ExportFormat chosen = ExportFormats.of(format)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no format \"" + format + "\"; there are: "
                                + ExportFormats.all().stream()
                                        .map(ExportFormat::id)
                                        .collect(Collectors.joining(", "))
                                + "."));
        if (patient != null && !id.equals(ALL)) {
            throw new ParameterException(spec.commandLine(), "--patient goes with all, not with an id.");
        }
        try (SealedStore store = SealedStore.openForReading(global.data(), clock)) {
            List<StoredSession> sessions = store.sessions().all();
            List<String> ids = chosen(sessions);
            if (ids.isEmpty() && patient != null) {
                throw new StoreException("There is no session of that patient in this data folder: see the codes"
                        + " with `stillpoint sessions list`.");
            }
            for (String one : ids) {
                export(store, sessions, one, chosen);
            }
        }
        return 0;
    }

    private List<String> chosen(List<StoredSession> sessions) {
        if (!id.equals(ALL)) {
            return List.of(id);
        }
        return sessions.stream()
                .filter(session -> patient == null || session.patient().code().equals(patient.strip()))
                .map(StoredSession::id)
                .toList();
    }

    private void export(SealedStore store, List<StoredSession> sessions, String one, ExportFormat chosen)
            throws StoreException {
        Recording recording = store.recordings().open(one);
        try {
            PrintWriter results = spec.commandLine().getOut();
            for (Path file : chosen.export(recording, identity(store, sessions, recording), out)) {
                results.print(file + "\n");
            }
            results.flush();
        } catch (FileAlreadyExistsException other) {
            if (!Files.isDirectory(out)) {
                throw new StoreException(out + " is a file and no folder: choose another one.", other);
            }
            throw new StoreException(
                    "In " + out + " there is already something else called " + one + ": choose another folder.", other);
        } catch (IOException failed) {
            throw new StoreException(
                    "The folder " + out + " cannot be written (" + failed.getMessage() + "): choose another one.",
                    failed);
        }
    }

    private ExportIdentity identity(SealedStore store, List<StoredSession> sessions, Recording recording) {
        if (!pseudonymise) {
            return ExportIdentity.open(recording);
        }
        Optional<StoredSession> first = sessions.stream()
                .filter(session -> session.patient()
                        .id()
                        .equals(recording.session().patient().id()))
                .min((a, b) -> a.header().startedAt().compareTo(b.header().startedAt()));
        return ExportIdentity.pseudonym(
                store.patients().pseudonym(recording.session().patient()),
                recording,
                first.orElseThrow().header().startedAt());
    }
}
