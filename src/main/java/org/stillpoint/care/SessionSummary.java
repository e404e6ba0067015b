package org.stillpoint.care;

import java.util.List;
import org.stillpoint.signal.Marker;

/**
 * What a session was, seen afterwards; computed from the recording by the same pipeline that ran live.
 *
 * <p>Curves are pairs of arrays of equal length; times are seconds since the session's start, ascending; a NaN value is a
 * break in the curve.
 *
 * @param sessionId opaque id of the session
 * @param seconds length of the recording
 * @param beatSeconds time of each accepted beat
 * @param heartRatePerMinute heart rate of the interval that the beat ends
 * @param breathSeconds times of the breathing curve
 * @param breathPosition 0 = all out, 1 = all in
 * @param muscleSeconds times of the muscle curve
 * @param muscleMicrovolts RMS
 * @param thresholdMicrovolts the goal line of the last trial; NaN when there was none
 * @param phases marker a phase, at its start
 * @param gaps marker a break in the recording, at its start, label = what happened in words
 * @param measures results in the order in which they are read, of the whole session
 * @param phaseMeasures the same and the heart's figures of each phase
 * @param result what the phases came to, and what the patient said
 * @param card what the patient may take home
 * @param trials the measure that stands for the session over each of its parts; empty when there is none
 */
public record SessionSummary(
        String sessionId,
        double seconds,
        double[] beatSeconds,
        double[] heartRatePerMinute,
        double[] breathSeconds,
        double[] breathPosition,
        double[] muscleSeconds,
        double[] muscleMicrovolts,
        double thresholdMicrovolts,
        List<Marker> phases,
        List<Marker> gaps,
        List<MeasureResult> measures,
        List<MeasureResult> phaseMeasures,
        SessionResult result,
        PatientCard card,
        List<TrialTrace> trials) {}
