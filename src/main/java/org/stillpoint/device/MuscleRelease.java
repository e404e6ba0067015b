package org.stillpoint.device;

/**
 * Truth of one letting go: the level falls exponentially from one value towards another.
 *
 * @param cueSeconds when the person was asked
 * @param dropSeconds when the muscle began to let go
 * @param fromMicrovolts RMS before
 * @param toMicrovolts RMS that it falls towards
 * @param timeConstantSeconds how fast
 */
public record MuscleRelease(
        double cueSeconds, double dropSeconds, double fromMicrovolts, double toMicrovolts, double timeConstantSeconds) {

    /** Seconds from the cue until the level is under a limit; NaN when it never is. */
    public double secondsUnder(double limitMicrovolts) {
        return limitMicrovolts > toMicrovolts
                ? dropSeconds
                        - cueSeconds
                        + timeConstantSeconds
                                * Math.max(
                                        0, Math.log((fromMicrovolts - toMicrovolts) / (limitMicrovolts - toMicrovolts)))
                : Double.NaN;
    }
}
