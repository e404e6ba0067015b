package org.stillpoint.training;

import java.util.List;

/**
 * Levels around each letting go, all aligned at the cue: today's, their mean, and the mean of the first session. An
 * immutable snapshot, for any thread.
 *
 * @param today one a letting go that was judged, in order
 * @param mean of today's; empty when there is none
 * @param first mean of this person's first session; empty when this is it
 * @param limitMicrovolts under it the muscle counts as let go; NaN when unknown
 */
public record ReleaseCurves(List<Curve> today, List<Double> mean, List<Double> first, double limitMicrovolts) {

    /** Nothing was measured. */
    public static final ReleaseCurves NONE = new ReleaseCurves(List.of(), List.of(), List.of(), Double.NaN);

    /** The cue lies this long after a curve's first value. */
    public static final double BEFORE_SECONDS = 2;

    /** From one value to the next. */
    public static final double STEP_SECONDS = 0.2;

    /** Values of a curve: to ten seconds after the cue. */
    public static final int VALUES = 61;

    public ReleaseCurves {
        today = List.copyOf(today);
        mean = List.copyOf(mean);
        first = List.copyOf(first);
    }

    /**
     * One letting go.
     *
     * @param group body group
     * @param microvolts RMS of 100 ms around each time; NaN where nothing was seen
     * @param releaseSeconds from the cue until under the limit; NaN when it was not let go
     */
    public record Curve(String group, List<Double> microvolts, double releaseSeconds) {

        public Curve {
            microvolts = List.copyOf(microvolts);
        }
    }
}
