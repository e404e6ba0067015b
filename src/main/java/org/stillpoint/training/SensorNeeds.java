package org.stillpoint.training;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.stillpoint.signal.Modality;

/** What a protocol wants to be worn, what of it is missing, and what it is without that, in words. */
public final class SensorNeeds {

    private SensorNeeds() {}

    /**
     * One sensor that an exercise judges by.
     *
     * @param exercise who needs it
     * @param oneOf any one of these is enough
     */
    record Need(Exercise exercise, Set<Modality> oneOf) {

        boolean metBy(Collection<Modality> worn) {
            return oneOf.stream().anyMatch(worn::contains);
        }
    }

    /** In the order in which the protocol names its exercises: the first is what it is about. */
    static List<Need> of(Protocol protocol) {
        return Exercises.of(protocol).stream()
                .sorted(Comparator.comparingInt(exercise -> protocol.exercises().indexOf(exercise.id())))
                .flatMap(exercise -> exercise.needs().stream().map(oneOf -> new Need(exercise, oneOf)))
                .toList();
    }

    /** Whether nothing in it is judged or shown: it may run without any sensor and lose nothing. */
    public static boolean none(Protocol protocol) {
        return of(protocol).isEmpty() && !shows(protocol);
    }

    /** Whether nothing in it is judged by a sensor: without one it leads as well. */
    public static boolean runsWithout(Protocol protocol) {
        return of(protocol).isEmpty();
    }

    private static boolean shows(Protocol protocol) {
        return protocol.phases().stream().anyMatch(phase -> phase.kind().showsFeedback());
    }

    /**
     * What is missing and what is left without it, in one sentence.
     *
     * @param worn what will be on the person
     * @return empty when nothing is missing
     */
    public static String missing(Protocol protocol, Collection<Modality> worn) {
        List<Need> missing =
                of(protocol).stream().filter(need -> !need.metBy(worn)).toList();
        if (missing.isEmpty()) {
            boolean alone = worn.isEmpty() && shows(protocol);
            return alone
                    ? "Shows the own breath beside the pacer with a breathing belt; without, the pacer leads alone."
                    : "";
        }
        String sensors = missing.stream()
                .map(need -> "a " + words(need.oneOf()))
                .distinct()
                .collect(Collectors.joining(" and "));
        return "Needs " + sensors + "; without, " + missing.get(0).exercise().without() + ".";
    }

    /** The plain name of a sensor that gives one of these: {@code heart sensor}. */
    public static String words(Set<Modality> oneOf) {
        Set<String> kinds = new LinkedHashSet<>();
        for (Modality modality : EnumSet.copyOf(oneOf)) {
            kinds.add(word(modality));
        }
        return kinds.size() == 1 ? kinds.iterator().next() : "sensor of heart, breath, muscle or skin";
    }

    private static String word(Modality modality) {
        return switch (modality) {
            case ECG, PPG, IBI, BPM, SPO2 -> "heart sensor";
            case RESP, RESP2 -> "breathing belt";
            case EMG -> "muscle sensor";
            case EDA -> "skin conductance sensor";
            case TEMP -> "temperature sensor";
            case ACC, AUX, MARKER -> modality.name().toLowerCase(Locale.ROOT) + " sensor";
        };
    }
}
