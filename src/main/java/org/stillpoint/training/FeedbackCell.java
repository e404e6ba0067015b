package org.stillpoint.training;

import java.lang.invoke.VarHandle;

/**
 * The newest {@link Feedback}: one writer, any reader, two slots and a sequence number. Latest wins; nothing waits,
 * nothing is queued, nothing is allocated.
 */
public final class FeedbackCell {

    private final Feedback[] slots;
    private final int meters;
    private final int lines;
    private final int phases;
    private volatile long sequence;

    /** Sizes as of {@link Feedback#Feedback(int, int, int)}. */
    public FeedbackCell(int meters, int lines, int phases) {
        this.meters = meters;
        this.lines = lines;
        this.phases = phases;
        slots = new Feedback[] {blank(), blank()};
    }

    /** A feedback of the right size for {@link #read}. */
    public Feedback blank() {
        return new Feedback(meters, lines, phases);
    }

    /** Publishes a copy. Writer's thread only. */
    void write(Feedback newest) {
        long next = sequence + 1;
        slots[(int) next & 1].copyFrom(newest);
        sequence = next;
    }

    /**
     * Copies the newest feedback.
     *
     * @return its number: grows with each write; 0 = nothing was written yet
     */
    public long read(Feedback into) {
        while (true) {
            long before = sequence;
            into.copyFrom(slots[(int) before & 1]);
            VarHandle.acquireFence();
            if (sequence - before < 1) {
                return before;
            }
        }
    }

    /** Number of the newest feedback. */
    public long sequence() {
        return sequence;
    }
}
