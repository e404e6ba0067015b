package org.stillpoint.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RrCleanerTest {

    private static double calm(int n) {
        return 900 + 30 * Math.sin(0.9 * n) + 7 * Math.sin(5.1 * n);
    }

    private static RrCleaner settled() {
        RrCleaner cleaner = new RrCleaner();
        for (int n = 0; n < 40; n++) {
            assertThat(cleaner.step(calm(n))).isEqualTo(RrVerdict.NORMAL);
        }
        return cleaner;
    }

    @Test
    void beatOutOfTurnTakesBothItsIntervals() {
        RrCleaner cleaner = settled();
        assertThat(cleaner.step(580)).isEqualTo(RrVerdict.ECTOPIC);
        assertThat(cleaner.step(1220)).isEqualTo(RrVerdict.ECTOPIC);
        assertThat(cleaner.step(900)).isEqualTo(RrVerdict.NORMAL);
    }

    @Test
    void doubleIntervalIsAMissedBeat() {
        assertThat(settled().step(1805)).isEqualTo(RrVerdict.MISSED);
    }

    @Test
    void splinterIsAnExtraBeat() {
        assertThat(settled().step(300)).isEqualTo(RrVerdict.EXTRA);
    }

    @Test
    void largeSwingOfSlowBreathingIsNormal() {
        RrCleaner cleaner = new RrCleaner();
        for (int n = 0; n < 200; n++) {
            assertThat(cleaner.step(900 + 150 * Math.sin(2 * Math.PI * n / 11))).isEqualTo(RrVerdict.NORMAL);
        }
    }

    @Test
    void everyOtherBeatOutOfTurnIsStillFound() {
        RrCleaner cleaner = settled();
        int found = 0;
        for (int n = 0; n < 100; n++) {
            found += cleaner.step(n % 2 == 0 ? 600 : 1200) == RrVerdict.NORMAL ? 0 : 1;
        }
        assertThat(found).isGreaterThan(95);
    }

    @Test
    void newPaceIsTakenAfterFourIntervals() {
        RrCleaner cleaner = settled();
        for (int n = 0; n < 4; n++) {
            cleaner.step(560 + n);
        }
        assertThat(cleaner.step(565)).isEqualTo(RrVerdict.NORMAL);
    }

    @Test
    void impossibleIntervalsAreNeverNormal() {
        RrCleaner cleaner = settled();
        for (double rr : new double[] {0, -5, Double.NaN, Double.POSITIVE_INFINITY, 20, 10_000}) {
            assertThat(cleaner.step(rr)).isNotEqualTo(RrVerdict.NORMAL);
        }
        assertThat(cleaner.step(905)).isEqualTo(RrVerdict.NORMAL);
    }

    @Test
    void shareOfCorrectedIsKnown() {
        RrCleaner cleaner = settled();
        for (int n = 0; n < 8; n++) {
            cleaner.step(300);
            cleaner.step(calm(n));
        }
        assertThat(cleaner.correctedShare()).isBetween(8.0 / 56, 9.0 / 56);
    }

    @Test
    void intervalsThatTouchABeatOfAnotherShapeAreEctopicWhateverTheirLength() {
        RrCleaner cleaner = settled();
        assertThat(cleaner.step(900, BeatShape.OTHER)).isEqualTo(RrVerdict.ECTOPIC);
        assertThat(cleaner.step(900, BeatShape.USUAL)).isEqualTo(RrVerdict.ECTOPIC);
        assertThat(cleaner.step(900, BeatShape.USUAL)).isEqualTo(RrVerdict.NORMAL);
    }

    @Test
    void beatOfAnotherShapeInFrontOfABreakTakesNothingAfterIt() {
        RrCleaner cleaner = settled();
        cleaner.step(900, BeatShape.OTHER);
        cleaner.step(Double.NaN, BeatShape.USUAL);
        assertThat(cleaner.step(900, BeatShape.USUAL)).isEqualTo(RrVerdict.NORMAL);
    }

    @Test
    void frequentShortOnesBetweenLongOnesNarrowTheLimit() {
        RrCleaner cleaner = new RrCleaner();
        int normal = 0;
        for (int n = 0; n < 120; n++) {
            // a fifth early, its pause, then the pace; the pace itself wanders
            double wander = 800 + 45 * Math.sin(n);
            double rr = n < 20 || n % 3 == 2 ? wander : n % 3 == 0 ? 650 : 960;
            RrVerdict verdict = cleaner.step(rr);
            normal += n >= 60 && n % 3 == 0 && verdict == RrVerdict.NORMAL ? 1 : 0;
        }
        assertThat(normal).isZero();
    }
}
