package org.stillpoint.metric;

import org.stillpoint.signal.Modality;

/**
 * How much of the movement is the first belt's, which sits at the belly when two are worn: its depth against both depths
 * together, over the last five breaths.
 *
 * <p>In: breaths of both belts. Out: percent of belt units, which are no litres and differ from belt to belt: to be compared
 * within one session only; absent until both belts have given five breaths, and 1.5 cycles after the last one.
 */
final class BeltShare implements Meter {

    private static final int BREATHS = 5;

    private final BreathRing breaths = new BreathRing();
    private final double[] first = new double[BREATHS];
    private final double[] second = new double[BREATHS];
    private int seen;
    private int partners;

    static Measure measure() {
        return Measure.of(
                Measure.Source.BREATH,
                Measure.Partner.SECOND_BELT,
                new Metric("belly_share", "Share of the belly", "%", Modality.RESP, Double.NaN, ""),
                BeltShare::new);
    }

    @Override
    public void partnerBreath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {
        if (depth > 0) {
            second[partners++ % BREATHS] = depth;
        }
    }

    @Override
    public void breath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {
        if (breaths.add(inhaleSeconds, exhaleSeconds, endSeconds, depth)) {
            first[seen++ % BREATHS] = depth;
        }
    }

    @Override
    public void advance(double tSeconds) {
        breaths.advance(tSeconds);
    }

    @Override
    public double value() {
        if (reason() != Absence.NONE) {
            return Double.NaN;
        }
        double belly = 0;
        double chest = 0;
        for (int i = 0; i < BREATHS; i++) {
            belly += first[i];
            chest += second[i];
        }
        return 100 * belly / (belly + chest);
    }

    @Override
    public Absence reason() {
        if (breaths.stale()) {
            return Absence.STALE;
        }
        return seen < BREATHS || partners < BREATHS ? Absence.NOT_ENOUGH_YET : Absence.NONE;
    }

    @Override
    public void reset() {
        breaths.clear();
        seen = 0;
        partners = 0;
    }
}
