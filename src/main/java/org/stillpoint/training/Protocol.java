package org.stillpoint.training;

import java.util.List;

/**
 * A training as data.
 *
 * @param id word of the command line
 * @param name for people
 * @param exercises ids of the exercises in {@code Exercises} that run in its feedback phases
 * @param display id of the feedback display it starts with
 * @param pacerRatePerMinute where the pacer starts
 * @param inhaleShare share of the in-breath
 * @param rationale why, in one line
 * @param phases in order
 */
public record Protocol(
        String id,
        String name,
        List<String> exercises,
        String display,
        double pacerRatePerMinute,
        double inhaleShare,
        String rationale,
        List<Phase> phases) {

    /** Planned seconds of all phases. */
    public double seconds() {
        return phases.stream().mapToDouble(Phase::seconds).sum();
    }
}
