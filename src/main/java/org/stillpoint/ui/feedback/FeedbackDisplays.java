package org.stillpoint.ui.feedback;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.stillpoint.signal.Modality;

/** The catalogue of displays, in menu order; a new one comes last, for recordings hold their numbers. */
public final class FeedbackDisplays {

    /**
     * A display that can be opened any number of times.
     *
     * @param id word of protocols and settings
     * @param title what a person reads
     * @param shows whose sensors it shows without having words for one that is off
     * @param maker opens one
     */
    public record Kind(String id, String title, Set<Modality> shows, Function<DisplayLook, FeedbackDisplay> maker) {

        public FeedbackDisplay open(DisplayLook look) {
            return maker.apply(look);
        }
    }

    private static final Set<Modality> BREATH = Set.of(Modality.RESP, Modality.RESP2);
    private static final Set<Modality> BREATH_AND_HEART =
            Set.of(Modality.RESP, Modality.RESP2, Modality.ECG, Modality.PPG, Modality.IBI, Modality.BPM);

    private static final List<Kind> ALL = List.of(
            new Kind("wave", "Wave", BREATH_AND_HEART, WaveDisplay::new),
            new Kind("shape", "Shape", BREATH, ShapeDisplay::new),
            new Kind("tension", "Tension", Set.of(), TensionDisplay::new),
            new Kind("wave-tension", "Wave and tension", BREATH_AND_HEART, WaveAndTensionDisplay::new),
            new Kind("black", "Eyes closed", Set.of(), BlackDisplay::new),
            new Kind("balance", "Left and right", Set.of(), BalanceDisplay::new),
            new Kind("goal", "One measure", Set.of(), GoalDisplay::new));

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
