package org.stillpoint.ui.sound;

import java.util.List;
import org.stillpoint.training.Phase;
import org.stillpoint.training.Protocol;

/**
 * Which sound a phase has: what was chosen in this session, else what the phase begins with, else what this person chose the
 * last time, else the protocol's, else the usual one. A phase without sound stays so unless somebody chooses in it.
 *
 * @param protocol the one that runs
 * @param remembered id of the sound that was chosen the last time; empty = none
 * @param chosen id of the sound that was chosen today; empty = as the protocol says, null = nobody chose
 * @param chosenIn the phase in which it was
 */
record SoundChoice(Protocol protocol, String remembered, String chosen, int chosenIn) {

    /** Before anyone chooses. */
    static SoundChoice of(Protocol protocol, String remembered) {
        return new SoundChoice(protocol, remembered, null, -1);
    }

    /** Somebody chooses; an empty id = as the protocol says. */
    SoundChoice choose(String id, int phase) {
        return new SoundChoice(protocol, remembered, id, phase);
    }

    /** Id of the sound of a phase. */
    String of(int phase) {
        List<Phase> phases = protocol.phases();
        String own = phase >= 0 && phase < phases.size() ? phases.get(phase).sound() : "";
        boolean today = chosen != null && !chosen.isEmpty();
        if (today && (chosenIn == phase || !own.equals(Sounds.NONE))) {
            return chosen;
        }
        if (!own.isEmpty()) {
            return own;
        }
        if (chosen == null && !remembered.isEmpty()) {
            return remembered;
        }
        return protocol.sound().isEmpty() ? Sounds.USUAL : protocol.sound();
    }
}
