package org.stillpoint.training;

import java.util.ArrayList;
import java.util.List;

/**
 * All blocks of one rate together, for comparing rates. Swing and slow power are natural logarithms (of the power half of
 * it), so that both are shares of the swing; their errors come from the spread within all blocks, for that within one block
 * of ten breaths is itself uncertain.
 *
 * @param perMinute breaths a minute
 * @param breaths analysed ones
 * @param comfort mean of what was said; NaN = nothing
 */
record ResonanceRate(
        double perMinute, int breaths, Estimate swing, Estimate power, Estimate phaseDegrees, double comfort) {

    /** The rates in rising order. */
    static List<ResonanceRate> of(List<ResonanceBlock> blocks) {
        double swingSpread = spread(blocks, true);
        double powerSpread = spread(blocks, false);
        List<ResonanceRate> rates = new ArrayList<>();
        blocks.stream()
                .mapToDouble(ResonanceBlock::ratePerMinute)
                .distinct()
                .sorted()
                .forEach(rate -> rates.add(of(
                        blocks.stream()
                                .filter(block -> block.ratePerMinute() == rate)
                                .toList(),
                        swingSpread,
                        powerSpread)));
        return rates;
    }

    private static ResonanceRate of(List<ResonanceBlock> same, double swingSpread, double powerSpread) {
        double breaths = 0;
        double swing = 0;
        double power = 0;
        double phase = 0;
        double phaseError = 0;
        double comfort = 0;
        int said = 0;
        for (ResonanceBlock block : same) {
            double n = block.analysed();
            breaths += n;
            swing += n * StrictMath.log(block.swing().value());
            power += n * StrictMath.log(block.slowPower().value()) / 2;
            phase += n * block.phaseDegrees().value();
            phaseError +=
                    n * n * block.phaseDegrees().error() * block.phaseDegrees().error();
            if (block.comfort() == block.comfort()) {
                comfort += block.comfort();
                said++;
            }
        }
        return new ResonanceRate(
                same.get(0).ratePerMinute(),
                (int) breaths,
                new Estimate(swing / breaths, swingSpread / Math.sqrt(breaths)),
                new Estimate(power / breaths, powerSpread / Math.sqrt(breaths)),
                new Estimate(phase / breaths, Math.sqrt(phaseError) / breaths),
                said == 0 ? Double.NaN : comfort / said);
    }

    /** Standard deviation of one breath as a share, over all blocks. */
    static double spread(List<ResonanceBlock> blocks, boolean ofSwing) {
        double squares = 0;
        double freedom = 0;
        for (ResonanceBlock block : blocks) {
            Estimate estimate = ofSwing ? block.swing() : block.slowPower();
            double share = estimate.relativeError() * (ofSwing ? 1 : 0.5);
            if (share == share) {
                squares += share * share * block.analysed() * (block.analysed() - 1);
                freedom += block.analysed() - 1;
            }
        }
        return Math.sqrt(squares / freedom);
    }

    /** How far two estimates may differ by their errors alone, one standard error. */
    static double error(Estimate one, Estimate other) {
        return Math.sqrt(one.error() * one.error() + other.error() * other.error());
    }
}
