package org.stillpoint.training;

/** What a phase of a protocol is for. */
public enum PhaseKind {
    BASELINE,
    ALONE_BEFORE,
    FEEDBACK,
    PACER_ONLY,
    REST,
    ALONE_AFTER,
    WRAP_UP;

    /** Whether the patient is shown the own signals. */
    public boolean showsFeedback() {
        return this == FEEDBACK;
    }

    /** Whether the pacer runs. */
    public boolean paces() {
        return this == FEEDBACK || this == PACER_ONLY;
    }
}
