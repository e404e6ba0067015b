package org.stillpoint.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.care.MeasureResult;
import org.stillpoint.care.PatientCard;
import org.stillpoint.care.SessionResult;
import org.stillpoint.report.ResultJson;
import org.stillpoint.report.SessionJson;
import org.stillpoint.report.SessionReview;
import org.stillpoint.signal.Decimals;
import org.stillpoint.store.DataFolder;
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

/** {@code sessions}: the catalogue of recorded sessions. Listing and showing work beside a running station. */
@Command(
        name = "sessions",
        mixinStandardHelpOptions = true,
        description = "Lists, shows, deletes, moves and recovers recorded sessions.")
public final class SessionsCommand implements Runnable {

    private final GlobalOptions global;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    public SessionsCommand(GlobalOptions global, Clock clock) {
        this.global = global;
        this.clock = clock;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing subcommand: list, show, delete, move or recover.");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "All sessions, oldest first.")
    int list(@Option(names = "--json", description = "one JSON array") boolean json) throws StoreException {
        ArrayNode array = JsonMapper.builder().build().createArrayNode();
        if (global.data().holdsStore()) {
            try (SealedStore store = SealedStore.openForReading(global.data(), clock)) {
                List<StoredSession> sessions = store.sessions().all();
                if (!json) {
                    sessions.forEach(session -> line(row(session)));
                }
                sessions.forEach(session -> array.add(SessionJson.of(session)));
            }
        }
        if (json) {
            print(array);
        } else if (array.isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            err.print("There are no sessions in " + global.data().path() + " yet.\n");
            err.flush();
        }
        return 0;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "One session with its measures.")
    int show(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--json", description = "one JSON object") boolean json)
            throws StoreException {
        try (SealedStore store = SealedStore.openForReading(global.data(), clock)) {
            Recording recording = store.recordings().open(id);
            List<MeasureResult> measures = SessionReview.measures(recording);
            SessionResult result = SessionReview.result(recording);
            PatientCard card = PatientCard.of(result, recording.header().protocol());
            if (json) {
                ObjectNode object = SessionJson.of(recording.session());
                object.set("measures", SessionJson.measures(measures));
                ResultJson.add(object, result);
                ResultJson.addAnswers(object, result.answers());
                ResultJson.addCard(object, card);
                print(object);
            } else {
                line(row(recording.session()));
                recording.session().devices().forEach(device -> line(row(device)));
                if (recording.session().devices().isEmpty()) {
                    line("  No sensor was used: nothing was measured.");
                }
                print(measures);
                line("");
                line(card.text().stripTrailing());
            }
        }
        return 0;
    }

    @Command(name = "delete", mixinStandardHelpOptions = true, description = "Deletes a session for good.")
    int delete(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--yes", required = true, description = "yes, delete it") boolean yes)
            throws StoreException {
        try (SealedStore store = existing()) {
            store.sessions().delete(id);
        }
        return 0;
    }

    @Command(name = "move", mixinStandardHelpOptions = true, description = "Gives a session to another patient.")
    int move(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--patient", required = true, paramLabel = "CODE", description = "whose it is")
                    String patient)
            throws StoreException {
        try (SealedStore store = existing()) {
            store.sessions().move(id, patient);
        }
        return 0;
    }

    @Command(
            name = "recover",
            mixinStandardHelpOptions = true,
            description = "Ends the sessions whose station was killed, and prints how many.")
    int recover() throws StoreException {
        int count = 0;
        if (global.data().holdsStore()) {
            try (SealedStore store = SealedStore.open(global.data(), clock)) {
                count = store.recovered().size();
            }
        }
        line(Integer.toString(count));
        return 0;
    }

    /** Opens for writing what is there; never makes a store in a folder that was named by mistake. */
    private SealedStore existing() throws StoreException {
        DataFolder folder = global.data();
        if (!folder.holdsStore()) {
            throw new StoreException(
                    "There are no recordings in " + folder.path() + ": choose the right folder with --data.");
        }
        return SealedStore.open(folder, clock);
    }

    private void print(JsonNode json) {
        try {
            line(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(json)
                    .replace("\r\n", "\n"));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void line(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text + "\n");
        out.flush();
    }

    /** Phase by phase; in a phase, what is absent for one reason shares a line. */
    private void print(List<MeasureResult> measures) {
        Map<String, List<String>> absent = new LinkedHashMap<>();
        MeasureResult before = null;
        for (MeasureResult measure : measures) {
            boolean begins = before == null
                    || !measure.phase().equals(before.phase())
                    || measure.fromSeconds() != before.fromSeconds();
            if (begins) {
                print(absent);
                if (!measure.phase().isEmpty()) {
                    line(String.format(Locale.ROOT, "  %s, from %.0f s", measure.phase(), measure.fromSeconds()));
                }
            }
            if (Double.isNaN(measure.value()) && measure.name().contains(".")) {
                absent.computeIfAbsent(measure.reason(), reason -> new ArrayList<>())
                        .add(measure.title());
            } else {
                line((measure.phase().isEmpty() ? "" : "  ") + row(measure));
            }
            before = measure;
        }
        print(absent);
    }

    private void print(Map<String, List<String>> absent) {
        absent.forEach((reason, titles) -> line("    - (" + reason + "): " + String.join("; ", titles)));
        absent.clear();
    }

    private static String row(StoredSession session) {
        String protocol = session.header().protocol() == null
                ? "-"
                : session.header().protocol().id();
        return String.format(
                Locale.ROOT,
                "%s  %-11s  %s  %7.1f s  %-16s  %s",
                session.id(),
                session.state().word(),
                session.header().startedAt().format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx")),
                session.seconds(),
                protocol,
                session.patient().code());
    }

    private static String row(StoredSession.DeviceTotal device) {
        return "  " + device.device().profile() + ": " + device.samples() + " samples, " + device.lost() + " lost, "
                + Decimals.text(device.device().rateHz()) + " Hz";
    }

    private static String row(MeasureResult measure) {
        return "  " + measure.title() + ": "
                + (Double.isNaN(measure.value())
                        ? "- (" + measure.reason() + ")"
                        : String.format(Locale.ROOT, "%.3g %s", measure.value(), measure.unit()));
    }
}
