package org.stillpoint.training;

import org.stillpoint.signal.Quality;

/** Writes feedback as training would, for tests of the screens. */
public final class FeedbackWriter {

    private final FeedbackCell cell;
    private final Feedback next;

    public FeedbackWriter(FeedbackCell cell) {
        this.cell = cell;
        this.next = cell.blank();
    }

    public FeedbackWriter state(Feedback.State state) {
        next.state = state;
        return this;
    }

    public FeedbackWriter time(double tSeconds, long newestSampleNanos) {
        next.tSeconds = tSeconds;
        next.newestSampleNanos = newestSampleNanos;
        return this;
    }

    public FeedbackWriter phase(int index, double elapsedSeconds, double seconds) {
        next.phaseIndex = index;
        next.phaseElapsedSeconds = elapsedSeconds;
        next.phaseSeconds = seconds;
        return this;
    }

    public FeedbackWriter pacer(boolean pacing, double ratePerMinute, double inhaleShare, double phase) {
        next.pacing = pacing;
        next.pacerRatePerMinute = ratePerMinute;
        next.pacerInhaleShare = inhaleShare;
        next.pacerPhase = phase;
        return this;
    }

    public FeedbackWriter pauses(double fullShare, double emptyShare) {
        next.pacerPauseFullShare = fullShare;
        next.pacerPauseEmptyShare = emptyShare;
        return this;
    }

    public FeedbackWriter breath(double position) {
        next.breathPosition = position;
        return this;
    }

    public FeedbackWriter heart(long beats, double ratePerMinute) {
        next.beats = beats;
        next.heartRatePerMinute = ratePerMinute;
        return this;
    }

    public FeedbackWriter muscle(double microvolts, double thresholdMicrovolts, boolean rewarded) {
        next.muscleMicrovolts = microvolts;
        next.thresholdMicrovolts = thresholdMicrovolts;
        next.rewarded = rewarded;
        return this;
    }

    public FeedbackWriter atLimit(boolean atLimit) {
        next.muscleAtLimit = atLimit;
        return this;
    }

    public FeedbackWriter veiled(boolean veiled) {
        next.veiled = veiled;
        return this;
    }

    public FeedbackWriter meter(int meter, double value, int absence, double corrected) {
        next.meterValues[meter] = value;
        next.meterAbsences[meter] = absence;
        next.meterCorrected[meter] = corrected;
        return this;
    }

    public FeedbackWriter quality(int line, Quality quality) {
        next.lineQualities[line] = quality.ordinal();
        return this;
    }

    public FeedbackWriter asking(boolean asking) {
        next.asking = asking;
        return this;
    }

    public FeedbackWriter says(String cue, String note) {
        next.cue = cue;
        next.note = note;
        return this;
    }

    public FeedbackWriter audio(String path, double seconds) {
        next.audio = path;
        next.audioSeconds = seconds;
        return this;
    }

    public FeedbackWriter effort(Effort effort) {
        next.effort = effort;
        return this;
    }

    public FeedbackWriter softer(boolean softer) {
        next.softer = softer;
        return this;
    }

    public FeedbackWriter planned(int phase, double seconds) {
        next.plannedSeconds[phase] = seconds;
        return this;
    }

    public FeedbackWriter appointmentEnd(double tSeconds) {
        next.appointmentEndSeconds = tSeconds;
        return this;
    }

    public FeedbackWriter secondMuscle(double microvolts) {
        next.secondMuscleMicrovolts = microvolts;
        return this;
    }

    /** The other side's muscle is the trained one. @param line of it */
    public FeedbackWriter trainsSecond(int line) {
        next.trainedMuscle = TrainedMuscle.SECOND;
        next.secondMuscleLine = line;
        return this;
    }

    public FeedbackWriter masked(boolean masked) {
        next.masked = masked;
        return this;
    }

    public FeedbackWriter goal(int meter, double value, double line, boolean rises, boolean rewarded) {
        next.goalMeter = meter;
        next.goalValue = value;
        next.goalLine = line;
        next.goalRises = rises;
        next.rewarded = rewarded;
        return this;
    }

    public FeedbackWriter pacerSecondsLeft(double seconds) {
        next.pacerSecondsLeft = seconds;
        return this;
    }

    public FeedbackWriter letGo(double seconds) {
        next.letGoSeconds = seconds;
        return this;
    }

    public FeedbackWriter audio(String file) {
        next.audio = file;
        return this;
    }

    /** As it would be written now, without being written. */
    public Feedback next() {
        return next;
    }

    public Feedback publish() {
        cell.write(next);
        return next;
    }

    /** The oldest wish not yet taken; null when there is none. */
    public static TrainingControl.Wish wish(TrainingControl control) {
        return control.next();
    }
}
