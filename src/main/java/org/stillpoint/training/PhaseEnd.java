package org.stillpoint.training;

/** What ends a phase. */
public enum PhaseEnd {
    /** Its seconds are over. */
    TIME,
    /** Its exercise says that it is done; its seconds are the longest that it may take. */
    DONE
}
