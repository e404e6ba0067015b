package org.stillpoint.training;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A text that leads through an exercise, step by step.
 *
 * @param id word of protocols
 * @param name for people
 * @param eyesClosed whether it asks for closed eyes; one that does is nothing for a first session
 * @param sensed body groups that the muscle sensor sees when nobody says otherwise; at other groups nothing is waited for
 * @param steps in order
 * @param note what the therapist should know of it, said once; empty = nothing
 */
public record Script(String id, String name, boolean eyesClosed, List<String> sensed, List<Step> steps, String note) {

    /** The group of a step that is about the muscle that the sensor sees, whichever it is; {@code {group}} is its name. */
    public static final String SENSED = "sensed";

    private static final String NAMED = "{group}";

    /** None at all, for exercises without words. */
    public static final Map<String, Script> NONE = Map.of();

    public Script {
        sensed = sensed == null ? List.of() : List.copyOf(sensed);
        steps = List.copyOf(steps);
        note = Objects.requireNonNullElse(note, "");
    }

    /**
     * The same where the sensor sits: its steps of the group {@value #SENSED} are about that one, and their words name it.
     *
     * @param groups those that the sensor sees; empty = as the script says
     */
    public Script on(Collection<String> groups) {
        String group = (groups.isEmpty() ? sensed : groups).stream().findFirst().orElse("");
        String words = group.isEmpty() ? "muscle" : group.replace('-', ' ');
        List<Step> told = steps.stream()
                .map(step -> step.group().equals(SENSED)
                        ? new Step(
                                step.say().replace(NAMED, words),
                                step.seconds(),
                                step.waits(),
                                group,
                                step.pauseSeconds(),
                                step.audio())
                        : step)
                .toList();
        return new Script(id, name, eyesClosed, sensed, told, note);
    }

    /** What a step waits for. */
    public enum Wait {
        /** Its seconds. */
        TIME,
        /** A comfortable effort, from which later ones are judged; its seconds are the time for it. */
        REFERENCE,
        /** A real but gentle contraction; its seconds begin with it. */
        CONTRACTION,
        /** The muscle's letting go; longer than its seconds when that takes longer. */
        RELEASE
    }

    /**
     * One step.
     *
     * @param say what is said or shown
     * @param seconds how long it lasts, see {@link Wait}
     * @param waits what it waits for
     * @param group body group that it is about; empty = the whole person, {@value #SENSED} = that of the sensor
     * @param pauseSeconds quiet after it, its words stay
     * @param audio a sound file of the user's own that begins with it and rings out, as its path; empty = none
     */
    public record Step(String say, double seconds, Wait waits, String group, double pauseSeconds, String audio) {}

    /** Seconds when nobody has to be waited for. */
    public double seconds() {
        return steps.stream()
                .mapToDouble(step -> step.seconds() + step.pauseSeconds())
                .sum();
    }
}
