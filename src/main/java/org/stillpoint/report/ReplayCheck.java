package org.stillpoint.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stillpoint.care.MeasureResult;
import org.stillpoint.care.SessionResult;
import org.stillpoint.care.Spread;
import org.stillpoint.care.TrialMeasure;
import org.stillpoint.care.TrialResult;
import org.stillpoint.store.Recording;
import org.stillpoint.store.StoreException;

/**
 * The numbers stored with a session against the same computed anew from its raw samples. Equal means the same bits, or both
 * absent.
 *
 * @param compared how many numbers were there on either side; 0 when nothing was stored yet
 * @param differences those that are not the same
 */
public record ReplayCheck(int compared, List<Difference> differences) {

    /**
     * A number that came out otherwise.
     *
     * @param name of the measure, with phase and part where it has one
     * @param stored NaN = absent
     * @param recomputed NaN = absent
     * @param version of the rules by which the stored one was made; empty when it does not say
     */
    public record Difference(String name, double stored, double recomputed, String version) {}

    private record Number(double value, String version) {}

    public ReplayCheck {
        differences = List.copyOf(differences);
    }

    /** Computes a session anew. Takes about a second an hour of recording. */
    public static ReplayCheck of(Recording recording) throws StoreException {
        if (recording.measures().isEmpty() && recording.result().isEmpty()) {
            return new ReplayCheck(0, List.of());
        }
        SessionReview.Again again = SessionReview.again(recording);
        Map<String, Number> stored =
                numbers(recording.measures(), recording.result().orElse(SessionResult.NONE));
        Map<String, Number> recomputed =
                numbers(again.measures(), recording.result().isPresent() ? again.result() : SessionResult.NONE);
        Map<String, Number> all = new LinkedHashMap<>(stored);
        recomputed.forEach(all::putIfAbsent);
        List<Difference> differences = new ArrayList<>();
        Number absent = new Number(Double.NaN, "");
        for (String name : all.keySet()) {
            Number then = stored.getOrDefault(name, absent);
            Number now = recomputed.getOrDefault(name, absent);
            if (Double.compare(then.value, now.value) != 0) {
                differences.add(new Difference(name, then.value, now.value, then.version));
            }
        }
        return new ReplayCheck(all.size(), differences);
    }

    private static Map<String, Number> numbers(List<MeasureResult> measures, SessionResult result) {
        Map<String, Number> numbers = new LinkedHashMap<>();
        for (MeasureResult measure : measures) {
            String place = measure.phase().isEmpty() ? "" : measure.phase() + " @" + measure.fromSeconds() + " ";
            numbers.put(
                    place + measure.name(),
                    new Number(measure.value(), measure.recipe().getOrDefault("version", "")));
        }
        for (TrialResult trial : result.trials()) {
            String place = "trial " + trial.phase() + " @" + trial.fromSeconds() + " ";
            for (TrialMeasure measure : trial.measures()) {
                spread(numbers, place + measure.name(), measure.all());
                spread(numbers, place + measure.name() + " with feedback", measure.shown());
                spread(numbers, place + measure.name() + " veiled", measure.alone());
            }
            numbers.put(place + "in zone", new Number(trial.zone().percent(), ""));
            numbers.put(place + "time to relax", new Number(trial.zone().relaxSeconds(), ""));
        }
        return numbers;
    }

    private static void spread(Map<String, Number> numbers, String name, Spread spread) {
        numbers.put(name + " median", new Number(spread.median(), ""));
        numbers.put(name + " p10", new Number(spread.low(), ""));
        numbers.put(name + " p90", new Number(spread.high(), ""));
        numbers.put(name + " seconds", new Number(spread.seconds(), ""));
    }

    /** Whether every number is the same. */
    public boolean identical() {
        return differences.isEmpty();
    }
}
