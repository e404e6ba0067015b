package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stillpoint.acquisition.SystemClock;

/**
 * What {@code export --format csv} wrote of a session with one device.
 *
 * @param columns names of the value columns
 * @param tSeconds time of each row
 * @param values one array a row; NaN = an empty cell
 */
record ExportedSession(Path folder, JsonNode json, List<String> columns, double[] tSeconds, double[][] values) {

    /** Exports with the command, in this process, and reads the files back. */
    static ExportedSession of(Path data, String id, Path out) throws IOException {
        CommandRun run = run("export", id, "--format", "csv", "--out", out.toString(), "--data", data.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        return read(out.resolve(id));
    }

    static ExportedSession read(Path folder) throws IOException {
        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("session.json").toFile());
        String profile = json.at("/devices/0/profile").asText();
        List<String> lines = Files.readAllLines(folder.resolve("signals-" + profile + ".csv"));
        List<String> header = List.of(lines.get(0).split(","));
        assertThat(header.subList(0, 2)).containsExactly("index", "t_s");
        double[] tSeconds = new double[lines.size() - 1];
        double[][] values = new double[lines.size() - 1][header.size() - 2];
        for (int row = 0; row < tSeconds.length; row++) {
            String[] cells = lines.get(row + 1).split(",", -1);
            if (Long.parseLong(cells[0]) != row) {
                throw new AssertionError("row " + row + " has index " + cells[0]);
            }
            tSeconds[row] = Double.parseDouble(cells[1]);
            for (int c = 2; c < cells.length; c++) {
                values[row][c - 2] = cells[c].isEmpty() ? Double.NaN : Double.parseDouble(cells[c]);
            }
        }
        return new ExportedSession(folder, json, header.subList(2, header.size()), tSeconds, values);
    }

    static CommandRun run(String... args) {
        java.io.StringWriter out = new java.io.StringWriter();
        java.io.StringWriter err = new java.io.StringWriter();
        int exit = CommandLine.of(new SystemClock())
                .setOut(new java.io.PrintWriter(out))
                .setErr(new java.io.PrintWriter(err))
                .execute(args);
        return new CommandRun(exit, out.toString(), err.toString());
    }

    int rows() {
        return values.length;
    }

    int column(String name) {
        assertThat(columns).contains(name);
        return columns.indexOf(name);
    }

    boolean empty(int row) {
        return Arrays.stream(values[row]).allMatch(Double::isNaN);
    }

    long emptyRows() {
        long count = 0;
        for (int row = 0; row < rows(); row++) {
            count += empty(row) ? 1 : 0;
        }
        return count;
    }

    /** The device's code in a cell, exactly. */
    long code(int row, int channel) {
        JsonNode one = json.at("/devices/0/channels/" + channel);
        double code = (values[row][channel] - one.get("offset").asDouble())
                / one.get("scale").asDouble();
        long whole = Math.round(code);
        if (Math.abs(code - whole) > 1e-3) {
            throw new AssertionError("row " + row + ": " + values[row][channel] + " is no code of the device");
        }
        return whole;
    }

    double scale(int channel) {
        return json.at("/devices/0/channels/" + channel + "/scale").asDouble();
    }

    long declaredLost() {
        return json.at("/devices/0/lost").asLong();
    }

    /** Samples of the gaps that are told one by one. */
    long gapSamples() {
        long sum = 0;
        for (JsonNode gap : json.get("gap_list")) {
            sum += gap.get("samples").asLong();
        }
        return sum;
    }

    List<String> gapReasons() {
        return json.get("gap_list").findValuesAsText("reason");
    }

    /** Column {@code t_s} of one of the tables of events. */
    double[] times(String table) throws IOException {
        List<Double> times = new ArrayList<>();
        for (String line :
                Files.readAllLines(folder.resolve(table)).stream().skip(1).toList()) {
            times.add(Double.parseDouble(line.substring(0, line.indexOf(','))));
        }
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
