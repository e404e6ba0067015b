package org.stillpoint.ui.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;

/**
 * How each part of the session went, from rest to alone after: middle and spread of the muscle's level, or of the swing
 * per breath where no muscle is trained. Held time is left out. A part of which less than half could be read is gated.
 * JavaFX thread only; takes a value four times a second.
 */
final class Trials {

    private static final double EVERY_SECONDS = 0.25;
    private static final int CAPACITY = 4 * 3600;
    private static final int AT_LEAST = 20;

    /** One part of the session. */
    static final class Column {

        private final String word;
        private final int phase;
        private double[] values = new double[64];
        private int count;
        private int looks;
        private double[] sorted = new double[0];

        private Column(String word, int phase) {
            this.word = word;
            this.phase = phase;
        }

        private void take(double value) {
            looks++;
            if (!Double.isNaN(value) && count < CAPACITY) {
                if (count == values.length) {
                    values = Arrays.copyOf(values, 2 * count);
                }
                values[count++] = value;
            }
        }

        private void clear() {
            count = 0;
            looks = 0;
            sorted = new double[0];
        }

        private void sort() {
            sorted = Arrays.copyOf(values, count);
            Arrays.sort(sorted);
        }

        /** {@code rest}, {@code alone}, {@code 1}. */
        String word() {
            return word;
        }

        /** Place in the protocol's phases. */
        int phase() {
            return phase;
        }

        /** Whether there is enough to show anything. */
        boolean there() {
            return sorted.length >= AT_LEAST;
        }

        /** Too little of it could be read to rest anything on it. */
        boolean gated() {
            return count < looks / 2;
        }

        /** Nearest rank; NaN while there is too little. */
        double percentile(double percent) {
            return there() ? sorted[Math.max(0, (int) Math.ceil(percent / 100 * sorted.length) - 1)] : Double.NaN;
        }
    }

    private final List<Column> columns = new ArrayList<>();
    private final boolean muscle;
    private final int swingMeter;
    private double nextSeconds = Double.NEGATIVE_INFINITY;
    private double elapsedBefore;
    private int phaseBefore = -1;

    /**
     * @param muscle whether the muscle's level is shown
     * @param swingMeter place of the swing among the measures; -1 = there is none
     */
    Trials(List<Phase> phases, boolean muscle, int swingMeter) {
        this.muscle = muscle;
        this.swingMeter = swingMeter;
        int trial = 0;
        for (int i = 0; i < phases.size(); i++) {
            PhaseKind kind = phases.get(i).kind();
            trial += kind.trains() ? 1 : 0;
            String word = switch (kind) {
                case BASELINE -> "rest";
                case ALONE_BEFORE, ALONE_AFTER -> "alone";
                case FEEDBACK, VEILED -> Integer.toString(trial);
                case PACER_ONLY -> "paced";
                case STRESSOR -> "stress";
                case TRANSFER -> "task";
                case SCRIPT -> "script";
                case INSTRUCTION, QUESTION, REST, WRAP_UP -> "";
            };
            if (!word.isEmpty()) {
                columns.add(new Column(word, i));
            }
        }
    }

    /** Looks at this instant. */
    void take(Feedback newest) {
        boolean again = newest.phaseIndex() == phaseBefore && newest.phaseElapsedSeconds() < elapsedBefore - 1;
        phaseBefore = newest.phaseIndex();
        elapsedBefore = newest.phaseElapsedSeconds();
        if (newest.state() != Feedback.State.RUNNING) {
            return;
        }
        for (Column column : columns) {
            if (column.phase == newest.phaseIndex()) {
                if (again) {
                    column.clear();
                }
                if (newest.tSeconds() >= nextSeconds) {
                    nextSeconds = newest.tSeconds() + EVERY_SECONDS;
                    column.take(value(newest));
                    column.sort();
                }
            }
        }
    }

    private double value(Feedback newest) {
        if (muscle) {
            return newest.muscleMicrovolts();
        }
        return swingMeter < 0 ? Double.NaN : newest.meterValue(swingMeter);
    }

    List<Column> columns() {
        return columns;
    }

    /** What the columns are of, with its unit. */
    String title() {
        return muscle ? "Muscle by trial, µV" : "Swing by trial, /min";
    }

    boolean muscle() {
        return muscle;
    }

    /** Whether there is anything to show columns of. */
    boolean possible() {
        return !columns.isEmpty() && (muscle || swingMeter >= 0);
    }
}
