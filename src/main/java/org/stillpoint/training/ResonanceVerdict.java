package org.stillpoint.training;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the blocks of a resonance assessment allow to say: a set of rates that cannot be told apart, or that and why nothing
 * can be said. Uses beats, breaths, pacer and signal quality alone.
 *
 * <p>A rate leaves the set when both its swing and its slow power lie below the best rate's by more than
 * its errors and by more than the drift between the first block and its repetition. The step of heart and breath
 * supports: it has to turn over the rates, from ahead to behind, and to be near zero at the set.
 *
 * @param status how sure it is
 * @param set rates that cannot be told apart from the best, rising; empty when nothing could be compared
 * @param recommendedPerMinute the most comfortable of the set, else its middle; NaN unless confident
 * @param reason one sentence
 */
public record ResonanceVerdict(Status status, List<Double> set, double recommendedPerMinute, String reason) {

    /** How sure a verdict is. */
    public enum Status {
        CONFIDENT,
        INCONCLUSIVE,
        FAILED;

        /** The word in files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Under this share of breaths with the pacer the rates were not really breathed. */
    static final double LEAST_FOLLOWED = 0.67;

    /** Comfort that differs by less than this on its scale of ten is the same. */
    static final double MORE_COMFORTABLE = 0.75;

    private static final int LEAST_RATES = 3;

    /** @param blocks those that were finished, in their order */
    public static ResonanceVerdict of(List<ResonanceBlock> blocks, boolean heartWorn, boolean beltWorn) {
        if (!heartWorn) {
            return new ResonanceVerdict(
                    Status.FAILED, List.of(), Double.NaN, "There was no heart sensor, so nothing could be compared.");
        }
        if (blocks.stream().noneMatch(block -> block.swing().present())) {
            return new ResonanceVerdict(
                    blocks.isEmpty() || followed(blocks) >= LEAST_FOLLOWED ? Status.FAILED : Status.INCONCLUSIVE,
                    List.of(),
                    Double.NaN,
                    blocks.isEmpty()
                            ? "No rate was finished."
                            : "No breath both followed the pacer and held clean heart beats.");
        }
        List<ResonanceBlock> usable =
                blocks.stream().filter(ResonanceBlock::usable).toList();
        List<ResonanceRate> rates = ResonanceRate.of(usable);
        if (!beltWorn || followed(blocks) < LEAST_FOLLOWED) {
            return inconclusive(
                    rates.size() < LEAST_RATES ? List.of() : new ResonanceComparison(usable, rates).set(),
                    beltWorn
                            ? "Only " + Math.round(100 * followed(blocks))
                                    + " % of the breaths followed the pacer, so the rates were not really breathed."
                            : "Without a belt nobody can tell whether the breath followed the pacer.");
        }
        for (ResonanceBlock block : blocks) {
            if (!block.usable() && rates.stream().noneMatch(rate -> rate.perMinute() == block.ratePerMinute())) {
                return inconclusive(List.of(), "At " + block.ratePerMinute() + " a minute: " + block.flaw() + ".");
            }
        }
        if (rates.size() < LEAST_RATES) {
            return inconclusive(List.of(), "Fewer than three rates were breathed, so there is nothing to compare.");
        }
        ResonanceComparison comparison = new ResonanceComparison(usable, rates);
        if (!comparison.repeated()) {
            return inconclusive(
                    comparison.set(),
                    blocks.stream()
                            .filter(block -> !block.usable())
                            .findFirst()
                            .map(block -> "Of the repetition at " + block.ratePerMinute() + " a minute: " + block.flaw()
                                    + ", so nobody can tell whether the answer drifted.")
                            .orElse("The first rate was not repeated, so nobody can tell whether the answer drifted."));
        }
        String doubt = comparison.doubt();
        List<Double> set = comparison.set();
        if (!doubt.isEmpty()) {
            return inconclusive(set, doubt);
        }
        double recommended = recommended(comparison);
        return new ResonanceVerdict(Status.CONFIDENT, set, recommended, comparison.said(recommended));
    }

    private static ResonanceVerdict inconclusive(List<Double> set, String reason) {
        return new ResonanceVerdict(Status.INCONCLUSIVE, set, Double.NaN, reason);
    }

    private static double followed(List<ResonanceBlock> blocks) {
        double following = 0;
        double all = 0;
        for (ResonanceBlock block : blocks) {
            following += Math.max(0, block.following());
            all += block.breaths();
        }
        return all == 0 ? 0 : following / all;
    }

    /** The clearly more comfortable one of the set, else the middle; of two middle ones that with the larger swing. */
    private static double recommended(ResonanceComparison comparison) {
        List<ResonanceRate> set = comparison.members();
        List<ResonanceRate> liked = set.stream()
                .filter(rate -> rate.comfort() == rate.comfort())
                .sorted(Comparator.comparingDouble(ResonanceRate::comfort).reversed())
                .toList();
        if (liked.size() == set.size()
                && (set.size() == 1 || liked.get(0).comfort() - liked.get(1).comfort() >= MORE_COMFORTABLE)) {
            return liked.get(0).perMinute();
        }
        ResonanceRate low = set.get((set.size() - 1) / 2);
        ResonanceRate high = set.get(set.size() / 2);
        return low.swing().value() > high.swing().value() ? low.perMinute() : high.perMinute();
    }

    /** {@code 5.0, 5.5 and 6.0}. */
    static String words(List<Double> rates) {
        String all = rates.stream().map(String::valueOf).collect(Collectors.joining(", "));
        int last = all.lastIndexOf(", ");
        return last < 0 ? all : all.substring(0, last) + " and " + all.substring(last + 2);
    }
}
