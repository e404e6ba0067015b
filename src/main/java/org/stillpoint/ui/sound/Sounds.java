package org.stillpoint.ui.sound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** The sounds that can be chosen, in the order the user sees. */
public final class Sounds {

    /**
     * A sound.
     *
     * @param id word of protocols and settings
     * @param title what a person reads
     * @param breath whether it tells the breath's halves, so that it can lead a pacer
     */
    public record Sound(String id, String title, boolean breath, List<DoubleFunction<Voice>> voices) {}

    /** The pacer's tones: what is heard when nothing else was chosen. */
    public static final String USUAL = "tones";

    /** Silence but for a script's own files: no pacer, no muscle, no reward. */
    public static final String NONE = "none";

    private static final List<Sound> ALL = List.of(
            new Sound(USUAL, "Tones: up to breathe in, down to breathe out", true, List.of(BreathVoice::new)),
            new Sound("waves", "Waves: air in, air out", true, List.of(WavesVoice::new)),
            new Sound("metronome", "Ticks: high to breathe in, low to breathe out", true, List.of(MetronomeVoice::new)),
            new Sound("chord", "A chord that softens with the muscle", false, List.of(ChordVoice::new)),
            new Sound("tone", "A tone that fades as the muscle lets go", false, List.of(TensionVoice::new)),
            new Sound("chord-and-tones", "The chord and the tones", true, List.of(ChordVoice::new, BreathVoice::new)),
            new Sound(NONE, "None", false, List.of()));

    private Sounds() {}

    public static List<Sound> all() {
        return ALL;
    }

    /** The sound with this id; absent when there is none. */
    public static Optional<Sound> find(String id) {
        return ALL.stream().filter(sound -> sound.id().equals(id)).findFirst();
    }

    /**
     * The next one of the same kind, round and round: what leads the breath is followed by what leads the breath, the
     * person's own among them, what tells the muscle by what tells the muscle.
     */
    public static String after(String id, OwnSounds own) {
        boolean breath = find(id).map(Sound::breath).orElse(true);
        List<String> same = new ArrayList<>(ALL.stream()
                .filter(sound -> sound.breath() == breath && !sound.id().equals(NONE))
                .map(Sound::id)
                .toList());
        if (breath) {
            same.addAll(own.all());
        }
        return same.get((same.indexOf(id) + 1) % same.size());
    }

    /** The sound with this id, the usual one when there is none. */
    public static Sound named(String id) {
        return find(id).orElse(ALL.get(0));
    }
}
