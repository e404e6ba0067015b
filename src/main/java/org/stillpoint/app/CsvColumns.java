package org.stillpoint.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Columns of numbers from a CSV file with a header line, plain or gzip. Empty fields, words and broken numbers are NaN;
 * a column can also be read as words.
 */
final class CsvColumns {

    private static final double[] TENS = new double[23];

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = TENS[i - 1] * 10;
        }
    }

    private final List<String> names;
    private final double[][] values;
    private final List<List<String>> words = new ArrayList<>();
    private final boolean[] wanted;
    private final boolean[] wordy;
    private int rows;

    private CsvColumns(List<String> names) {
        this.names = names;
        values = new double[names.size()][];
        wanted = new boolean[names.size()];
        wordy = new boolean[names.size()];
        names.forEach(name -> words.add(new ArrayList<>()));
    }

    /** The names in the header line. @throws IOException if the file cannot be read or is empty */
    static List<String> header(Path file) throws IOException {
        try (InputStream in = open(file)) {
            byte[] line = in.readNBytes(65536);
            int end = 0;
            while (end < line.length && line[end] != '\n') {
                end++;
            }
            String text = new String(line, 0, end, StandardCharsets.UTF_8).strip();
            if (text.isEmpty()) {
                throw new IOException("the file has no header line");
            }
            List<String> names = new ArrayList<>();
            for (String name : (text.startsWith("\ufeff") ? text.substring(1) : text).split(",", -1)) {
                String bare = name.strip();
                names.add(
                        bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")
                                ? bare.substring(1, bare.length() - 1)
                                : bare);
            }
            return names;
        }
    }

    /** Reads the wanted columns; the others are skipped. */
    static CsvColumns read(Path file, List<String> numbers, List<String> texts) throws IOException {
        CsvColumns columns = new CsvColumns(header(file));
        for (int i = 0; i < columns.names.size(); i++) {
            columns.wanted[i] = numbers.contains(columns.names.get(i));
            columns.wordy[i] = texts.contains(columns.names.get(i));
            columns.values[i] = new double[columns.wanted[i] ? 4096 : 0];
        }
        try (InputStream in = open(file)) {
            columns.fill(in);
        }
        return columns;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private void fill(InputStream in) throws IOException {
        byte[] chunk = new byte[1 << 16];
        byte[] field = new byte[256];
        int length = 0;
        int column = 0;
        boolean headed = false;
        boolean any = false;
        int got;
        while ((got = in.read(chunk)) >= 0) {
            for (int i = 0; i < got; i++) {
                byte c = chunk[i];
                if (c != ',' && c != '\n') {
                    if (c != '\r' && length < field.length) {
                        field[length++] = c;
                        any = true;
                    }
                    continue;
                }
                if (headed && (any || c == ',')) {
                    put(column, field, length);
                }
                length = 0;
                column++;
                if (c == '\n') {
                    endRow(headed && (any || column > 1), column);
                    headed = true;
                    column = 0;
                    any = false;
                } else {
                    any = true;
                }
            }
        }
        if (headed && any) {
            put(column, field, length);
            endRow(true, column + 1);
        }
    }

    private void endRow(boolean counts, int filled) {
        if (!counts) {
            return;
        }
        for (int column = filled; column < names.size(); column++) {
            put(column, new byte[0], 0);
        }
        rows++;
    }

    private void put(int column, byte[] field, int length) {
        if (column >= names.size()) {
            return;
        }
        if (wanted[column]) {
            double[] old = values[column];
            if (rows == old.length) {
                values[column] = Arrays.copyOf(old, 2 * old.length);
            }
            values[column][rows] = number(field, length);
        }
        if (wordy[column]) {
            words.get(column).add(new String(field, 0, length, StandardCharsets.UTF_8).strip());
        }
    }

    /** Up to 15 digits and small powers of ten are exact in two steps; all else goes the long way. */
    private static double number(byte[] field, int length) {
        long digits = 0;
        int count = 0;
        int decimals = -1;
        int at = 0;
        boolean negative = length > 0 && field[0] == '-';
        if (negative) {
            at = 1;
        }
        for (; at < length; at++) {
            byte c = field[at];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                count++;
                decimals += decimals >= 0 ? 1 : 0;
            } else if (c == '.' && decimals < 0) {
                decimals = 0;
            } else {
                return slowly(field, length);
            }
            if (count > 15) {
                return slowly(field, length);
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        double value = digits / TENS[Math.max(0, decimals)];
        return negative ? -value : value;
    }

    private static double slowly(byte[] field, int length) {
        try {
            return Double.parseDouble(new String(field, 0, length, StandardCharsets.US_ASCII));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    int rows() {
        return rows;
    }

    double[] numbers(String name) {
        return Arrays.copyOf(values[names.indexOf(name)], rows);
    }

    List<String> words(String name) {
        return words.get(names.indexOf(name));
    }
}
