package org.stillpoint.training;

import java.util.Arrays;

/**
 * All that the screens, the sound and the recording need to know of this instant; filled by training, copied by its
 * readers. Preallocated and reused: never keep one, copy its numbers.
 *
 * <p>A double that is NaN is absent. Times are seconds since the session's start.
 */
public final class Feedback {

    /** What the session is doing. */
    public enum State {
        READY,
        RUNNING,
        HELD,
        FINISHED
    }

    State state = State.READY;
    double tSeconds;
    long newestSampleNanos;

    int phaseIndex;
    double phaseElapsedSeconds;
    double phaseSeconds;

    boolean pacing;
    double pacerRatePerMinute = Double.NaN;
    double pacerInhaleShare = Double.NaN;
    double pacerPauseFullShare;
    double pacerPauseEmptyShare;
    double pacerPhase = Double.NaN;
    boolean softer;

    double breathPosition = Double.NaN;
    double heartRatePerMinute = Double.NaN;
    long beats;

    double muscleMicrovolts = Double.NaN;
    /** RMS of the newest 20 ms alone: for exact times, too restless to be shown. */
    double muscleBlockMicrovolts = Double.NaN;

    boolean muscleAtLimit;
    double thresholdMicrovolts = Double.NaN;
    boolean rewarded;
    boolean veiled;
    double secondMuscleMicrovolts = Double.NaN;
    boolean secondMuscleAtLimit;
    int secondMuscleLine = -1;
    TrainedMuscle trainedMuscle = TrainedMuscle.FIRST;
    boolean masked;
    boolean asking;
    double goalValue = Double.NaN;
    double goalLine = Double.NaN;
    boolean goalRises;
    int goalMeter = -1;
    double pacerSecondsLeft = Double.NaN;
    double letGoSeconds = Double.NaN;
    String cue = "";
    String audio = "";
    double audioSeconds;
    Effort effort = Effort.NOTHING;
    String note = "";
    double appointmentEndSeconds = Double.NaN;

    final double[] plannedSeconds;
    final double[] meterValues;
    final int[] meterAbsences;
    final double[] meterCorrected;
    final int[] lineQualities;
    final double[] lineLevels;

    /**
     * @param meters how many measures
     * @param lines how many channels, over all devices
     * @param phases how many phases the protocol has
     */
    public Feedback(int meters, int lines, int phases) {
        plannedSeconds = new double[phases];
        meterValues = new double[meters];
        meterAbsences = new int[meters];
        meterCorrected = new double[meters];
        lineQualities = new int[lines];
        lineLevels = new double[lines];
        Arrays.fill(meterValues, Double.NaN);
    }

    /** Takes over all numbers of another feedback of the same size. */
    public void copyFrom(Feedback other) {
        state = other.state;
        tSeconds = other.tSeconds;
        newestSampleNanos = other.newestSampleNanos;
        phaseIndex = other.phaseIndex;
        phaseElapsedSeconds = other.phaseElapsedSeconds;
        phaseSeconds = other.phaseSeconds;
        pacing = other.pacing;
        pacerRatePerMinute = other.pacerRatePerMinute;
        pacerInhaleShare = other.pacerInhaleShare;
        pacerPauseFullShare = other.pacerPauseFullShare;
        pacerPauseEmptyShare = other.pacerPauseEmptyShare;
        pacerPhase = other.pacerPhase;
        softer = other.softer;
        breathPosition = other.breathPosition;
        heartRatePerMinute = other.heartRatePerMinute;
        beats = other.beats;
        muscleMicrovolts = other.muscleMicrovolts;
        muscleBlockMicrovolts = other.muscleBlockMicrovolts;
        muscleAtLimit = other.muscleAtLimit;
        thresholdMicrovolts = other.thresholdMicrovolts;
        rewarded = other.rewarded;
        veiled = other.veiled;
        secondMuscleMicrovolts = other.secondMuscleMicrovolts;
        secondMuscleAtLimit = other.secondMuscleAtLimit;
        secondMuscleLine = other.secondMuscleLine;
        trainedMuscle = other.trainedMuscle;
        masked = other.masked;
        asking = other.asking;
        goalValue = other.goalValue;
        goalLine = other.goalLine;
        goalRises = other.goalRises;
        goalMeter = other.goalMeter;
        pacerSecondsLeft = other.pacerSecondsLeft;
        letGoSeconds = other.letGoSeconds;
        cue = other.cue;
        audio = other.audio;
        audioSeconds = other.audioSeconds;
        effort = other.effort;
        note = other.note;
        appointmentEndSeconds = other.appointmentEndSeconds;
        System.arraycopy(other.plannedSeconds, 0, plannedSeconds, 0, plannedSeconds.length);
        System.arraycopy(other.meterValues, 0, meterValues, 0, meterValues.length);
        System.arraycopy(other.meterAbsences, 0, meterAbsences, 0, meterAbsences.length);
        System.arraycopy(other.meterCorrected, 0, meterCorrected, 0, meterCorrected.length);
        System.arraycopy(other.lineQualities, 0, lineQualities, 0, lineQualities.length);
        System.arraycopy(other.lineLevels, 0, lineLevels, 0, lineLevels.length);
    }

    public State state() {
        return state;
    }

    /** Seconds since the session's start, held time included. */
    public double tSeconds() {
        return tSeconds;
    }

    /** Time of the newest sample in here, on the monotonic clock; 0 = none yet. */
    public long newestSampleNanos() {
        return newestSampleNanos;
    }

    /** Place in the protocol's phases. */
    public int phaseIndex() {
        return phaseIndex;
    }

    /** Without held time. */
    public double phaseElapsedSeconds() {
        return phaseElapsedSeconds;
    }

    public double phaseSeconds() {
        return phaseSeconds;
    }

    /** Whether the pacer runs in this phase. */
    public boolean pacing() {
        return pacing;
    }

    public double pacerRatePerMinute() {
        return pacerRatePerMinute;
    }

    /** Phase at which the pacer's in-breath ends. */
    public double pacerInhaleShare() {
        return pacerInhaleShare;
    }

    /** Share of the cycle that the pacer's pause after the in-breath takes; 0 as usual. */
    public double pacerPauseFullShare() {
        return pacerPauseFullShare;
    }

    /** Share of the cycle that the pacer's pause at its end takes; 0 as usual. */
    public double pacerPauseEmptyShare() {
        return pacerPauseEmptyShare;
    }

    /** Breaths are much deeper than at rest: nothing rewards them, and the sentence asks for softer ones. */
    public boolean softer() {
        return softer;
    }

    /** 0 … 1; 0 = the in-breath begins. */
    public double pacerPhase() {
        return pacerPhase;
    }

    /** True while the pacer asks for the in-breath. */
    public boolean inhaling() {
        return pacerPhase < pacerInhaleShare;
    }

    /** Height of the pacer's shape, 0 … 1: a raised cosine in each half. NaN when nobody is paced. */
    public double pacerLevel() {
        return pacerLevel(pacerPhase);
    }

    /** Height of the pacer's shape at any phase, 0 … 1. */
    public double pacerLevel(double phase) {
        return Pacer.level(phase, pacerInhaleShare, pacerPauseFullShare, pacerPauseEmptyShare);
    }

    /** True in the pause after the in-breath or after the out-breath. */
    public boolean pausing() {
        return pacerPhase >= pacerInhaleShare && pacerPhase < pacerInhaleShare + pacerPauseFullShare
                || pacerPhase >= 1 - pacerPauseEmptyShare;
    }

    /** Belt position within the person's recent range, 0 = all out, 1 = all in. */
    public double breathPosition() {
        return breathPosition;
    }

    /** From the newest accepted beat. */
    public double heartRatePerMinute() {
        return heartRatePerMinute;
    }

    /** Beats so far: changes when a new one came. */
    public long beats() {
        return beats;
    }

    /** Muscle RMS; NaN when the channel cannot be trusted. */
    public double muscleMicrovolts() {
        return muscleMicrovolts;
    }

    /** The muscle is quieter than the sensor can tell: there is no number, and no fault either. */
    public boolean muscleAtLimit() {
        return muscleAtLimit;
    }

    /** Fixed within a trial; NaN while there is no goal. */
    public double thresholdMicrovolts() {
        return thresholdMicrovolts;
    }

    /** The muscle is below the threshold, and the channel may be trusted. */
    public boolean rewarded() {
        return rewarded;
    }

    /** Feedback is hidden from the patient on purpose. */
    public boolean veiled() {
        return veiled;
    }

    /** Muscle RMS of the other side; NaN when there is none or it cannot be trusted. */
    public double secondMuscleMicrovolts() {
        return secondMuscleMicrovolts;
    }

    /** Which muscle is trained; the first unless two are worn and another one was chosen. */
    public TrainedMuscle trainedMuscle() {
        return trainedMuscle;
    }

    /** Line of the other side's muscle; -1 when there is none. */
    public int secondMuscleLine() {
        return secondMuscleLine;
    }

    /** Muscle RMS of the one that is trained; NaN when it cannot be trusted. */
    public double trainedMicrovolts() {
        return trainedMuscle.of(muscleMicrovolts, secondMuscleMicrovolts);
    }

    /** The trained muscle is quieter than the sensor can tell: there is no number, and no fault either. */
    public boolean trainedAtLimit() {
        return trainedMuscle.atLimit(muscleMicrovolts, muscleAtLimit, secondMuscleMicrovolts, secondMuscleAtLimit);
    }

    /** Something happened to the body just now (a cough, a word): nothing is rewarded or measured for a moment. */
    public boolean masked() {
        return masked;
    }

    /** The phase waits until the patient has agreed to it. */
    public boolean asking() {
        return asking;
    }

    /** What is asked of the patient right now, one sentence; empty = the phase's own text. */
    public String cue() {
        return cue;
    }

    /** The one measure that is trained now, in its own unit; NaN when none is or it is absent. */
    public double goalValue() {
        return goalValue;
    }

    /** Where that measure should get; fixed within a trial, NaN while there is no goal. */
    public double goalLine() {
        return goalLine;
    }

    /** Whether that measure should rise to its line; false = it should fall. */
    public boolean goalRises() {
        return goalRises;
    }

    /** Place of that measure in {@link #meterValue}; -1 when none is trained now. */
    public int goalMeter() {
        return goalMeter;
    }

    /** Until the pacer goes away for a while, so that it can go gently; NaN when it stays or is not there. */
    public double pacerSecondsLeft() {
        return pacerSecondsLeft;
    }

    /** Since the muscle was asked to let go; NaN when no letting go is watched. */
    public double letGoSeconds() {
        return letGoSeconds;
    }

    /** A sound file of the user's own that is played now, as its path; empty = none. */
    public String audio() {
        return audio;
    }

    /** Where in that file it should be, in seconds; stands still while the session is held. */
    public double audioSeconds() {
        return audioSeconds;
    }

    /** What is asked of the muscle right now, where {@link #cue} asks something of it. */
    public Effort effort() {
        return effort;
    }

    /** What the therapist should know of the training, for instance which sensor is missing; empty = nothing. */
    public String note() {
        return note;
    }

    /** When the appointment ends, seconds since the session's start; NaN when nobody said. */
    public double appointmentEndSeconds() {
        return appointmentEndSeconds;
    }

    /** Length of a phase as it is planned now; 0 = left out. */
    public double plannedSeconds(int phase) {
        return plannedSeconds[phase];
    }

    public int phases() {
        return plannedSeconds.length;
    }

    /** Value of a measure, in the order of the pipeline's metrics; NaN = absent. */
    public double meterValue(int meter) {
        return meterValues[meter];
    }

    /** Why the measure is absent: ordinal of {@code metric.Absence}. */
    public int meterAbsence(int meter) {
        return meterAbsences[meter];
    }

    /** Share of corrected input, 0 … 1. */
    public double meterCorrected(int meter) {
        return meterCorrected[meter];
    }

    public int meters() {
        return meterValues.length;
    }

    /** Quality of a channel: ordinal of {@code signal.Quality}. */
    public int lineQuality(int line) {
        return lineQualities[line];
    }

    /** Newest level of a channel as {@code metric.Pipeline.level} gives it: muscle RMS in µV, the belt, a trace, a value. */
    public double lineLevel(int line) {
        return lineLevels[line];
    }

    public int lines() {
        return lineQualities.length;
    }
}
