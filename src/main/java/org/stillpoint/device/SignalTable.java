package org.stillpoint.device;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Columns of numbers from a CSV file, packed with gzip or not: one header line, then one row a sample. An empty or
 * unreadable cell is NaN.
 */
final class SignalTable {

    private final List<String> columns;
    private double[][] values;
    private int rows;

    private SignalTable(List<String> columns) {
        this.columns = columns;
        values = new double[columns.size()][4096];
    }

    /** Reads the whole file. @throws DeviceException when it cannot be read or holds no row */
    static SignalTable read(Path file) throws DeviceException {
        try (InputStream bytes = Files.newInputStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                        StandardCharsets.UTF_8))) {
            String header = lines.readLine();
            if (header == null) {
                throw new DeviceException("The signal file " + file + " is empty.");
            }
            SignalTable table = new SignalTable(
                    Arrays.stream(header.split(",", -1)).map(String::trim).toList());
            String line;
            while ((line = lines.readLine()) != null) {
                if (!line.isBlank()) {
                    table.add(line);
                }
            }
            if (table.rows == 0) {
                throw new DeviceException("The signal file " + file + " has a header and no rows.");
            }
            return table;
        } catch (IOException e) {
            throw new DeviceException("The signal file " + file + " cannot be read: check its name and its rights.", e);
        }
    }

    List<String> columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    double value(int row, int column) {
        return values[column][row];
    }

    /** Place of a column; @throws IllegalArgumentException that says which columns there are */
    int column(String name) {
        int at = columns.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "There is no column '" + name + "' in the signal file; it has " + String.join(", ", columns) + ".");
        }
        return at;
    }

    /** {@code ecg_uV} → {@code ecg}; a name without a unit stays. */
    static String bare(String column) {
        int at = column.lastIndexOf('_');
        return at > 0
                        && org.stillpoint.signal.Unit.ofSuffix(column.substring(at + 1))
                                .isPresent()
                ? column.substring(0, at)
                : column;
    }

    private void add(String line) {
        if (rows == values[0].length) {
            for (int c = 0; c < values.length; c++) {
                values[c] = Arrays.copyOf(values[c], rows * 2);
            }
        }
        int from = 0;
        for (int c = 0; c < values.length; c++) {
            int to = from > line.length() ? -1 : line.indexOf(',', from);
            String cell = from > line.length() ? "" : line.substring(from, to < 0 ? line.length() : to);
            values[c][rows] = number(cell.trim());
            from = to < 0 ? line.length() + 1 : to + 1;
        }
        rows++;
    }

    private static double number(String cell) {
        try {
            return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
