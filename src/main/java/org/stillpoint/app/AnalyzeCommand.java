package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
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
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        if (rateHz != null && !(rateHz > 0 && rateHz < 1e7)) {
            throw new ParameterException(spec.commandLine(), "--rate must be a positive number of samples a second.");
        }
        try {
            return analyze(maps);
        } catch (IOException e) {
            return fail("Cannot read or write: " + reason(e) + ".");
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.NoSuchFileException ? "there is no file " + e.getMessage() : e.getMessage();
    }

    private int fail(String sentence) {
        spec.commandLine().getErr().println(sentence);
        spec.commandLine().getErr().flush();
        return 1;
    }

    private int analyze(List<ColumnMap> maps) throws IOException {
        List<String> header = CsvColumns.header(file);
        for (ColumnMap one : maps) {
            if (!header.contains(one.column())) {
                return fail("There is no column \"" + one.column() + "\" in " + file.getFileName() + "; it has: "
                        + String.join(", ", header) + ".");
            }
        }
        boolean signals = maps.stream().anyMatch(one -> one.modality().isPresent());
        boolean timed = header.contains("t_s");
        if (signals && rateHz == null && !timed) {
            throw new ParameterException(
                    spec.commandLine(), "--rate is needed: " + file.getFileName() + " has no column t_s.");
        }
        List<String> numbers = new ArrayList<>();
        List<String> words = new ArrayList<>();
        maps.forEach(one -> (one.role().equals("label") ? words : numbers).add(one.column()));
        if (timed) {
            numbers.add("t_s");
        }
        CsvColumns columns = CsvColumns.read(file, numbers, words);
        double[] t = timed ? columns.numbers("t_s") : null;
        double rate = rateHz != null ? rateHz : t != null ? measuredRate(t) : Double.NaN;
        if (signals && !(rate > 0)) {
            return fail("The column t_s of " + file.getFileName() + " does not rise: give --rate.");
        }
        Analysis analysis = new Analysis(maps, columns, rate, rateHz == null ? t : null);
        analysis.run();
        List<String> reasons = new ArrayList<>();
        String json = analysis.metrics(record != null ? record : recordName(), reasons);
        write(beats, analysis.beats());
        write(pulses, analysis.pulses());
        write(breaths, analysis.breaths());
        write(bursts, analysis.bursts());
        write(metrics, json);
        if (beats == null && pulses == null && breaths == null && bursts == null && metrics == null) {
            spec.commandLine().getOut().print(json);
            spec.commandLine().getOut().flush();
        }
        reasons.forEach(line -> spec.commandLine().getErr().println(line));
        spec.commandLine().getErr().flush();
        return 0;
    }

    private String recordName() {
        return file.getFileName().toString().replaceFirst("\\.csv(\\.gz)?$", "");
    }

    /** One over the median step of the first ten thousand rows. */
    private static double measuredRate(double[] t) {
        int n = Math.min(t.length, 10000);
        double[] steps = new double[Math.max(0, n - 1)];
        for (int i = 1; i < n; i++) {
            steps[i - 1] = t[i] - t[i - 1];
        }
        Arrays.sort(steps);
        return steps.length == 0 ? Double.NaN : 1 / steps[steps.length / 2];
    }

    /** Into a temporary neighbour, then moved: nobody ever finds half a file. */
    private static void write(Path to, String text) throws IOException {
        if (to == null) {
            return;
        }
        Path whole = to.toAbsolutePath();
        Path neighbour = Files.createTempFile(whole.getParent(), ".analyze", ".part");
        try {
            Files.writeString(neighbour, text);
            Files.move(neighbour, whole, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(neighbour);
        }
    }
}
