package org.stillpoint.care;

import java.util.List;
import java.util.Optional;
import org.stillpoint.training.PhaseKind;

/**
 * What a phase of a session came to: the measures that its goal names, with the feedback and without.
 *
 * @param phase its title
 * @param kind what it was for; null when the protocol does not say
 * @param fromSeconds its start since the session's start
 * @param toSeconds its end
 * @param shownSeconds seconds with feedback on the screen, holds and marked disturbances left out
 * @param paced whether a pacer ran
 * @param measures in the order in which they are read
 * @param zone of the trained muscle
 */
public record TrialResult(
        String phase,
        PhaseKind kind,
        double fromSeconds,
        double toSeconds,
        double shownSeconds,
        boolean paced,
        List<TrialMeasure> measures,
        ZoneTime zone) {

    public TrialResult {
        measures = List.copyOf(measures);
    }

    /** Whether it was a trial: the skill trained, with the screen's help or veiled. */
    boolean trained() {
        return kind != null && kind.trains();
    }

    /** The measure with this id, or of the first channel with it. */
    public Optional<TrialMeasure> measure(String id) {
        return measures.stream()
                .filter(one -> one.name().equals(id) || one.name().startsWith(id + "@"))
                .findFirst();
    }

    /** Where the muscle sits that is told of before another one, as its channel is named; empty with one muscle or none. */
    public String muscleSite() {
        List<String> sites = measures.stream()
                .filter(one -> one.name().startsWith("muscle@"))
                .map(one -> one.title().replaceFirst(", [0-9.]+-[0-9.]+ Hz.*", ""))
                .toList();
        return sites.size() < 2 ? "" : sites.get(0);
    }

    /** Its median over the whole phase; NaN when absent. */
    public double median(String id) {
        return measure(id).map(one -> one.all().median()).orElse(Double.NaN);
    }
}
