package org.stillpoint.training;

import org.stillpoint.signal.RrVerdict;

/** A block with a heart whose rate is a sine at the breath's rate, so that each figure is known beforehand. */
final class MadeUpHeart {

    final PacedBreaths block = new PacedBreaths();
    double restPerMinute = 66;
    double halfSwing = 6;
    double aheadDegrees;
    /** Added to the heart rate at each instant: so much at so many cycles a minute. */
    double otherHalfSwing;

    double otherPerMinute = 8;
    int oddEvery;

    /** Breaths of the pacer with these shares of one cycle each, again and again, for so long. */
    MadeUpHeart live(double ratePerMinute, double seconds, double... lengths) {
        block.begin(ratePerMinute, ResonanceBlock.SETTLING_SECONDS);
        double cycle = 60 / ratePerMinute;
        double dt = 0.001;
        double filled = 0;
        double last = Double.NaN;
        int beats = 0;
        for (double t = 0; t < seconds; t += dt) {
            double angle = 2 * Math.PI * t / cycle + Math.toRadians(aheadDegrees);
            double other = otherHalfSwing * Math.sin(2 * Math.PI * t * otherPerMinute / 60);
            filled += (restPerMinute - halfSwing * Math.cos(angle) + other) / 60 * dt;
            if (filled >= 1) {
                filled -= 1;
                beats++;
                boolean odd = oddEvery > 0 && beats % oddEvery == 0;
                block.beat(t, (t - last) * 1000, odd ? RrVerdict.ECTOPIC : RrVerdict.NORMAL);
                last = t;
            }
        }
        double from = 0;
        for (int i = 0; from < seconds; i++) {
            double length = cycle * lengths[i % lengths.length];
            double phase = from / cycle;
            if (from + length < seconds) {
                block.breath(from, from + 0.5 * length, from + length, phase - Math.floor(phase));
            }
            from += length;
        }
        block.until(seconds);
        block.judge(Double.POSITIVE_INFINITY);
        return this;
    }

    ResonanceBlock figures() {
        return ResonanceBlock.of(block, true, 1);
    }
}
