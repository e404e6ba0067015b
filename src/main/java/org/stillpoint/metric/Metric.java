package org.stillpoint.metric;

import java.util.Locale;
import org.stillpoint.signal.Modality;

/**
 * What is measured, and its ground.
 *
 * @param id unique within a session; measures of one of several muscles end in {@code @} and the channel's id
 * @param name for people, band included where the band is part of the value
 * @param unit as shown, for instance {@code ms}, {@code /min}, {@code µV}, {@code sensor units}
 * @param modality the kind of channel it comes from
 * @param windowSeconds length of its window; NaN where it is not a time (one breath)
 * @param band frequency band in words; empty where none applies
 */
public record Metric(String id, String name, String unit, Modality modality, double windowSeconds, String band) {

    /** What is missing while the window fills, for instance {@code needs 64 s}. */
    public String needs() {
        return "needs " + (windowSeconds == windowSeconds ? seconds(windowSeconds) : "a whole breath");
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 1 ? "%.2f s" : "%.0f s", seconds);
    }

    /** The words for an absent value. */
    public String reason(Absence absence) {
        return absence == Absence.NOT_ENOUGH_YET ? needs() : absence.words();
    }
}
