package org.stillpoint.device;

/**
 * What a simulated person is like and what goes wrong around them.
 *
 * @param resonancePerMinute breaths a minute at which heart and breath swing together most
 * @param restingBeatsPerMinute heart rate without stress
 * @param swingBeatsPerMinute heart-rate swing to either side at the resonance
 * @param ownBreathsPerMinute breathing when nobody paces
 * @param compliance share of breaths that follow the pacer, 0 … 1; after one that does not the person needs one or two more to
 *     be back with it, so that of 0.9 about three in four are truly with the pacer
 * @param stress 0 … 1: faster heart, smaller swing, more tension
 * @param tensionMicrovolts RMS of the muscle at the start
 * @param relaxedMicrovolts RMS that training leads to
 * @param ectopicPerMinute extra beats
 * @param motionPerMinute movements of some seconds
 * @param leadOffPerMinute times that electrodes come off for some seconds
 * @param mainsMicrovolts hum in ECG and EMG, peak
 * @param mainsHz 50 or 60
 * @param slowBreathing how the heart answers slow breathing
 */
public record SimulatedPerson(
        long seed,
        double resonancePerMinute,
        double restingBeatsPerMinute,
        double swingBeatsPerMinute,
        double ownBreathsPerMinute,
        double compliance,
        double stress,
        double tensionMicrovolts,
        double relaxedMicrovolts,
        double ectopicPerMinute,
        double motionPerMinute,
        double leadOffPerMinute,
        double mainsMicrovolts,
        double mainsHz,
        SlowBreathing slowBreathing) {

    /** Checks the ranges. @throws IllegalArgumentException with the value that is out of its range */
    public SimulatedPerson {
        within("resonance per minute", resonancePerMinute, 3, 12);
        within("resting beats per minute", restingBeatsPerMinute, 35, 140);
        within("swing in beats per minute", swingBeatsPerMinute, 0, 25);
        within("own breaths per minute", ownBreathsPerMinute, 3, 40);
        within("compliance", compliance, 0, 1);
        within("stress", stress, 0, 1);
        within("tension in microvolts", tensionMicrovolts, 0, 1000);
        within("relaxed microvolts", relaxedMicrovolts, 0, 1000);
        within("ectopic beats per minute", ectopicPerMinute, 0, 30);
        within("motion per minute", motionPerMinute, 0, 30);
        within("lead-off per minute", leadOffPerMinute, 0, 30);
        within("mains in microvolts", mainsMicrovolts, 0, 5000);
        within("mains in hertz", mainsHz, 45, 65);
    }

    private static void within(String what, double value, double from, double to) {
        if (!(value >= from && value <= to)) {
            throw new IllegalArgumentException(what + " must be " + from + " to " + to + ": " + value);
        }
    }

    /** Quiet sitting, resonance 5.5/min, follows the pacer nine times in ten. */
    public static SimulatedPerson resting(long seed) {
        return new SimulatedPerson(seed, 5.5, 66, 8, 14, 0.9, 0, 6, 2.5, 0, 0, 0, 0, 50, SlowBreathing.EVEN);
    }

    public SimulatedPerson withResonance(double perMinute) {
        return new SimulatedPerson(
                seed,
                perMinute,
                restingBeatsPerMinute,
                swingBeatsPerMinute,
                ownBreathsPerMinute,
                compliance,
                stress,
                tensionMicrovolts,
                relaxedMicrovolts,
                ectopicPerMinute,
                motionPerMinute,
                leadOffPerMinute,
                mainsMicrovolts,
                mainsHz,
                slowBreathing);
    }

    /** Another breathing: own rate, and the share of breaths that follow the pacer. */
    public SimulatedPerson withBreathing(double ownPerMinute, double share) {
        return new SimulatedPerson(
                seed,
                resonancePerMinute,
                restingBeatsPerMinute,
                swingBeatsPerMinute,
                ownPerMinute,
                share,
                stress,
                tensionMicrovolts,
                relaxedMicrovolts,
                ectopicPerMinute,
                motionPerMinute,
                leadOffPerMinute,
                mainsMicrovolts,
                mainsHz,
                slowBreathing);
    }

    /** Another state: stress 0 … 1, and the muscle's RMS at the start and where it settles. */
    public SimulatedPerson withTension(double howStressed, double fromMicrovolts, double toMicrovolts) {
        return new SimulatedPerson(
                seed,
                resonancePerMinute,
                restingBeatsPerMinute,
                swingBeatsPerMinute,
                ownBreathsPerMinute,
                compliance,
                howStressed,
                fromMicrovolts,
                toMicrovolts,
                ectopicPerMinute,
                motionPerMinute,
                leadOffPerMinute,
                mainsMicrovolts,
                mainsHz,
                slowBreathing);
    }

    /** With disturbances: times a minute, and the peak of the mains hum. */
    public SimulatedPerson withArtefacts(double ectopic, double motion, double leadOff, double mains) {
        return new SimulatedPerson(
                seed,
                resonancePerMinute,
                restingBeatsPerMinute,
                swingBeatsPerMinute,
                ownBreathsPerMinute,
                compliance,
                stress,
                tensionMicrovolts,
                relaxedMicrovolts,
                ectopic,
                motion,
                leadOff,
                mains,
                mainsHz,
                slowBreathing);
    }

    /** Another heart: its rate at rest, its swing at the resonance, and how it answers slow breathing. */
    public SimulatedPerson withHeart(double beatsPerMinute, double swing, SlowBreathing how) {
        return new SimulatedPerson(
                seed,
                resonancePerMinute,
                beatsPerMinute,
                swing,
                ownBreathsPerMinute,
                compliance,
                stress,
                tensionMicrovolts,
                relaxedMicrovolts,
                ectopicPerMinute,
                motionPerMinute,
                leadOffPerMinute,
                mainsMicrovolts,
                mainsHz,
                how);
    }
}
