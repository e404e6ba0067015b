package org.stillpoint.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.report.ReplayCheck;
import org.stillpoint.signal.Decimals;
import org.stillpoint.store.Recording;
import org.stillpoint.store.SealedStore;
import org.stillpoint.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: a session computed anew from its samples, against what was stored. Works beside a running station. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Computes a session again from its samples and compares with what was stored.")
final class ReplayCommand implements Callable<Integer> {

    private static final int NOT_IDENTICAL = 1;

    private final GlobalOptions global;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "a session's id")
    private String id;

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    ReplayCommand(GlobalOptions global, Clock clock) {
        this.global = global;
        this.clock = clock;
    }

    @Override
    public Integer call() throws StoreException {
        ReplayCheck check;
        try (SealedStore store = SealedStore.openForReading(global.data(), clock)) {
            Recording recording = store.recordings().open(id);
            check = ReplayCheck.of(recording);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(json(check).toPrettyString().replace("\r\n", "\n") + "\n");
        } else {
            out.print(check.compared() + " numbers compared, "
                    + check.differences().size() + " differ\n");
            check.differences().forEach(one -> out.print(row(one)));
        }
        out.flush();
        if (check.compared() == 0) {
            PrintWriter err = spec.commandLine().getErr();
            err.print("No numbers are stored with this session, so there was nothing to compare.\n");
            err.flush();
        }
        return check.identical() ? 0 : NOT_IDENTICAL;
    }

    private ObjectNode json(ReplayCheck check) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("id", id);
        object.put("identical", check.identical());
        object.put("compared", check.compared());
        ArrayNode differences = object.putArray("differences");
        for (ReplayCheck.Difference one : check.differences()) {
            ObjectNode difference = differences.addObject().put("name", one.name());
            number(difference, "stored", one.stored());
            number(difference, "recomputed", one.recomputed());
            difference.put("version", one.version().isEmpty() ? null : one.version());
        }
        return object;
    }

    private static void number(ObjectNode json, String key, double value) {
        if (Double.isFinite(value)) {
            json.put(key, value);
        } else {
            json.putNull(key);
        }
    }

    private static String row(ReplayCheck.Difference one) {
        return "  " + one.name() + ": " + text(one.stored()) + ", again " + text(one.recomputed()) + "\n";
    }

    private static String text(double value) {
        return Double.isFinite(value) ? Decimals.text(value) : "absent";
    }
}
