package org.stillpoint.ui.feedback;

import org.stillpoint.signal.Quality;
import org.stillpoint.training.Feedback;

/** What can be said of the trained muscle now. Only {@link #THERE} has a height; nothing else may look like a low one. */
enum MuscleReading {
    /** A level. */
    THERE("", ""),
    /** Softer than the sensor can tell from its own noise. */
    AT_LIMIT("the sensor cannot", "show less"),
    /** The signal comes back by itself in a moment. */
    SETTLING("one moment,", "the sensor settles"),
    /** Someone has to look at the electrode or the cable. */
    NEEDS_A_LOOK("the sensor", "needs a look");

    private final String first;
    private final String second;

    MuscleReading(String first, String second) {
        this.first = first;
        this.second = second;
    }

    /** @param line of the muscle; -1 = there is none */
    static MuscleReading of(Feedback feedback, int line) {
        if (!Double.isNaN(feedback.muscleMicrovolts())) {
            return THERE;
        }
        if (feedback.muscleAtLimit()) {
            return AT_LIMIT;
        }
        if (line < 0 || line >= feedback.lines()) {
            return NEEDS_A_LOOK;
        }
        return switch (Quality.values()[feedback.lineQuality(line)]) {
            case SENSOR_LIMIT -> AT_LIMIT;
            case GOOD, MAINS, SETTLING, MOVING -> SETTLING;
            case FLAT, RAILED, OFF, LOST -> NEEDS_A_LOOK;
        };
    }

    /** In one line. */
    String words() {
        return first + " " + second;
    }

    /** Upper of two lines, where there is little room. */
    String firstLine() {
        return first;
    }

    String secondLine() {
        return second;
    }
}
