package org.stillpoint.ui.feedback;

import java.util.List;
import java.util.function.Function;

/** The catalogue of displays, in menu order; a new one comes last, for recordings hold their numbers. */
public final class FeedbackDisplays {

    /**
     * A display that can be opened any number of times.
     *
     * @param id word of protocols and settings
     * @param title what a person reads
     * @param maker opens one
     */
    public record Kind(String id, String title, Function<DisplayLook, FeedbackDisplay> maker) {

        public FeedbackDisplay open(DisplayLook look) {
            return maker.apply(look);
        }
    }

    private static final List<Kind> ALL = List.of(
            new Kind("wave", "Wave", WaveDisplay::new),
            new Kind("shape", "Shape", ShapeDisplay::new),
            new Kind("tension", "Tension", TensionDisplay::new),
            new Kind("wave-tension", "Wave and tension", WaveAndTensionDisplay::new),
            new Kind("black", "Eyes closed", BlackDisplay::new),
            new Kind("balance", "Left and right", BalanceDisplay::new));

    private FeedbackDisplays() {}

    public static List<Kind> all() {
        return ALL;
    }

    /** The display with this id; the first one when there is none of that name. */
    public static Kind of(String id) {
        return ALL.stream().filter(kind -> kind.id().equals(id)).findFirst().orElse(ALL.get(0));
    }

    /** Its number in recordings: 1 is the first of the catalogue. */
    public static int number(String id) {
        return 1 + ALL.indexOf(of(id));
    }
}
