package org.stillpoint.ui.console;

import java.util.Arrays;
import java.util.List;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;

/**
 * How much of what feedback gained is held without it: the trained signal's middle in the veiled stretch, between its middle
 * at rest (0 %) and in the last minute of feedback (100 %). The muscle's level gains by sinking, the swing per breath by
 * growing. Of a signal that moves over minutes, as temperature does, nothing is said. For the therapist alone. JavaFX thread only; takes a value four times a second.
 */
final class VeilGain {

    private static final double EVERY_SECONDS = 0.25;
    private static final int LAST_MINUTE = 240;
    private static final double AT_LEAST_SECONDS = 10;
    /** The screen fades over three seconds; a swing is of a whole breath, so that the first may have begun before. */
    private static final double MUSCLE_SETTLES_SECONDS = 3;

    private static final double SWING_SETTLES_SECONDS = 12;
    private static final int BREATHS_AT_LEAST = 3;
    /** Less than this share of the level at rest is no gain that could be held. */
    private static final double LEAST_GAIN = 0.1;

    private final List<Phase> phases;
    private final TrainedSignal signal;
    private final boolean muscle;
    private final Levels rest = new Levels(16 * 240);
    private final Levels feedback = new Levels(LAST_MINUTE);
    private final Levels hidden = new Levels(30 * 240);
    private double nextSeconds = Double.NEGATIVE_INFINITY;
    private double veiledSince = Double.NaN;
    private double lastSwing = Double.NaN;
    private int breaths;
    private double toldSeconds = Double.NEGATIVE_INFINITY;
    private String told = "";

    /** Newest values, as many as there is room for. */
    private static final class Levels {

        private final double[] values;
        private long count;

        private Levels(int capacity) {
            values = new double[capacity];
        }

        private void take(double value) {
            values[(int) (count++ % values.length)] = value;
        }

        private int size() {
            return (int) Math.min(count, values.length);
        }

        private double seconds() {
            return size() * EVERY_SECONDS;
        }

        private double middle() {
            double[] sorted = Arrays.copyOf(values, size());
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }

        private void clear() {
            count = 0;
        }
    }

    VeilGain(List<Phase> phases, TrainedSignal signal) {
        this.phases = phases;
        this.signal = signal;
        this.muscle = signal.isMuscle();
    }

    /** Looks at this instant. */
    void take(Feedback newest) {
        if (newest.state() != Feedback.State.RUNNING || newest.phaseIndex() >= phases.size()) {
            return;
        }
        double t = newest.tSeconds();
        boolean veiled = newest.veiled() && !newest.asking();
        if (veiled && Double.isNaN(veiledSince)) {
            veiledSince = t;
            hidden.clear();
            breaths = 0;
        } else if (!veiled && !Double.isNaN(veiledSince)) {
            told = result();
            toldSeconds = t;
            veiledSince = Double.NaN;
        }
        if (t < nextSeconds) {
            return;
        }
        nextSeconds = t + EVERY_SECONDS;
        double value = signal.value(newest);
        if (Double.isNaN(value) || newest.masked()) {
            return;
        }
        PhaseKind kind = phases.get(newest.phaseIndex()).kind();
        if (veiled) {
            if (t - veiledSince >= (muscle ? MUSCLE_SETTLES_SECONDS : SWING_SETTLES_SECONDS)) {
                breaths += value != lastSwing ? 1 : 0;
                hidden.take(value);
            }
        } else if (kind == PhaseKind.BASELINE) {
            rest.take(value);
        } else if (kind.showsFeedback()) {
            feedback.take(value);
        }
        lastSwing = value;
    }

    private String result() {
        if (!signal.there() || signal.slow()) {
            return signal.title() + " moves too slowly to say how it was held";
        }
        if (hidden.seconds() < AT_LEAST_SECONDS) {
            return hidden.size() == 0
                    ? "too short, or not to be read: nothing to compare"
                    : "too short to say how it was held";
        }
        if (signal.ofBreaths() && breaths < BREATHS_AT_LEAST) {
            return "needs " + BREATHS_AT_LEAST + " whole breaths to say how it was held";
        }
        if (rest.seconds() < AT_LEAST_SECONDS) {
            return "no rest before training to compare with";
        }
        if (feedback.seconds() < AT_LEAST_SECONDS) {
            return "no feedback before it to compare with";
        }
        double from = rest.middle();
        double gain = signal.sinks() ? from - feedback.middle() : feedback.middle() - from;
        if (gain < LEAST_GAIN * Math.abs(from)) {
            return "there is no gain yet to hold";
        }
        double held = signal.sinks() ? from - hidden.middle() : hidden.middle() - from;
        return "held " + Math.max(0, Math.round(100 * held / gain)) + " % of the gain";
    }

    /** What the last veil showed, or why it shows nothing; empty before the first one has ended. */
    String told() {
        return told;
    }

    /** When that became known, seconds since the session's start. */
    double toldSeconds() {
        return toldSeconds;
    }

    /** Seconds of the veil that is on; NaN when there is none. */
    double veiledSeconds(double tSeconds) {
        return tSeconds - veiledSince;
    }
}
