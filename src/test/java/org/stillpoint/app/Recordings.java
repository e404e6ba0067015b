package org.stillpoint.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** One of the reference recordings: columns of numbers. They are not part of the project. */
record Recordings(String file, List<String> columns, List<double[]> rows) {

    /** The folder of the recordings; ends the test as skipped, with one line, where it is absent. */
    static Path folder() {
        String folder = System.getProperty("reference.data", "");
        if (folder.isBlank()) {
            System.out.println("The reference recordings are absent: name their folder with -Dreference.data=DIR.");
        }
        assumeTrue(!folder.isBlank(), "the reference recordings are absent");
        return Path.of(folder);
    }

    static Recordings read(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<String> columns = List.of(lines.readLine().split(","));
            List<double[]> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                double[] row = new double[columns.size()];
                for (int c = 0; c < row.length; c++) {
                    row[c] = cells[c].isEmpty() ? Double.NaN : Double.parseDouble(cells[c]);
                }
                rows.add(row);
            }
            return new Recordings(file.toString(), columns, rows);
        }
    }

    /** A cell; after the last row comes the first. */
    double value(String column, long row) {
        return rows.get((int) (row % rows.size()))[columns.indexOf(column)];
    }
}
