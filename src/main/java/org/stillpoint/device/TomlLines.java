package org.stillpoint.device;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remembers in which line of a TOML text each key and table stands, by JSON pointer. Any text is taken, broken or not. */
public final class TomlLines {

    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, Integer> tables = new HashMap<>();

    public TomlLines(String text) {
        String table = "";
        int depth = 0;
        String quotes = null;
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            boolean continued = depth > 0 || quotes != null;
            Scan scan = new Scan(line, quotes, depth);
            if (!continued && !line.isBlank()) {
                String trimmed = line.strip();
                if (trimmed.startsWith("[")) {
                    table = header(trimmed, number);
                    // brackets of a header open no array
                    continue;
                }
                if (scan.equals > 0) {
                    lines.putIfAbsent(table + pointer(line.substring(0, scan.equals)), number);
                }
            }
            depth = scan.depth;
            quotes = scan.quotes;
        }
    }

    /** Line of the key or table, or of the nearest thing around it; 1 when there is none. */
    public int of(String pointer) {
        String at = pointer;
        while (!at.isEmpty()) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
        return 1;
    }

    private String header(String line, int number) {
        boolean array = line.startsWith("[[");
        int end = line.indexOf(array ? "]]" : "]");
        List<String> keys = keys(line.substring(array ? 2 : 1, end < 0 ? line.length() : end));
        StringBuilder at = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            at.append('/').append(keys.get(i));
            if (array && i == keys.size() - 1) {
                lines.putIfAbsent(at.toString(), number);
                tables.merge(at.toString(), 1, Integer::sum);
            }
            Integer count = tables.get(at.toString());
            if (count != null) {
                at.append('/').append(count - 1);
            }
        }
        lines.putIfAbsent(at.toString(), number);
        return at.toString();
    }

    private static String pointer(String dotted) {
        return "/" + String.join("/", keys(dotted));
    }

    private static List<String> keys(String dotted) {
        List<String> keys = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        char quote = 0;
        for (char c : dotted.strip().toCharArray()) {
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && c == '.') {
                keys.add(key.toString().strip());
                key.setLength(0);
            } else {
                key.append(c);
            }
        }
        keys.add(key.toString().strip());
        return keys;
    }

    /** One line: its first equals sign outside quotes, and what is left open at its end. */
    private static final class Scan {
        private int equals = -1;
        private int depth;
        private String quotes;

        Scan(String line, String open, int openDepth) {
            quotes = open;
            depth = openDepth;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (quotes != null) {
                    if (c == '\\' && quotes.charAt(0) == '"') {
                        i++;
                    } else if (line.startsWith(quotes, i)) {
                        i += quotes.length() - 1;
                        quotes = null;
                    }
                } else if (c == '#') {
                    break;
                } else if (c == '"' || c == '\'') {
                    String three = String.valueOf(c).repeat(3);
                    quotes = line.startsWith(three, i) ? three : String.valueOf(c);
                    i += quotes.length() - 1;
                } else if (c == '[' || c == '{') {
                    depth++;
                } else if (c == ']' || c == '}') {
                    depth = Math.max(0, depth - 1);
                } else if (c == '=' && equals < 0) {
                    equals = i;
                }
            }
            if (quotes != null && quotes.length() == 1) {
                quotes = null;
            }
        }
    }
}
