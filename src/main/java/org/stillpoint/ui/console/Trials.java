package org.stillpoint.ui.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stillpoint.care.TrialTrace;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.Phase;

/**
 * How each part of the session goes, from rest to alone after: the trained signal four times a second, by the part's own
 * time, an hour of each at most. Held time is left out; what lies in a marked disturbance is kept and does not count. A
 * part that is repeated begins afresh. JavaFX thread only.
 */
final class Trials {

    private static final double EVERY_SECONDS = 0.25;
    private static final int CAPACITY = 4 * 3600;

    /** One part of the session. */
    private static final class Column {

        private final String word;
        private final String title;
        private final int phase;
        private double[] values = new double[64];
        private boolean[] counted = new boolean[64];
        private int size;
        private TrialTrace trace;

        private Column(String word, String title, int phase) {
            this.word = word;
            this.title = title;
            this.phase = phase;
        }

        /** Keeps the first look of each step of time; a step without a look has no value. */
        private void take(double elapsedSeconds, double value, boolean counts) {
            int at = (int) Math.floor(elapsedSeconds / EVERY_SECONDS);
            if (at < size || at >= CAPACITY) {
                return;
            }
            if (at >= values.length) {
                int longer = Math.min(CAPACITY, Math.max(at + 1, 2 * values.length));
                values = Arrays.copyOf(values, longer);
                counted = Arrays.copyOf(counted, longer);
            }
            Arrays.fill(values, size, at, Double.NaN);
            Arrays.fill(counted, size, at, false);
            values[at] = value;
            counted[at] = counts;
            size = at + 1;
            trace = null;
        }

        private void clear() {
            size = 0;
            trace = null;
        }
    }

    private final TrainedSignal signal;
    private final List<Column> columns = new ArrayList<>();
    private double elapsedBefore;
    private int phaseBefore = -1;

    Trials(List<Phase> phases, TrainedSignal signal) {
        this.signal = signal;
        int trial = 0;
        for (int i = 0; i < phases.size(); i++) {
            trial += phases.get(i).kind().trains() ? 1 : 0;
            String word = TrialTrace.word(phases.get(i).kind(), phases.get(i).title(), trial);
            if (!word.isEmpty()) {
                columns.add(new Column(word, phases.get(i).title(), i));
            }
        }
    }

    /** Looks at this instant. */
    void take(Feedback newest) {
        boolean again = newest.phaseIndex() == phaseBefore && newest.phaseElapsedSeconds() < elapsedBefore - 1;
        phaseBefore = newest.phaseIndex();
        elapsedBefore = newest.phaseElapsedSeconds();
        int at = column(newest.phaseIndex());
        if (at < 0) {
            return;
        }
        if (again) {
            columns.get(at).clear();
        }
        if (newest.state() == Feedback.State.RUNNING && !newest.asking()) {
            columns.get(at).take(newest.phaseElapsedSeconds(), signal.value(newest), !newest.masked());
        }
    }

    /** Each part as it is so far, in order; one that has not begun is empty. */
    List<TrialTrace> traces() {
        List<TrialTrace> traces = new ArrayList<>();
        for (Column column : columns) {
            if (column.trace == null) {
                column.trace = new TrialTrace(
                        column.phase,
                        column.title,
                        column.word,
                        signal.modality(),
                        signal.title(),
                        signal.unit(),
                        EVERY_SECONDS,
                        Arrays.copyOf(column.values, column.size),
                        Arrays.copyOf(column.counted, column.size));
            }
            traces.add(column.trace);
        }
        return traces;
    }

    /** The column of a phase; -1 when it has none. */
    int column(int phase) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).phase == phase) {
                return i;
            }
        }
        return -1;
    }

    TrainedSignal signal() {
        return signal;
    }

    /** Whether there is anything to show columns of. */
    boolean possible() {
        return !columns.isEmpty() && signal.there();
    }
}
