package org.stillpoint.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stillpoint.store.ProtocolFiles;
import org.stillpoint.store.StoreException;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.Script;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simulate}: a protocol against simulated patients in accelerated time, what it concluded beside what is true. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Runs a protocol against simulated patients and holds what it found against what is true.")
final class SimulateCommand implements Callable<Integer> {

    private static final int MOST_PATIENTS = 100_000;

    /**
     * One person, as printed.
     *
     * @param index 0 = the first
     * @param truth what is true of the model
     * @param concluded what the exercise found
     */
    record Outcome(int index, Map<String, Object> truth, Map<String, Object> concluded) {}

    private final GlobalOptions global;
    private final Hardware hardware;

    @Spec
    private CommandSpec spec;

    @Option(names = "--protocol", paramLabel = "ID", required = true, description = "id of a protocol")
    private String protocolId;

    @Option(names = "--patients", paramLabel = "N", description = "how many people, 10 by default")
    private int patients = 10;

    @Option(names = "--seed", paramLabel = "S", description = "the same number gives the same people, 1 by default")
    private long seed = 1;

    @Option(names = "--json", description = "one JSON object {protocol, seed, patients: [{index, truth, concluded}]}")
    private boolean json;

    SimulateCommand(GlobalOptions global, Hardware hardware) {
        this.global = global;
        this.hardware = hardware;
    }

    @Override
    public Integer call() throws IOException {
        if (patients < 1 || patients > MOST_PATIENTS) {
            throw new ParameterException(
                    spec.commandLine(), "--patients takes a number from 1 to " + MOST_PATIENTS + ", not " + patients);
        }
        ProtocolFiles protocols = hardware.protocols(global.data());
        Protocol protocol;
        try {
            protocol = protocols.named(protocolId);
        } catch (StoreException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage());
        }
        List<Outcome> outcomes =
                outcomes(protocol, hardware.scripts(global.data()).all(), seed, patients);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> whole = new LinkedHashMap<>();
            whole.put("protocol", protocol.id());
            whole.put("seed", seed);
            whole.put("patients", outcomes);
            out.print(new ObjectMapper()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsString(whole) + "\n");
        } else {
            table(outcomes).forEach(line -> out.print(line + "\n"));
        }
        out.flush();
        return 0;
    }

    /** Runs all sessions of a protocol that names no script. */
    static List<Outcome> outcomes(Protocol protocol, long seed, int patients) {
        return outcomes(protocol, Script.NONE, seed, patients);
    }

    /** Runs all sessions, as many at once as there are processors; the order and the figures do not depend on that. */
    static List<Outcome> outcomes(Protocol protocol, Map<String, Script> scripts, long seed, int patients) {
        SimulatedCase who = SimulatedCases.of(protocol);
        return IntStream.range(0, patients)
                .parallel()
                .mapToObj(index -> {
                    SimulatedSession session =
                            new SimulatedSession(protocol, who, who.person(seed, index, patients), scripts).run();
                    return new Outcome(index, who.truth(session), who.concluded(session));
                })
                .toList();
    }

    /** Columns as wide as what stands in them; the last one, a sentence, as it is. */
    private static List<String> table(List<Outcome> outcomes) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("#"));
        head.addAll(outcomes.get(0).truth().keySet());
        head.addAll(outcomes.get(0).concluded().keySet());
        rows.add(head);
        for (Outcome outcome : outcomes) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(outcome.index())));
            outcome.truth().values().forEach(value -> row.add(cell(value)));
            outcome.concluded().values().forEach(value -> row.add(cell(value)));
            rows.add(row);
        }
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int c = 0; c < row.size(); c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(c ->
                                row.get(c) + " ".repeat(widths[c] - row.get(c).length()))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .toList();
    }

    private static String cell(Object value) {
        if (value == null) {
            return "-";
        }
        if (value instanceof Double number) {
            return String.format(Locale.ROOT, "%.2f", number);
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? "-" : list.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
        return value.toString();
    }
}
