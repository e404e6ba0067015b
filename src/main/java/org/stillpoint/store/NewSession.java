package org.stillpoint.store;

import java.util.List;
import org.stillpoint.acquisition.SampleRing;
import org.stillpoint.metric.PipelineSettings;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.TrainingLoop;

/**
 * What is to be recorded.
 *
 * @param patientCode created when unknown
 * @param protocol null when only signals are recorded
 * @param devices none when only a training is recorded
 * @param feedback rows of {@link #FEEDBACK_COLUMNS}; null when there is no training
 * @param startNanos time 0 of the session on the monotonic clock
 * @param settings of the signal chain
 */
public record NewSession(
        String patientCode,
        Protocol protocol,
        List<RecordedDevice> devices,
        SampleRing feedback,
        long startNanos,
        PipelineSettings settings) {

    /** Columns of the feedback ring: what the patient was given, at 20 Hz and at every change. */
    public static final List<String> FEEDBACK_COLUMNS = TrainingLoop.FEEDBACK_COLUMNS;

    /** With the usual settings. */
    public NewSession(
            String patientCode, Protocol protocol, List<RecordedDevice> devices, SampleRing feedback, long startNanos) {
        this(patientCode, protocol, devices, feedback, startNanos, PipelineSettings.USUAL);
    }

    /** @throws IllegalArgumentException with neither a device nor a training, or when the feedback ring has other columns */
    public NewSession {
        devices = List.copyOf(devices);
        if (devices.isEmpty() && feedback == null) {
            throw new IllegalArgumentException("a session of no device and no training");
        }
        if (feedback != null && feedback.channels() != FEEDBACK_COLUMNS.size()) {
            throw new IllegalArgumentException("feedback of " + feedback.channels() + " columns");
        }
    }
}
