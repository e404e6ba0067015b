package org.stillpoint.device;

import java.util.ArrayList;
import java.util.List;

/**
 * One entry of {@code --map}: which column of a signal file a channel carries.
 *
 * @param factor multiplies the column
 */
public record ColumnMap(String channel, String column, double factor) {

    /**
     * Reads {@code CHANNEL=COL[*FACTOR],...}; null or blank gives none.
     *
     * @throws IllegalArgumentException when an entry is not of that form
     */
    public static List<ColumnMap> parse(String text) {
        List<ColumnMap> map = new ArrayList<>();
        if (text == null || text.isBlank()) {
            return map;
        }
        for (String entry : text.split(",")) {
            int equals = entry.indexOf('=');
            int star = entry.lastIndexOf('*');
            if (equals <= 0 || equals == entry.length() - 1) {
                throw wrong(entry);
            }
            try {
                map.add(
                        star < equals
                                ? new ColumnMap(
                                        entry.substring(0, equals).trim(),
                                        entry.substring(equals + 1).trim(),
                                        1)
                                : new ColumnMap(
                                        entry.substring(0, equals).trim(),
                                        entry.substring(equals + 1, star).trim(),
                                        Double.parseDouble(
                                                entry.substring(star + 1).trim())));
            } catch (NumberFormatException e) {
                throw wrong(entry);
            }
        }
        return map;
    }

    /** The input with this name, or the n-th for {@code ch<n>}; @throws IllegalArgumentException with the names */
    static int input(String channel, List<List<String>> names) {
        for (int i = 0; i < names.size(); i++) {
            if (named(channel, names.get(i))) {
                return i;
            }
        }
        if (channel.matches("ch[1-9][0-9]?") && Integer.parseInt(channel.substring(2)) <= names.size()) {
            return Integer.parseInt(channel.substring(2)) - 1;
        }
        throw new IllegalArgumentException("There is no channel '" + channel + "'; there are "
                + String.join(", ", names.stream().map(n -> n.get(0)).toList()) + ".");
    }

    static boolean named(String name, List<String> names) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }

    private static IllegalArgumentException wrong(String entry) {
        return new IllegalArgumentException("'" + entry + "' is not CHANNEL=COLUMN or CHANNEL=COLUMN*FACTOR.");
    }
}
