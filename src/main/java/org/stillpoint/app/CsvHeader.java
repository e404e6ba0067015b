package org.stillpoint.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The names in the first line of a table.
 *
 * @param names in their order, without quotes and surrounding blanks
 */
record CsvHeader(List<String> names) {

    private static final int MOST_BYTES = 1 << 16;

    /** @throws IOException with words for people if the file cannot be read or is no table of this kind */
    static CsvHeader read(Path file) throws IOException {
        try (InputStream in = CsvSource.open(file)) {
            byte[] start = in.readNBytes(MOST_BYTES);
            int end = 0;
            while (end < start.length && start[end] != '\n' && start[end] != '\r') {
                if (start[end] == 0) {
                    throw new IOException("it is not plain text in UTF-8 (UTF-16, perhaps): save it as \"CSV UTF-8\"");
                }
                end++;
            }
            if (start.length == 0) {
                throw new IOException("it is empty");
            }
            if (start[0] == (byte) 0xff || start[0] == (byte) 0xfe) {
                throw new IOException("it is written in UTF-16: save it as \"CSV UTF-8\"");
            }
            if (end == MOST_BYTES) {
                throw new IOException("its first line has no end: it is no table of text");
            }
            String line = new String(start, 0, end, StandardCharsets.UTF_8);
            CsvHeader header = new CsvHeader(cells(line.startsWith("\ufeff") ? line.substring(1) : line));
            if (line.isBlank()) {
                throw new IOException("its first line is empty: it must name the columns");
            }
            return header;
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    boolean has(String name) {
        return names.contains(name);
    }

    int place(String name) {
        return names.indexOf(name);
    }

    /** What is wrong with asking for a column, as a sentence; empty when nothing is. */
    String complaint(String name, String file) {
        if (names.indexOf(name) != names.lastIndexOf(name)) {
            return "The column \"" + name + "\" stands twice in " + file + ": give one of them another name.";
        }
        if (has(name)) {
            return "";
        }
        String first = String.join(",", names);
        String hint = "";
        if (names.size() == 1 && (first.indexOf(';') >= 0 || first.indexOf('\t') >= 0)) {
            hint = " Its cells are parted by " + (first.indexOf(';') >= 0 ? "semicolons" : "tabs")
                    + "; save it with commas between the cells and points in the numbers.";
        } else if (names.stream().allMatch(one -> one.isEmpty() || ExactDecimal.isNumber(one))) {
            hint = " Its first line holds numbers; it must name the columns.";
        }
        return "There is no column \"" + name + "\" in " + file + "; it has: " + String.join(", ", names) + "." + hint;
    }
}
