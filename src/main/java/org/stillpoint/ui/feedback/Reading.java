package org.stillpoint.ui.feedback;

import org.stillpoint.metric.Absence;
import org.stillpoint.signal.Quality;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.TrainedMuscle;

/** What can be said of the trained signal now. Only {@link #THERE} has a height; nothing else may look like a low one. */
enum Reading {
    /** A level. */
    THERE("", ""),
    /** Softer than the sensor can tell from its own noise. */
    AT_LIMIT("the sensor cannot", "show less"),
    /** The signal comes back by itself in a moment. */
    SETTLING("one moment,", "the sensor settles"),
    /** Something is left out on purpose, a cough or a word. */
    PAUSED("one moment", ""),
    /** There is not enough of the signal yet. */
    GATHERING("one moment,", "it is being measured"),
    /** Nothing that could measure it is worn. */
    NO_SENSOR("there is no sensor", "for this"),
    /** Someone has to look at the electrode or the cable. */
    NEEDS_A_LOOK("the sensor", "needs a look");

    private static final Absence[] ABSENCES = Absence.values();
    private static final Quality[] QUALITIES = Quality.values();

    private final String first;
    private final String second;
    private final String words;

    Reading(String first, String second) {
        this.first = first;
        this.second = second;
        this.words = (first + " " + second).strip();
    }

    /** Of the trained muscle. @param line of the first muscle; -1 = there is none */
    static Reading of(Feedback feedback, int line) {
        if (feedback.masked()) {
            return PAUSED;
        }
        if (!Double.isNaN(feedback.trainedMicrovolts())) {
            return THERE;
        }
        if (feedback.trainedAtLimit()) {
            return AT_LIMIT;
        }
        boolean second = feedback.trainedMuscle() == TrainedMuscle.SECOND
                || feedback.trainedMuscle() == TrainedMuscle.LARGER && !Double.isNaN(feedback.muscleMicrovolts());
        return ofLine(feedback, second ? feedback.secondMuscleLine() : line);
    }

    /** Of the one measure that is trained. @param line of its channel; -1 = there is none */
    static Reading ofGoal(Feedback feedback, int line) {
        if (feedback.masked()) {
            return PAUSED;
        }
        if (!Double.isNaN(feedback.goalValue())) {
            return THERE;
        }
        int meter = feedback.goalMeter();
        Absence absence =
                meter < 0 || meter >= feedback.meters() ? Absence.NO_SENSOR : ABSENCES[feedback.meterAbsence(meter)];
        return switch (absence) {
            case NO_SENSOR, RATE_TOO_LOW, NO_REFERENCE -> NO_SENSOR;
            case SENSOR_LIMIT -> AT_LIMIT;
            case HELD -> PAUSED;
            default -> {
                Reading reading = ofLine(feedback, line);
                boolean gathers = absence == Absence.NOT_ENOUGH_YET || absence == Absence.STALE;
                yield reading == SETTLING && gathers ? GATHERING : reading;
            }
        };
    }

    private static Reading ofLine(Feedback feedback, int line) {
        if (line < 0 || line >= feedback.lines()) {
            return NEEDS_A_LOOK;
        }
        return switch (QUALITIES[feedback.lineQuality(line)]) {
            case SENSOR_LIMIT -> AT_LIMIT;
            case GOOD, MAINS, SETTLING, MOVING -> SETTLING;
            case FLAT, RAILED, OFF, LOST -> NEEDS_A_LOOK;
        };
    }

    /** Whether an empty column is dashed: a person can do something about it. */
    boolean wantsHands() {
        return this == NEEDS_A_LOOK || this == NO_SENSOR;
    }

    /** In one line. */
    String words() {
        return words;
    }

    /** Upper of two lines, where there is little room. */
    String firstLine() {
        return first;
    }

    String secondLine() {
        return second;
    }
}
