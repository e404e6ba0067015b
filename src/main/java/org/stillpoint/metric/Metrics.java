package org.stillpoint.metric;

import java.util.List;
import org.stillpoint.signal.Modality;

/** The catalogue of live measures, in the order the user sees. */
public final class Metrics {

    private static final List<Measure> ALL = List.of(
            Measure.of(
                    Measure.Source.HEART,
                    new Metric("heart_rate", "Heart rate", "/min", Modality.ECG, HeartRate.WINDOW_SECONDS, ""),
                    HeartRate::new),
            Measure.of(
                    Measure.Source.HEART,
                    Measure.Partner.BELT,
                    new Metric("swing", "Swing per breath", "/min", Modality.ECG, Double.NaN, ""),
                    HeartSwing::new),
            Variability.rmssd(),
            Measure.of(
                    Measure.Source.BREATH,
                    new Metric("breathing_rate", "Breathing rate", "/min", Modality.RESP, Double.NaN, ""),
                    BreathingRate::new),
            MuscleLevel.number(),
            HeartRhythm.measure(),
            LfPower.over(64),
            LfPower.over(128),
            HeartBreathPhase.measure(),
            HeartBreathCoherence.measure(),
            Variability.sdnn(),
            CorrectedBeats.measure(),
            BreathPart.inhale(),
            BreathPart.exhale(),
            BreathPart.ratio(),
            BreathPause.inhale(),
            BreathPause.exhale(),
            BreathPart.depth(),
            BreathHolds.measure(),
            Sighs.measure(),
            BeltsApart.measure(),
            BeltShare.measure(),
            PacerFollowing.measure(),
            BreathEstimate.measure(),
            MuscleBaseline.quiet(),
            MuscleBaseline.middle(),
            MuscleRest.time(),
            MuscleRest.gaps(),
            MuscleFrequency.mean(),
            MuscleFrequency.median(),
            MuscleFrequency.meanSlope(),
            MuscleFrequency.medianSlope(),
            MuscleAsymmetry.measure(),
            MuscleRecovery.measure(),
            MuscleWithoutHeart.measure(),
            SkinLevel.temperature(),
            SkinLevel.conductance(),
            SkinResponses.measure());

    private Metrics() {}

    public static List<Measure> all() {
        return ALL;
    }
}
