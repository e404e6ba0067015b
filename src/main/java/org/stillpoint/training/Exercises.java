package org.stillpoint.training;

import java.util.List;

/** All exercises in the order the user sees. */
public final class Exercises {

    private Exercises() {}

    /** Fresh instances: an exercise has the state of one session. */
    public static List<Exercise> all() {
        return List.of(
                new PacedBreathing(),
                new MuscleRelaxation(),
                new ResonanceAssessment(),
                new ReleaseTraining(),
                new WorkRest(),
                new FlexionRelaxation(),
                MeasureGoal.warmHands(),
                MeasureGoal.calmSkin(),
                MeasureGoal.slowerBreath(),
                new GuidedScript(),
                new HrvTraining(),
                new BreathingSkills(),
                new GuardingCoach(),
                new StressProfile(),
                new TransferTrials());
    }

    /** Fresh instances of the exercises that a protocol names. */
    public static List<Exercise> of(Protocol protocol) {
        return all().stream()
                .filter(exercise -> protocol.exercises().contains(exercise.id()))
                .toList();
    }

    /** What the exercises of a protocol lay out; that of the first one that does. */
    public static Exercise.Sheet sheet(Protocol protocol) {
        return of(protocol).stream()
                .map(Exercise::sheetKind)
                .filter(sheet -> sheet != Exercise.Sheet.NONE)
                .findFirst()
                .orElse(Exercise.Sheet.NONE);
    }
}
