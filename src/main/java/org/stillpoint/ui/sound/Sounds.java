package org.stillpoint.ui.sound;

import java.util.List;
import java.util.function.DoubleFunction;

/** The sounds that can be chosen, in the order the user sees. */
public final class Sounds {

    /**
     * A sound.
     *
     * @param id word of protocols and settings
     * @param title what a person reads
     */
    public record Sound(String id, String title, List<DoubleFunction<Voice>> voices) {}

    /** The pacer's tones, and a quiet one above the goal: what is heard when nothing else was chosen. */
    public static final String USUAL = "tones";

    private static final List<Sound> ALL = List.of(
            new Sound(USUAL, "Tones: up to breathe in, down to breathe out", List.of(BreathVoice::new)),
            new Sound("waves", "Waves: air in, air out", List.of(WavesVoice::new)),
            new Sound("chord", "A chord that softens with the muscle", List.of(ChordVoice::new)),
            new Sound("chord-and-tones", "The chord and the tones", List.of(ChordVoice::new, BreathVoice::new)));

    private Sounds() {}

    public static List<Sound> all() {
        return ALL;
    }

    /** The sound with this id, the usual one when there is none. */
    public static Sound named(String id) {
        return ALL.stream().filter(sound -> sound.id().equals(id)).findFirst().orElse(ALL.get(0));
    }
}
