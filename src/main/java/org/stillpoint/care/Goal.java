package org.stillpoint.care;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.stillpoint.metric.Metric;
import org.stillpoint.training.Phase;
import org.stillpoint.training.Protocol;

/**
 * What an exercise wants to move, by the names of measures: a trial is told by these and not by all there are.
 *
 * @param measures ids, of each channel where there are several
 */
public record Goal(List<String> measures) {

    private static final Goal MUSCLE = new Goal(List.of("muscle", "muscle_recovery", "asymmetry"));
    private static final Goal REST_GAPS = new Goal(List.of("muscle_rest", "muscle_gaps", "muscle"));
    private static final Goal BREATH =
            new Goal(List.of("swing", "rhythm", "with_pacer", "heart_breath_coherence", "breathing_rate"));
    private static final Goal WARMTH = new Goal(List.of("temperature"));
    private static final Goal SKIN = new Goal(List.of("conductance", "skin_responses"));
    private static final Goal QUIET =
            new Goal(List.of("heart_rate", "breathing_rate", "swing", "muscle", "conductance", "temperature"));

    private static final Set<String> OF_MUSCLE = Set.of("tension", "wave-tension", "balance");

    /** Of one exercise; one that is not known is told by what the body does as a whole. */
    public static Goal of(String exercise) {
        return switch (exercise) {
            case "emg-relaxation", "pmr", "flexion-relaxation", "work-rest" -> MUSCLE;
            case "guarding" -> REST_GAPS;
            case "paced-breathing", "resonance", "hrv-training", "breathing-skills", "slower-breath" -> BREATH;
            case "warm-hands" -> WARMTH;
            case "calm-skin" -> SKIN;
            default -> QUIET;
        };
    }

    /** Of a phase, whose exercise comes before those of the protocol. */
    public static Goal of(Protocol protocol, Phase phase) {
        List<String> exercises =
                phase == null || phase.exercise().isEmpty() ? protocol.exercises() : List.of(phase.exercise());
        Set<String> all = new LinkedHashSet<>();
        exercises.forEach(exercise -> all.addAll(of(exercise).measures));
        return new Goal(List.copyOf(all));
    }

    /** Places of these measures among those of a session, in this order. */
    public int[] places(List<Metric> metrics) {
        List<Integer> places = new ArrayList<>();
        for (String id : measures) {
            for (int i = 0; i < metrics.size(); i++) {
                if (metrics.get(i).id().equals(id) || metrics.get(i).id().startsWith(id + "@")) {
                    places.add(i);
                }
            }
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * The one measure that stands for a session: the first that its goal names and that there is; where the goal names
     * several kinds and the display is one of the muscle, the muscle. Whoever draws a session as columns draws this.
     *
     * @param ids of the measures that there are
     * @return its place among them; -1 = there is none
     */
    public static int headline(Protocol protocol, List<String> ids) {
        List<String> named = of(protocol, null).measures;
        boolean another = !named.get(0).startsWith("muscle");
        if (another && named.contains("muscle") && OF_MUSCLE.contains(protocol.display())) {
            int muscle = place("muscle", ids);
            if (muscle >= 0) {
                return muscle;
            }
        }
        return named.stream()
                .mapToInt(id -> place(id, ids))
                .filter(place -> place >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static int place(String measure, List<String> ids) {
        for (int i = 0; i < ids.size(); i++) {
            if (ids.get(i).equals(measure) || ids.get(i).startsWith(measure + "@")) {
                return i;
            }
        }
        return -1;
    }
}
