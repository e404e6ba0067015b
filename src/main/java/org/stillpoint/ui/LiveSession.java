package org.stillpoint.ui;

import java.util.List;
import java.util.function.Supplier;
import org.stillpoint.acquisition.EventRing;
import org.stillpoint.training.FeedbackCell;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.ReleaseCurves;
import org.stillpoint.training.Remembered;
import org.stillpoint.training.ResonanceSheet;
import org.stillpoint.training.TrainingControl;

/**
 * A running session as the screens see it; everything in it is polled, nothing calls back.
 *
 * @param patientCode shown on the console only
 * @param events beats and breaths: kinds are ordinals of {@code metric.Event}; value = RR interval in ms of a beat, depth
 *     of a breath
 * @param measures in the order of the feedback's meters
 * @param resonance what a resonance assessment has to show so far
 * @param release what a training of letting go has to show so far
 * @param remembered what this person's earlier sessions found and chose
 * @param absenceWords words for {@code Feedback.meterAbsence}
 */
public record LiveSession(
        String patientCode,
        Protocol protocol,
        List<LiveDevice> devices,
        FeedbackCell feedback,
        EventRing events,
        TrainingControl control,
        List<MeasureLabel> measures,
        AbsenceWords absenceWords,
        RecordingState recording,
        Supplier<ResonanceSheet> resonance,
        Supplier<ReleaseCurves> release,
        Remembered remembered) {

    /** Of a person who was never here, without a resonance assessment and without a training of letting go. */
    public LiveSession(
            String patientCode,
            Protocol protocol,
            List<LiveDevice> devices,
            FeedbackCell feedback,
            EventRing events,
            TrainingControl control,
            List<MeasureLabel> measures,
            AbsenceWords absenceWords,
            RecordingState recording) {
        this(
                patientCode,
                protocol,
                devices,
                feedback,
                events,
                control,
                measures,
                absenceWords,
                recording,
                () -> ResonanceSheet.EMPTY,
                () -> ReleaseCurves.NONE,
                Remembered.NOTHING);
    }

    /** Why a measure has no number, in words. */
    public interface AbsenceWords {

        /** For instance {@code needs 64 s}. */
        String of(int meter, int absence);
    }

    /** How the recording is doing; polled. */
    public interface RecordingState {

        /** Seconds that are safely on disk. */
        double durableSeconds();

        /** What is wrong with the recording, in one sentence; empty while all is well. */
        String problem();
    }
}
