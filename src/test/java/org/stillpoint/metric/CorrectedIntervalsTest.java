package org.stillpoint.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stillpoint.signal.RrCleaner;
import org.stillpoint.signal.RrVerdict;

class CorrectedIntervalsTest {

    private static double[] calm(int n) {
        double[] rr = new double[n];
        for (int i = 0; i < n; i++) {
            rr[i] = 800 + 20 * StrictMath.sin(0.7 * i);
        }
        return rr;
    }

    private static Figures figures(double[] rr) {
        RrCleaner cleaner = new RrCleaner();
        RrVerdict[] live = new RrVerdict[rr.length];
        for (int i = 0; i < rr.length; i++) {
            live[i] = cleaner.step(rr[i]);
        }
        Figures figures = new Figures();
        CorrectedIntervals.of(rr, RrCleaner.whole(rr)).into(figures, rr, live);
        return figures;
    }

    @Test
    void missedBeatIsPutIn() {
        double[] rr = {800, 800, 1600, 800};
        RrVerdict[] verdicts = {RrVerdict.NORMAL, RrVerdict.NORMAL, RrVerdict.MISSED, RrVerdict.NORMAL};
        assertThat(CorrectedIntervals.of(rr, verdicts).rr()).containsExactly(800, 800, 800, 800, 800);
    }

    @Test
    void extraBeatIsTakenOut() {
        double[] rr = {800, 300, 510, 800};
        RrVerdict[] verdicts = {RrVerdict.NORMAL, RrVerdict.EXTRA, RrVerdict.ODD, RrVerdict.NORMAL};
        assertThat(CorrectedIntervals.of(rr, verdicts).rr()).containsExactly(800, 810, 800);
    }

    @Test
    void earlyBeatAndItsPauseLieBetweenTheirNeighbours() {
        double[] rr = {800, 500, 1100, 860};
        RrVerdict[] verdicts = {RrVerdict.NORMAL, RrVerdict.ECTOPIC, RrVerdict.ECTOPIC, RrVerdict.NORMAL};
        assertThat(CorrectedIntervals.of(rr, verdicts).rr()).containsExactly(800, 820, 840, 860);
    }

    @Test
    void breakStaysABreakAndNothingIsCarriedAcrossIt() {
        double[] rr = {800, 500, Double.NaN, 900};
        RrVerdict[] verdicts = {RrVerdict.NORMAL, RrVerdict.ODD, RrVerdict.NONE, RrVerdict.NORMAL};
        assertThat(CorrectedIntervals.of(rr, verdicts).rr()).containsExactly(800, 800, Double.NaN, 900);
    }

    @Test
    void fewBeatsOutOfTurnAreCorrectedAndTheirShareIsSaid() {
        double[] rr = calm(200);
        rr[100] = 500;
        rr[101] = 1100;
        Figures figures = figures(rr);
        assertThat(figures.values().get("corrected.share_pct")).isEqualTo(1);
        assertThat(figures.values().get("corrected.live_share_pct")).isEqualTo(1);
        assertThat(figures.values().get("corrected.time.rmssd")).isLessThan(12);
        assertThat(figures.values().get("corrected.time.n_intervals")).isEqualTo(200);
    }

    @Test
    void overFivePercentThereIsTheShareAndAReasonAndNoFigure() {
        double[] rr = calm(200);
        for (int i = 20; i < 200; i += 20) {
            rr[i] = 500;
            rr[i + 1] = 1100;
        }
        Figures figures = figures(rr);
        assertThat(figures.values().get("corrected.share_pct")).isEqualTo(9);
        assertThat(figures.values()).doesNotContainKey("corrected.time.rmssd");
        assertThat(figures.reasons()).anyMatch(reason -> reason.contains("18 of 200") && reason.contains("5 %"));
    }
}
