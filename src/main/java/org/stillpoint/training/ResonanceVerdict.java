package org.stillpoint.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the blocks of a resonance assessment allow to say: a set of rates that cannot be told apart, or that and why nothing
 * can be said. Uses beats, breaths, pacer and signal quality alone.
 *
 * <p>A rate leaves the set when both its swing and its slow power lie below the best rate's by more than
 * {@value #ERRORS} standard errors and by more than the drift between the first block and its repetition. The step of heart
 * and breath supports: it has to fall over the rates and to cross zero near the set. See the page on the assessment.
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

    static final double ERRORS = 2;

    /** Under this share of breaths with the pacer the rates were not really breathed. */
    static final double LEAST_FOLLOWED = 0.7;

    private static final double WIDEST_SET_PER_MINUTE = 1.01;
    private static final double LEAST_DRIFT = 0.1;
    private static final double LEAST_STEP_DRIFT_DEGREES = 15;
    private static final double LEAST_STEP_FALL_DEGREES = 20;
    private static final double IN_STEP_DEGREES = 15;
    private static final double OFF_STEP_DEGREES = 25;
    private static final double OFF_PACE_PER_MINUTE = 0.9;
    private static final double MORE_COMFORTABLE = 0.75;
    private static final int LEAST_RATES = 3;

    /** Chi-square limits at one percent for 2, 3, ... degrees of freedom. */
    private static final double[] NOT_FLAT = {9.21, 11.34, 13.28, 15.09, 16.81, 18.48, 20.09, 21.67, 23.21};

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
                    rates.size() < LEAST_RATES ? List.of() : new Comparison(usable, rates).set(),
                    beltWorn
                            ? "Only " + Math.round(100 * followed(blocks))
                                    + " % of the breaths followed the pacer, so the rates were not really breathed."
                            : "Without a belt nobody can tell whether the breath followed the pacer.");
        }
        for (ResonanceBlock block : blocks) {
            if (!block.usable() && rates.stream().noneMatch(rate -> rate.perMinute() == block.ratePerMinute())) {
                return inconclusive(
                        List.of(), "At " + block.ratePerMinute() + " a minute there was " + block.flaw() + ".");
            }
        }
        if (rates.size() < LEAST_RATES) {
            return inconclusive(List.of(), "Fewer than three rates were breathed, so there is nothing to compare.");
        }
        Comparison comparison = new Comparison(usable, rates);
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
    private static double recommended(Comparison comparison) {
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

    /** The rates beside each other. */
    private static final class Comparison {

        private final List<ResonanceBlock> blocks;
        private final List<ResonanceRate> rates;
        private final List<ResonanceRate> members = new ArrayList<>();
        private ResonanceBlock first;
        private ResonanceBlock again;
        private double swingDrift;
        private double powerDrift;

        Comparison(List<ResonanceBlock> blocks, List<ResonanceRate> rates) {
            this.blocks = blocks;
            this.rates = rates;
            repetition();
            ResonanceRate bySwing = best(true);
            ResonanceRate byPower = best(false);
            for (ResonanceRate rate : rates) {
                boolean swingsLess = clearlyBelow(rate.swing(), bySwing.swing(), swingDrift);
                boolean weaker = clearlyBelow(rate.power(), byPower.power(), powerDrift);
                if (!(swingsLess && weaker)) {
                    members.add(rate);
                }
            }
        }

        /** The longest time between two blocks of one rate: the first rate and its repetition. */
        private void repetition() {
            int longest = 0;
            for (int i = 0; i < blocks.size(); i++) {
                for (int j = i + 1; j < blocks.size(); j++) {
                    if (blocks.get(i).ratePerMinute() == blocks.get(j).ratePerMinute() && j - i > longest) {
                        longest = j - i;
                        first = blocks.get(i);
                        again = blocks.get(j);
                    }
                }
            }
            if (first != null) {
                swingDrift = Math.abs(
                        StrictMath.log(again.swing().value() / first.swing().value()));
                powerDrift = Math.abs(StrictMath.log(
                                again.slowPower().value() / first.slowPower().value()))
                        / 2;
            }
        }

        private ResonanceRate best(boolean bySwing) {
            return rates.stream()
                    .max(Comparator.comparingDouble(rate -> (bySwing ? rate.swing() : rate.power()).value()))
                    .orElseThrow();
        }

        private static boolean clearlyBelow(Estimate one, Estimate other, double drift) {
            double less = other.value() - one.value();
            return less > ERRORS * ResonanceRate.error(one, other) && less > drift;
        }

        List<ResonanceRate> members() {
            return members;
        }

        List<Double> set() {
            return members.stream().map(ResonanceRate::perMinute).toList();
        }

        /** Why the set is no answer; empty when it is one. */
        String doubt() {
            if (first == null) {
                return "The first rate was not repeated, so nobody can tell whether the answer drifted.";
            }
            String drift = drift();
            if (!drift.isEmpty()) {
                return drift;
            }
            if (flat()) {
                return "The heart's answer is flat: the rates do not differ by more than their errors.";
            }
            if (doublePeaked()) {
                return "The heart answers at two rates with a valley between them.";
            }
            String step = step();
            if (!step.isEmpty()) {
                return step;
            }
            double widest =
                    members.get(members.size() - 1).perMinute() - members.get(0).perMinute();
            if (widest > WIDEST_SET_PER_MINUTE || members.size() == rates.size()) {
                return "The rates " + words(set()) + " cannot be told apart.";
            }
            return "";
        }

        private String drift() {
            double error =
                    ResonanceRate.spread(blocks, true) * Math.sqrt(1.0 / first.analysed() + 1.0 / again.analysed());
            if (swingDrift > Math.max(LEAST_DRIFT, ERRORS * error)) {
                return "The answer at " + first.ratePerMinute() + " a minute changed from "
                        + Math.round(first.swing().value()) + " to "
                        + Math.round(again.swing().value())
                        + " beats a minute between the first block and its repetition: it drifts.";
            }
            double turned = again.phaseDegrees().value() - first.phaseDegrees().value();
            turned -= 360 * Math.rint(turned / 360);
            double turnError = ResonanceRate.error(again.phaseDegrees(), first.phaseDegrees());
            if (Math.abs(turned) > Math.max(LEAST_STEP_DRIFT_DEGREES, ERRORS * turnError)) {
                return "The step of heart and breath changed by " + Math.round(Math.abs(turned))
                        + " degrees between the first block and its repetition: it drifts.";
            }
            return "";
        }

        private boolean flat() {
            double weights = 0;
            double mean = 0;
            for (ResonanceRate rate : rates) {
                double weight = 1 / (rate.swing().error() * rate.swing().error());
                weights += weight;
                mean += weight * rate.swing().value();
            }
            mean /= weights;
            double chiSquare = 0;
            for (ResonanceRate rate : rates) {
                double off = (rate.swing().value() - mean) / rate.swing().error();
                chiSquare += off * off;
            }
            return !(chiSquare > NOT_FLAT[Math.min(rates.size() - 3, NOT_FLAT.length - 1)]);
        }

        private boolean doublePeaked() {
            for (int i = 0; i < rates.size(); i++) {
                for (int k = i + 2; k < rates.size(); k++) {
                    for (int j = i + 1; j < k; j++) {
                        Estimate valley = rates.get(j).swing();
                        if (clearlyBelow(valley, rates.get(i).swing(), swingDrift)
                                && clearlyBelow(valley, rates.get(k).swing(), swingDrift)) {
                            return true;
                        }
                    }
                }
            }
            int from = rates.indexOf(members.get(0));
            return rates.indexOf(members.get(members.size() - 1)) - from != members.size() - 1;
        }

        /** The step of heart and breath: ahead at slower rates than the resonance, behind at faster ones. */
        private String step() {
            ResonanceRate slowest = rates.get(0);
            ResonanceRate fastest = rates.get(rates.size() - 1);
            double fall =
                    slowest.phaseDegrees().value() - fastest.phaseDegrees().value();
            double error = ResonanceRate.error(slowest.phaseDegrees(), fastest.phaseDegrees());
            if (!(fall > Math.max(LEAST_STEP_FALL_DEGREES, ERRORS * error))) {
                return "Heart and breath keep the same step at every rate, so the swing alone is no sign of a resonance.";
            }
            ResonanceRate low = members.get(0);
            ResonanceRate high = members.get(members.size() - 1);
            if (low == slowest
                    && low.phaseDegrees().value()
                            < -IN_STEP_DEGREES - low.phaseDegrees().error()) {
                return "The best rate is the slowest one, and a slower one may be better still.";
            }
            if (high == fastest
                    && high.phaseDegrees().value()
                            > IN_STEP_DEGREES + high.phaseDegrees().error()) {
                return "The best rate is the fastest one, and a faster one may be better still.";
            }
            if (low.phaseDegrees().value()
                            < -OFF_STEP_DEGREES - ERRORS * low.phaseDegrees().error()
                    || high.phaseDegrees().value()
                            > OFF_STEP_DEGREES + ERRORS * high.phaseDegrees().error()) {
                return "The swing and the step of heart and breath point to different rates.";
            }
            ResonanceRate best = best(true);
            for (ResonanceBlock block : blocks) {
                boolean off = Math.abs(block.peakPerMinute().value() - block.ratePerMinute()) > OFF_PACE_PER_MINUTE;
                if (block.ratePerMinute() == best.perMinute() && off) {
                    return "The largest wave of the heart is not at the rate that was breathed.";
                }
            }
            return "";
        }

        String said(double recommended) {
            String among = members.size() == 1
                    ? recommended + " a minute gives the largest swing of all rates"
                    : words(set()) + " a minute cannot be told apart; " + recommended + " is the "
                            + (comfortable(recommended) ? "most comfortable" : "middle") + " of them";
            return among + ".";
        }

        private boolean comfortable(double recommended) {
            double said = Double.NaN;
            double other = Double.NEGATIVE_INFINITY;
            for (ResonanceRate rate : members) {
                if (rate.perMinute() == recommended) {
                    said = rate.comfort();
                } else {
                    other = Math.max(other, rate.comfort());
                }
            }
            return said - other >= MORE_COMFORTABLE;
        }
    }
}
