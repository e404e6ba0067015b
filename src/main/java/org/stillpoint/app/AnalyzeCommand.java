package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.stillpoint.signal.SampleRate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code analyze}: the live pipeline, sample by sample, over a recording made elsewhere. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        description = "Runs the live pipeline, sample by sample, over a recording.")
public final class AnalyzeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A .csv or .csv.gz file with a header line.")
    private Path file;

    @Option(names = "--rate", paramLabel = "HZ", description = "Samples a second; not needed with a column t_s.")
    private Double rateHz;

    @Option(
            names = "--map",
            required = true,
            paramLabel = "ROLE=COL[*FACTOR],...",
            description = "Roles: ecg ppg emg resp resp2 eda temp rr beats label.")
    private String map;

    @Option(names = "--record", paramLabel = "NAME", description = "Name in the metrics; the file's name otherwise.")
    private String record;

    @Option(names = "--beats", paramLabel = "FILE", description = "Write the beats of the ECG.")
    private Path beats;

    @Option(names = "--pulses", paramLabel = "FILE", description = "Write the pulses of the PPG.")
    private Path pulses;

    @Option(names = "--breaths", paramLabel = "FILE", description = "Write the breaths.")
    private Path breaths;

    @Option(names = "--bursts", paramLabel = "FILE", description = "Write the contractions.")
    private Path bursts;

    @Option(names = "--metrics", paramLabel = "FILE", description = "Write the measures as JSON.")
    private Path metrics;

    @Override
    public Integer call() {
        List<ColumnMap> maps;
        try {
            maps = ColumnMap.parse(map);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
        if (rateHz != null && !(rateHz > 0 && rateHz <= SampleRate.MOST_HZ)) {
            throw wrong(
                    "--rate must be a number of samples a second above 0 and up to " + (int) SampleRate.MOST_HZ + ".");
        }
        try {
            return analyze(maps);
        } catch (IOException e) {
            return fail("Cannot write: " + CsvSource.words(e) + ".");
        } catch (OutOfMemoryError e) {
            return fail(file.getFileName()
                    + " does not fit into the memory: set STILLPOINT_JAVA_OPTIONS=-Xmx4g, or map fewer" + " muscles.");
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private int fail(String sentence) {
        spec.commandLine().getErr().println(sentence);
        spec.commandLine().getErr().flush();
        return 1;
    }

    /** The files to write, those not asked for left out. */
    private List<Path> outputs() {
        return Stream.of(beats, pulses, breaths, bursts, metrics)
                .filter(Objects::nonNull)
                .toList();
    }

    private String outputComplaint() {
        List<Path> outputs = outputs();
        for (int i = 0; i < outputs.size(); i++) {
            if (OutputFiles.same(outputs.get(i), file)) {
                throw wrong(outputs.get(i) + " is the recording itself: name another file to write to.");
            }
            for (int k = 0; k < i; k++) {
                if (OutputFiles.same(outputs.get(i), outputs.get(k))) {
                    throw wrong(outputs.get(i) + " is named for two outputs: each needs its own file.");
                }
            }
        }
        return outputs.stream()
                .map(OutputFiles::complaint)
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("");
    }

    private int analyze(List<ColumnMap> maps) throws IOException {
        String name = file.getFileName().toString();
        String complaint = outputComplaint();
        if (!complaint.isEmpty()) {
            return fail(complaint);
        }
        RecordingTable table;
        try {
            CsvHeader header = CsvHeader.read(file);
            complaint = maps.stream()
                    .map(one -> header.complaint(one.column(), name))
                    .filter(one -> !one.isEmpty())
                    .findFirst()
                    .orElse("");
            if (!complaint.isEmpty()) {
                return fail(complaint);
            }
            boolean signals = maps.stream().anyMatch(one -> one.modality().isPresent());
            if (signals && rateHz == null && !header.has("t_s")) {
                throw wrong("--rate is needed: " + name + " has no column t_s"
                        + (header.has("t_ms") ? " (t_ms is not read)." : "."));
            }
            table = new RecordingTable(header, maps, rateHz == null ? Double.NaN : rateHz);
            table.read(file);
        } catch (IOException e) {
            return fail("Cannot read " + file + ": " + CsvSource.words(e) + ".");
        }
        complaint = table.complaint();
        if (!complaint.isEmpty()) {
            return fail("Cannot use " + name + ": " + complaint);
        }
        finish(table);
        return 0;
    }

    private void finish(RecordingTable table) throws IOException {
        Analysis analysis = table.analysis();
        RecordFigures figures = new RecordFigures(analysis);
        String called = record != null ? record : recordName();
        String json = figures.json(called);
        double start = table.startSeconds();
        OutputFiles files = new OutputFiles();
        files.add(beats, first(analysis.columns("ecg")).csv(start, true));
        files.add(pulses, first(analysis.columns("ppg")).csv(start, false));
        files.add(
                breaths,
                analysis.columns("resp", "resp2").stream()
                        .findFirst()
                        .map(SignalColumn::breaths)
                        .orElseGet(FoundBreaths::new)
                        .csv(start));
        files.add(
                bursts,
                FoundBursts.csv(
                        analysis.columns("emg").stream()
                                .map(SignalColumn::bursts)
                                .toList(),
                        start));
        files.add(metrics, json);
        files.write();
        if (outputs().isEmpty()) {
            spec.commandLine().getOut().print(json);
            spec.commandLine().getOut().flush();
        }
        Stream.concat(table.notes().stream(), figures.reasons().stream())
                .forEach(line -> spec.commandLine().getErr().println(printable(called) + ": " + line));
        spec.commandLine().getErr().flush();
    }

    private static FoundBeats first(List<SignalColumn> columns) {
        return columns.isEmpty() ? new FoundBeats() : columns.get(0).beats();
    }

    /** One line stays one line. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private String recordName() {
        return file.getFileName().toString().replaceFirst("\\.csv(\\.gz)?$", "");
    }
}
