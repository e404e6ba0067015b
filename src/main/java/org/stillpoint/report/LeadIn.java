package org.stillpoint.report;

import org.stillpoint.metric.Metric;

/**
 * How long after a phase's start a measure still tells of the time before: its window, or the breaths that it is made of.
 * Until then it does not belong to the phase.
 */
final class LeadIn {

    /** The slowest usual breath, its announcement with it. */
    private static final double ONE_BREATH_SECONDS = 15;

    private static final double SOME_BREATHS_SECONDS = 30;

    /** Windows this short are the moment itself. */
    private static final double MOMENT_SECONDS = 2;

    private LeadIn() {}

    /** @param pacedOn whether the pacer ran on from the phase before; else it counts its breaths from its own start */
    static double seconds(Metric metric, boolean pacedOn) {
        if (metric.id().equals("with_pacer") && !pacedOn) {
            return 0;
        }
        if (Double.isNaN(metric.windowSeconds())) {
            return metric.id().equals("swing") ? ONE_BREATH_SECONDS : SOME_BREATHS_SECONDS;
        }
        return metric.windowSeconds() > MOMENT_SECONDS ? metric.windowSeconds() : 0;
    }
}
