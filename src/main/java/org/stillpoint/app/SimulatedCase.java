package org.stillpoint.app;

import java.util.Map;
import java.util.Set;
import org.stillpoint.device.MuscleHabits;
import org.stillpoint.device.SimulatedPerson;
import org.stillpoint.signal.Modality;
import org.stillpoint.training.Phase;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.Remembered;

/**
 * Who is simulated for a protocol, what they say, and what is compared: the model's truth beside what the exercise
 * concluded. One file an exercise and a line in {@link SimulatedCases}; no state of a session is kept in it.
 */
interface SimulatedCase {

    /** Whether this case is meant for a protocol. */
    boolean suits(Protocol protocol);

    /** Sensors that are worn; all that the simulated patient has unless an exercise needs only some. */
    default Set<Modality> worn() {
        return Set.of(Modality.ECG, Modality.PPG, Modality.RESP, Modality.EMG);
    }

    /** Samples a second: muscle needs {@code 1000}, heart and belt do with 250, which is much faster. */
    default int rateHz() {
        return 1000;
    }

    /** Who patient {@code index} of {@code count} of this seed is. The same numbers give the same person. */
    SimulatedPerson person(long seed, int index, int count);

    /** How this person tenses a muscle and lets it go. */
    default MuscleHabits habits(SimulatedPerson person) {
        return MuscleHabits.USUAL;
    }

    /** What this person's earlier sessions found. */
    default Remembered remembered(SimulatedPerson person) {
        return Remembered.NOTHING;
    }

    /** Before each chunk of samples: may move the patient or wish something of the session. */
    default void meanwhile(SimulatedSession session) {}

    /** What the person answers to the question of a phase, as a number; NaN = nothing. */
    default double rating(SimulatedSession session, Phase phase) {
        return 5;
    }

    /** What the person answers in words; empty = nothing. Asked when there is no number. */
    default String answer(SimulatedSession session, Phase phase) {
        return "";
    }

    /** What is true of this person, by snake_case keys; numbers, texts, truth values, lists, null. */
    Map<String, Object> truth(SimulatedSession session);

    /** What the exercise concluded, by snake_case keys. */
    Map<String, Object> concluded(SimulatedSession session);
}
