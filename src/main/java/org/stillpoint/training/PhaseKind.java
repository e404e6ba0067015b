package org.stillpoint.training;

/** What a phase of a protocol is for. */
public enum PhaseKind {
    /** How to do it, before it is done. */
    INSTRUCTION,
    /** Quiet sitting: what the person is like today. */
    BASELINE,
    /** The skill without any help, before training. */
    ALONE_BEFORE,
    /** The skill with the own signal on the screen. */
    FEEDBACK,
    /** The pacer and nothing else. */
    PACER_ONLY,
    /** The exercise goes on while the screen is plain dusk. */
    VEILED,
    REST,
    /** A task that asks something of the person; always with consent, always with a way out. */
    STRESSOR,
    /** Nothing but a question. */
    QUESTION,
    /** A text or a recording leads, step by step. */
    SCRIPT,
    /** The skill in a real task: typing, standing, thinking of the hard thing. */
    TRANSFER,
    /** The skill without any help, after training. */
    ALONE_AFTER,
    WRAP_UP;

    /** Whether the patient is shown the own signals. */
    public boolean showsFeedback() {
        return this == FEEDBACK;
    }

    /** Whether the pacer runs when the exercise has one. */
    public boolean paces() {
        return this == FEEDBACK || this == PACER_ONLY || this == VEILED;
    }

    /** Whether the skill is trained, with or without the screen's help: a trial. */
    public boolean trains() {
        return this == FEEDBACK || this == VEILED;
    }

    /** Whether it may never be left out to save time: the frame that shows what was learnt. */
    public boolean always() {
        return this == ALONE_BEFORE || this == TRANSFER || this == ALONE_AFTER || this == WRAP_UP;
    }
}
