package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an emulated device truly sent.
 *
 * @param fates by sample number: {@code sent}, {@code dropped}, {@code corrupted} …
 * @param happenings everything else, in the order in which it happened
 */
record SentLedger(TreeMap<Long, Row> fates, List<Row> happenings) {

    private static final Set<String> FATES = Set.of(
            "sent",
            "dropped",
            "garbage",
            "corrupted",
            "byte-lost",
            "byte-inserted",
            "duplicated",
            "unplugged",
            "unread",
            "overrun",
            "wrong-baud");

    record Row(long index, double tSeconds, String event) {}

    static SentLedger read(Path file) throws IOException {
        TreeMap<Long, Row> fates = new TreeMap<>();
        List<Row> happenings = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.skip(1).filter(line -> line.matches("\\d+,[0-9.]+,.+")).forEach(line -> {
                String[] cells = line.split(",", 3);
                Row row = new Row(Long.parseLong(cells[0]), Double.parseDouble(cells[1]), cells[2]);
                if (FATES.contains(row.event())) {
                    fates.put(row.index(), row);
                } else {
                    happenings.add(row);
                }
            });
        }
        return new SentLedger(fates, happenings);
    }

    /** What became of a sample; empty when the device never took it. */
    String fate(long index) {
        Row row = fates.get(index);
        return row == null ? "" : row.event();
    }

    boolean sent(long index) {
        return fate(index).equals("sent");
    }

    /** First sample that went out whole. */
    long firstSent() {
        return fates.values().stream()
                .filter(row -> row.event().equals("sent"))
                .findFirst()
                .orElseThrow()
                .index();
    }

    /** Last sample that went out whole. */
    long lastSent() {
        return fates.descendingMap().values().stream()
                .filter(row -> row.event().equals("sent"))
                .findFirst()
                .orElseThrow()
                .index();
    }

    /** Samples of a range with this fate. */
    long count(long from, long to, String event) {
        return fates.subMap(from, to).values().stream()
                .filter(row -> row.event().equals(event))
                .count();
    }

    /** When the device was started. */
    double startSeconds() {
        return happenings.stream()
                .filter(row -> row.event().equals("start"))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("the device was never started"))
                .tSeconds();
    }

    Map<String, Integer> tally(long from, long to) {
        Map<String, Integer> tally = new TreeMap<>();
        fates.subMap(from, to).values().forEach(row -> tally.merge(row.event(), 1, Integer::sum));
        return tally;
    }
}
