package org.stillpoint.training;

import java.util.List;

/**
 * Where a session stands in its phases: their lengths as they are now, what is left out, what time is left. One thread;
 * allocates nothing after construction.
 *
 * <p>A phase that ends by its clock hands what it ran over to the next, so that lateness never adds up.
 */
final class Timeline {

    private final List<Phase> phases;
    private final double[] lengths;
    private final boolean[] dropped;
    private int index;
    private double elapsed;

    Timeline(Protocol protocol) {
        phases = protocol.phases();
        lengths = phases.stream().mapToDouble(Phase::seconds).toArray();
        dropped = new boolean[lengths.length];
    }

    int index() {
        return index;
    }

    Phase phase() {
        return phases.get(index);
    }

    /** Seconds of this phase so far, held time not counted. */
    double elapsedSeconds() {
        return elapsed;
    }

    /** Length of this phase as it is now. */
    double lengthSeconds() {
        return lengths[index];
    }

    /** Length of any phase as it is now; 0 = left out. */
    double plannedSeconds(int phase) {
        return dropped[phase] ? 0 : lengths[phase];
    }

    void pass(double seconds) {
        elapsed += seconds;
    }

    /** Whether this phase's time is over. */
    boolean over() {
        return elapsed >= lengths[index];
    }

    /** How far the clock ran past the end of this phase. */
    double overshootSeconds() {
        return Math.max(0, elapsed - lengths[index]);
    }

    /**
     * Goes to the next phase that is not left out.
     *
     * @param carrySeconds seconds of it that have passed already
     * @return false when this was the last
     */
    boolean next(double carrySeconds) {
        int next = index + 1;
        while (next < lengths.length && dropped[next]) {
            next++;
        }
        if (next >= lengths.length) {
            return false;
        }
        index = next;
        elapsed = carrySeconds;
        return true;
    }

    void repeat() {
        elapsed = 0;
    }

    /** Makes a phase longer or shorter, never shorter than its minimum nor than what has passed of it. */
    void change(int phase, double seconds) {
        if (phase < index || phase >= lengths.length) {
            return;
        }
        double least = phase == index
                ? Math.max(elapsed, phases.get(phase).minimumSeconds())
                : phases.get(phase).minimumSeconds();
        lengths[phase] = Math.max(least, seconds);
    }

    /** Makes this phase so much longer. */
    void more(double seconds) {
        lengths[index] += seconds;
    }

    /** Leaves a later phase out, or takes it in again. What shows the skill is never left out. */
    void drop(int phase, boolean out) {
        if (phase > index
                && phase < lengths.length
                && (!out || phases.get(phase).mayDrop())) {
            dropped[phase] = out;
        }
    }

    /** Leaves out what this session does not need, whatever it is; before the first phase begins. */
    void leaveOut(int phase) {
        dropped[phase] = true;
        while (dropped[index] && index < dropped.length - 1) {
            index++;
        }
    }

    /** Seconds from now to the end of the last phase. */
    double leftSeconds() {
        double left = Math.max(0, lengths[index] - elapsed);
        for (int i = index + 1; i < lengths.length; i++) {
            left += plannedSeconds(i);
        }
        return left;
    }
}
