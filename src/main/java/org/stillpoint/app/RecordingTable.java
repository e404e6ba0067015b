package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stillpoint.signal.SampleRate;

/**
 * A recording as a table: reads it block by block, gives each row its time and hands it to the analysis, which works
 * while the next rows are read.
 */
final class RecordingTable {

    private static final double AGREES = 0.05;

    private final List<ColumnMap> maps;
    private final List<String> numbers = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final CsvHeader header;
    private final boolean signals;
    private final double askedHz;
    private Analysis analysis;
    private RowClock clock;
    private long rows;
    private String complaint = "";

    /** @param askedHz samples a second as the user says; NaN when t_s tells */
    RecordingTable(CsvHeader header, List<ColumnMap> maps, double askedHz) {
        this.header = header;
        this.maps = maps;
        this.askedHz = askedHz;
        signals = maps.stream().anyMatch(one -> one.modality().isPresent());
        for (ColumnMap one : maps) {
            List<String> kind = one.role().equals("label") ? words : numbers;
            if (!kind.contains(one.column())) {
                kind.add(one.column());
            }
        }
        if (timed() && !numbers.contains("t_s")) {
            numbers.add("t_s");
        }
    }

    private boolean timed() {
        return signals && header.has("t_s");
    }

    void read(Path file) throws IOException {
        CsvRows reader = new CsvRows(header, numbers, words, this::take);
        try {
            reader.read(file);
        } finally {
            if (clock != null && complaint.isEmpty()) {
                clock.end();
            }
            if (analysis != null) {
                analysis.join();
            }
        }
        for (ColumnMap one : maps) {
            if (complaint.isEmpty() && !one.role().equals("label") && reader.wordsOnly(one.column())) {
                complaint = reader.complaints().get(0);
            }
        }
        notes.addAll(reader.complaints());
        if (clock != null) {
            notes.addAll(clock.complaints());
        }
        if (reader.rows() == 0) {
            notes.add("the table has a first line and no rows.");
        }
    }

    private void take(RowBlock block) {
        if (analysis == null) {
            begin(block);
        }
        if (!complaint.isEmpty()) {
            return;
        }
        if (clock != null) {
            clock.take(block);
            return;
        }
        double[] times = block.times();
        for (int row = 0; row < block.rows(); row++) {
            times[row] = (rows + row) / askedHz;
        }
        rows += block.rows();
        analysis.take(block);
    }

    private void begin(RowBlock block) {
        double rateHz = askedHz;
        if (timed() && block.rows() > 0) {
            StampedRate stamped = StampedRate.of(block.numbers(numbers.indexOf("t_s")), Math.min(block.rows(), 10000));
            boolean useful = stamped.rateHz() > 0;
            boolean agrees = useful && !(Math.abs(stamped.rateHz() - askedHz) > AGREES * askedHz);
            if (agrees) {
                rateHz = askedHz > 0 ? askedHz : stamped.rateHz();
                StampedRate used = new StampedRate(rateHz, stamped.looseSamples(), stamped.bunchSamples());
                clock = new RowClock(
                        numbers.indexOf("t_s"), numbers.size(), words.size(), used, next -> analysis.take(next));
            } else if (askedHz > 0) {
                notes.add("t_s "
                        + (useful ? "says " + Seconds.text(stamped.rateHz(), 1) + " samples a second" : "does not rise")
                        + " and is left aside; --rate is taken.");
            } else {
                complaint = "the column t_s does not rise: give --rate.";
            }
        }
        if (signals && complaint.isEmpty() && block.rows() > 0 && !(rateHz <= SampleRate.MOST_HZ)) {
            complaint = "t_s says " + Seconds.text(rateHz, 0) + " samples a second; up to " + (int) SampleRate.MOST_HZ
                    + " can be read. t_s is in seconds.";
        }
        boolean none = signals && (!complaint.isEmpty() || rateHz != rateHz);
        analysis = new Analysis(maps, numbers, none ? 1000 : rateHz, clock == null);
    }

    /** Why nothing can be made of it; empty when something can. */
    String complaint() {
        return complaint;
    }

    Analysis analysis() {
        return analysis;
    }

    /** What t_s shows in the first row; 0 when rows count the time. */
    double startSeconds() {
        return clock == null ? 0 : clock.start();
    }

    /** Sentences on what was odd about the table. */
    List<String> notes() {
        return notes;
    }
}
