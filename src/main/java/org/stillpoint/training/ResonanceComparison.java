package org.stillpoint.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rates of an assessment beside each other: which cannot be told from the best, and what speaks against taking them for
 * an answer.
 */
final class ResonanceComparison {

    /**
     * So many standard errors of the difference a rate must lie below the best one: five percent over four comparisons with
     * one (Dunnett, J. Am. Stat. Assoc. 50 (1955) 1096-1121).
     */
    static final double ERRORS = 2.5;

    /** To call an answer drifting, one test among many, takes more. */
    private static final double DRIFT_ERRORS = 2.5;

    private static final double LEAST_DRIFT = 0.15;
    private static final double LEAST_STEP_DRIFT_DEGREES = 20;
    private static final double LEAST_STEP_FALL_DEGREES = 20;

    /** A belt on the chest tells the breath to about a quarter of a second, which is 10 degrees at 6 a minute. */
    private static final double IN_STEP_DEGREES = 15;

    private static final double OFF_STEP_DEGREES = 25;

    /** A rate stands for what lies within half the usual distance of two rates to its sides. */
    private static final double HALF_STEP_PER_MINUTE = 0.25;

    private static final double OFF_PACE_PER_MINUTE = 0.9;
    private static final double WIDEST_SET_PER_MINUTE = 1.01;

    /** Chi-square limits at one percent for 2, 3, ... degrees of freedom. */
    private static final double[] NOT_FLAT = {9.21, 11.34, 13.28, 15.09, 16.81, 18.48, 20.09, 21.67, 23.21};

    private final List<ResonanceBlock> blocks;
    private final List<ResonanceRate> rates;
    /** Those whose answer is not clearly smaller; a second resonance is among them, whatever its step. */
    private final List<ResonanceRate> answering = new ArrayList<>();

    private final List<ResonanceRate> members = new ArrayList<>();
    private ResonanceBlock first;
    private ResonanceBlock again;
    private double swingDrift;
    private double powerDrift;

    ResonanceComparison(List<ResonanceBlock> blocks, List<ResonanceRate> rates) {
        this.blocks = blocks;
        this.rates = rates;
        repetition();
        ResonanceRate bySwing = best(true);
        ResonanceRate byPower = best(false);
        for (ResonanceRate rate : rates) {
            boolean swingsLess = clearlyBelow(rate.swing(), bySwing.swing(), swingDrift);
            boolean weaker = clearlyBelow(rate.power(), byPower.power(), powerDrift);
            boolean outOfStep =
                    offStep(rate) && less(rate.swing(), bySwing.swing()) && less(rate.power(), byPower.power());
            if (!(swingsLess && weaker)) {
                answering.add(rate);
                if (!outOfStep) {
                    members.add(rate);
                }
            }
        }
    }

    /** Further out of step than a belt's place or delay can make it. */
    private static boolean offStep(ResonanceRate rate) {
        Estimate step = rate.phaseDegrees();
        return Math.abs(step.value()) > OFF_STEP_DEGREES + ERRORS * step.error();
    }

    private static boolean less(Estimate one, Estimate other) {
        return other.value() - one.value() > ResonanceRate.error(one, other);
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

    /** Whether the first rate was breathed again. */
    boolean repeated() {
        return first != null;
    }

    List<ResonanceRate> members() {
        return members;
    }

    List<Double> set() {
        return members.stream().map(ResonanceRate::perMinute).toList();
    }

    /** Why the set is no answer; empty when it is one. */
    String doubt() {
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
            return "The rates " + ResonanceVerdict.words(set()) + " cannot be told apart.";
        }
        return "";
    }

    private String drift() {
        double error = ResonanceRate.spread(blocks, true) * Math.sqrt(1.0 / first.analysed() + 1.0 / again.analysed());
        if (swingDrift > Math.max(LEAST_DRIFT, DRIFT_ERRORS * error)) {
            return "The answer at " + first.ratePerMinute() + " a minute changed from "
                    + Math.round(first.swing().value()) + " to "
                    + Math.round(again.swing().value())
                    + " beats a minute between the first block and its repetition: it drifts.";
        }
        double turned = again.phaseDegrees().value() - first.phaseDegrees().value();
        turned -= 360 * Math.rint(turned / 360);
        double turnError = ResonanceRate.error(again.phaseDegrees(), first.phaseDegrees());
        if (Math.abs(turned) > Math.max(LEAST_STEP_DRIFT_DEGREES, DRIFT_ERRORS * turnError)) {
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
        int from = rates.indexOf(answering.get(0));
        return rates.indexOf(answering.get(answering.size() - 1)) - from != answering.size() - 1;
    }

    /** The step of heart and breath: ahead at slower rates than the resonance, behind at faster ones. */
    private String step() {
        ResonanceRate slowest = rates.get(0);
        ResonanceRate fastest = rates.get(rates.size() - 1);
        double fall = slowest.phaseDegrees().value() - fastest.phaseDegrees().value();
        double error = ResonanceRate.error(slowest.phaseDegrees(), fastest.phaseDegrees());
        if (!(fall > Math.max(LEAST_STEP_FALL_DEGREES, ERRORS * error))) {
            return "Heart and breath keep the same step at every rate, so the swing alone is no sign of a resonance.";
        }
        ResonanceRate low = members.get(0);
        ResonanceRate high = members.get(members.size() - 1);
        Estimate inStep = StepCrossing.of(rates);
        if (low == slowest
                && (low.phaseDegrees().value()
                                < -IN_STEP_DEGREES - low.phaseDegrees().error()
                        || inStep.value() - inStep.error() < slowest.perMinute() - beyond(slowest, rates.get(1)))) {
            return "Open at this end: the best rate is the slowest one, and a slower one may be better still.";
        }
        if (high == fastest
                && (high.phaseDegrees().value()
                                > IN_STEP_DEGREES + high.phaseDegrees().error()
                        || inStep.value() + inStep.error()
                                > fastest.perMinute() + beyond(fastest, rates.get(rates.size() - 2)))) {
            return "Open at this end: the best rate is the fastest one, and a faster one may be better still.";
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

    /** How far beyond the last rate the resonance may lie; where the swing still rises towards that rate, not at all. */
    private static double beyond(ResonanceRate last, ResonanceRate beside) {
        return last.swing().value() > beside.swing().value() ? 0 : HALF_STEP_PER_MINUTE;
    }

    String said(double recommended) {
        String among = members.size() == 1
                ? recommended + " a minute gives the largest swing of all rates"
                : ResonanceVerdict.words(set()) + " a minute cannot be told apart; " + recommended + " is the "
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
        return said - other >= ResonanceVerdict.MORE_COMFORTABLE;
    }
}
