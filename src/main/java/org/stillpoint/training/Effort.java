package org.stillpoint.training;

/** What is asked of the muscle. */
public enum Effort {
    NOTHING,
    TENSE,
    LET_GO
}
