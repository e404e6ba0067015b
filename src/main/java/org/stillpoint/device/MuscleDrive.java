package org.stillpoint.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a muscle does when it is asked to tense and to let go, as RMS above rest. Each time the reaction and the strength
 * differ a little. One thread; allocates only when it is asked for something new.
 */
final class MuscleDrive {

    private static final double RISE_SECONDS = 0.15;

    /** Less than this of a comfortable effort is nothing to let go of. */
    private static final double LEAST_SHARE = 0.05;

    private final MuscleHabits habits;
    private final Random random;
    private final List<MuscleRelease> releases = new ArrayList<>();
    private double asked = Double.NaN;
    private double cueSeconds;
    private double answersAtSeconds = Double.POSITIVE_INFINITY;
    private double wanted;
    private double towards;
    private boolean lettingGo;
    private double microvolts;

    MuscleDrive(MuscleHabits habits, Random random) {
        this.habits = habits;
        this.random = random;
    }

    /**
     * One sample.
     *
     * @param effort asked now; see {@code PacerCell}
     * @param restMicrovolts level without any effort, for the truth
     * @return RMS above rest
     */
    double step(double seconds, double dt, double effort, double restMicrovolts) {
        if (Double.compare(effort, asked) != 0) {
            asked = effort;
            cueSeconds = seconds;
            answersAtSeconds = seconds + habits.reactionSeconds() * (0.8 + 0.4 * random.nextDouble());
            wanted = effort > 0
                    ? effort * habits.overdoes() * habits.effortMicrovolts() * (0.9 + 0.2 * random.nextDouble())
                    : 0;
        }
        if (seconds >= answersAtSeconds) {
            answersAtSeconds = Double.POSITIVE_INFINITY;
            lettingGo = wanted < microvolts;
            towards = lettingGo && wanted == 0 ? habits.keptShare() * microvolts : wanted;
            if (lettingGo && asked == 0 && microvolts > LEAST_SHARE * habits.effortMicrovolts()) {
                releases.add(new MuscleRelease(
                        cueSeconds,
                        seconds,
                        restMicrovolts + microvolts,
                        restMicrovolts + towards,
                        habits.releaseSeconds()));
            }
        }
        microvolts += (towards - microvolts) * (dt / (lettingGo ? habits.releaseSeconds() : RISE_SECONDS));
        return microvolts;
    }

    /** Truth: each letting go, oldest first. */
    List<MuscleRelease> releases() {
        return releases;
    }
}
