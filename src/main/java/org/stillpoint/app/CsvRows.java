package org.stillpoint.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The rows under a table's header, in blocks, the wanted columns alone.
 *
 * <p>Cells that are empty or no number are NaN; rows that are too short have such cells at their end. Lines end as on any
 * system; cells may stand in quotes. What was no number is counted, so that it can be said.
 */
final class CsvRows {

    private static final int LONGEST_LINE = 1 << 22;
    private static final int SKIP = Integer.MIN_VALUE;

    private final List<String> numbers;
    private final int words;
    /** Per column of the file: k = number k, -1 - k = word k, SKIP. */
    private final int[] place;

    private final long[] strange;
    private final long[] valid;
    private final String[] firstStrange;
    private final String[] lastWord;
    private final Consumer<RowBlock> sink;
    private RowBlock block;
    private long rows;
    private long tooLong;
    private boolean headed;
    private byte[] lineBytes = new byte[1 << 16];

    CsvRows(CsvHeader header, List<String> numbers, List<String> words, Consumer<RowBlock> sink) {
        this.numbers = numbers;
        this.words = words.size();
        this.sink = sink;
        place = new int[header.names().size()];
        Arrays.fill(place, SKIP);
        for (int i = 0; i < numbers.size(); i++) {
            place[header.place(numbers.get(i))] = i;
        }
        for (int i = 0; i < words.size(); i++) {
            place[header.place(words.get(i))] = -1 - i;
        }
        strange = new long[numbers.size()];
        valid = new long[numbers.size()];
        firstStrange = new String[numbers.size()];
        lastWord = new String[words.size()];
        Arrays.fill(lastWord, "");
        block = new RowBlock(numbers.size(), this.words);
    }

    /** Reads to the end. @throws IOException if the file cannot be read or is no table */
    void read(Path file) throws IOException {
        try (InputStream in = CsvSource.open(file)) {
            int filled = 0;
            while (true) {
                if (filled == lineBytes.length) {
                    if (filled >= LONGEST_LINE) {
                        throw new IOException("line " + (rows + 2) + " has no end: it is no table of text");
                    }
                    lineBytes = Arrays.copyOf(lineBytes, 2 * filled);
                }
                int got = in.read(lineBytes, filled, lineBytes.length - filled);
                filled = lines(Math.max(0, got) + filled, got < 0);
                if (got < 0) {
                    break;
                }
            }
        }
        if (tooLong > rows / 2) {
            throw new IOException("its rows have more cells than its first line has names;"
                    + " numbers need a point, not a comma, before their decimals");
        }
        sink.accept(block);
    }

    /** Takes the whole lines among the bytes; how many bytes are left over, moved to the front. */
    private int lines(int filled, boolean last) {
        int from = 0;
        for (int at = 0; at < filled; at++) {
            if (lineBytes[at] == '\n' || lineBytes[at] == '\r') {
                line(from, at);
                from = at + 1;
            }
        }
        if (last) {
            line(from, filled);
            return 0;
        }
        System.arraycopy(lineBytes, from, lineBytes, 0, filled - from);
        return filled - from;
    }

    private void line(int from, int to) {
        if (from == to) {
            return;
        }
        if (!headed) {
            headed = true;
            return;
        }
        byte[] text = lineBytes;
        int column = 0;
        int at = from;
        while (at <= to) {
            int end = at;
            boolean quoted = end < to && text[end] == '"';
            if (quoted) {
                end++;
                while (end < to && text[end] != '"') {
                    end++;
                }
            }
            while (end < to && text[end] != ',') {
                end++;
            }
            if (column < place.length) {
                if (place[column] != SKIP) {
                    cell(column, at, end);
                }
            } else if (end > at) {
                tooLong += column == place.length ? 1 : 0;
            }
            column++;
            at = end + 1;
        }
        for (; column < place.length; column++) {
            if (place[column] != SKIP) {
                cell(column, to, to);
            }
        }
        rows++;
        block.end();
        if (block.full()) {
            sink.accept(block);
            block = new RowBlock(numbers.size(), words);
        }
    }

    private void cell(int column, int from, int to) {
        int start = from;
        int end = to;
        while (end > start && margin(lineBytes[end - 1])) {
            end--;
        }
        while (start < end && margin(lineBytes[start])) {
            start++;
        }
        int where = place[column];
        if (where < 0) {
            block.word(-1 - where, word(-1 - where, start, end));
            return;
        }
        double value = ExactDecimal.parse(lineBytes, start, end);
        block.number(where, value);
        if (value == value) {
            valid[where]++;
        } else if (end > start) {
            String cell = new String(lineBytes, start, end - start, StandardCharsets.UTF_8);
            if (!ExactDecimal.meansMissing(cell)) {
                if (strange[where]++ == 0) {
                    firstStrange[where] = "\"" + (cell.length() > 40 ? cell.substring(0, 40) + "…" : cell)
                            + "\" in row " + (rows + 1);
                }
            }
        }
    }

    private static boolean margin(byte c) {
        return c >= 0 && c <= ' ' || c == '"';
    }

    /** A word; the one before again where it is the same, for labels come in long runs. */
    private String word(int place, int from, int to) {
        String last = lastWord[place];
        boolean same = last.length() == to - from;
        for (int i = from; same && i < to; i++) {
            same = last.charAt(i - from) == lineBytes[i];
        }
        if (!same) {
            lastWord[place] = new String(lineBytes, from, to - from, StandardCharsets.UTF_8);
        }
        return lastWord[place];
    }

    long rows() {
        return rows;
    }

    /** A sentence for each column with cells that are neither numbers nor empty, or with no number at all. */
    List<String> complaints() {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < strange.length; i++) {
            String name = "the column \"" + numbers.get(i) + "\"";
            if (strange[i] > 0) {
                boolean comma = firstStrange[i].matches("\"-?\\d+,\\d+\" .*");
                out.add(name + " has " + strange[i] + " cells that are no numbers, the first " + firstStrange[i]
                        + (comma ? "; numbers need a point before their decimals" : "") + ".");
            } else if (valid[i] == 0 && rows > 0) {
                out.add(name + " has no value in any row.");
            }
        }
        return out;
    }

    /** Whether a column is full of words: not one number, though it has cells. */
    boolean wordsOnly(String column) {
        int at = numbers.indexOf(column);
        return valid[at] == 0 && strange[at] > 0;
    }
}
