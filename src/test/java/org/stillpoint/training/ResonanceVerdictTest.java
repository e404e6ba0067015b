package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.training.ResonanceVerdict.Status;

/** What a verdict makes of blocks that are written down by hand. */
class ResonanceVerdictTest {

    private static final double[] RATES = {6.5, 6, 5.5, 5, 4.5, 6.5};
    private static final double[] FALLING = {-40, -20, 0, 20, 40, -40};

    private final double[] swing = {10, 12, 14, 11, 9, 10};
    private double[] phase = FALLING.clone();
    private final double[] comfort = {5, 5, 5, 5, 5, 5};
    private int following = 12;
    private int analysed = 12;
    private double share = 0.2;

    /** Breaths spread by a fifth; slow power goes with the square of the swing. */
    private List<ResonanceBlock> blocks() {
        List<ResonanceBlock> blocks = new ArrayList<>();
        for (int i = 0; i < RATES.length; i++) {
            double error = share / Math.sqrt(12);
            double power = 8 * swing[i] * swing[i];
            blocks.add(new ResonanceBlock(
                    RATES[i],
                    14,
                    following,
                    analysed,
                    new Estimate(swing[i], error * swing[i]),
                    new Estimate(power, 2 * error * power),
                    new Estimate(phase[i], 4),
                    new Estimate(RATES[i], 0.05),
                    new Estimate(1000, 50),
                    new Estimate(0.1, 0.02),
                    0.01,
                    1,
                    1,
                    0,
                    1,
                    comfort[i]));
        }
        return blocks;
    }

    private ResonanceVerdict verdict() {
        return ResonanceVerdict.of(blocks(), true, true);
    }

    @Test
    void theSetHoldsTheRatesThatCannotBeToldFromTheBest() {
        assertThat(verdict().status()).isEqualTo(Status.CONFIDENT);
        assertThat(verdict().set()).containsExactly(5.5, 6.0);
    }

    @Test
    void differencesWithinTheErrorsKeepARateInTheSet() {
        swing[3] = 12.5;
        assertThat(verdict().set()).containsExactly(5.0, 5.5, 6.0);
    }

    @Test
    void differencesWithinTheDriftKeepARateInTheSet() {
        share = 0.1;
        swing[1] = 11.9;
        assertThat(verdict().set()).containsExactly(5.5);
        swing[5] = 12;
        assertThat(verdict().set()).containsExactly(5.5, 6.0);
    }

    @Test
    void comfortDecidesWithinTheSet() {
        comfort[1] = 8;
        assertThat(verdict().recommendedPerMinute()).isEqualTo(6.0);
        assertThat(verdict().reason()).contains("most comfortable");
    }

    @Test
    void comfortOutsideTheSetDoesNotDecide() {
        comfort[0] = 10;
        assertThat(verdict().recommendedPerMinute()).isEqualTo(5.5);
    }

    @Test
    void withoutDifferenceInComfortItIsTheMiddle() {
        swing[3] = 13;
        swing[1] = 13;
        comfort[1] = Double.NaN;
        assertThat(verdict().set()).containsExactly(5.0, 5.5, 6.0);
        assertThat(verdict().recommendedPerMinute()).isEqualTo(5.5);
    }

    @Test
    void aFlatAnswerIsInconclusive() {
        java.util.Arrays.fill(swing, 10);
        assertInconclusive("flat");
    }

    @Test
    void aDriftingAnswerIsInconclusive() {
        swing[5] = 15;
        assertInconclusive("drifts");
    }

    @Test
    void aDriftOfTheStepAloneIsInconclusive() {
        phase[5] = 5;
        assertInconclusive("step of heart and breath changed");
    }

    @Test
    void aValleyBetweenTwoRatesIsInconclusive() {
        swing[0] = 14;
        swing[1] = 10;
        swing[2] = 8;
        swing[3] = 10;
        swing[4] = 14;
        swing[5] = 14;
        assertInconclusive("valley");
    }

    @Test
    void whoDidNotFollowIsInconclusive() {
        following = 7;
        assertInconclusive("50 % of the breaths followed");
    }

    @Test
    void aRateWithTooFewBreathsIsInconclusive() {
        analysed = 9;
        assertInconclusive("only 9 breaths");
    }

    @Test
    void theSameStepAtEveryRateIsInconclusive() {
        phase = new double[] {-30, -28, -26, -24, -20, -30};
        assertInconclusive("same step");
    }

    @Test
    void aBestRateAtTheFastEndStaysOpenWhileTheHeartRunsAhead() {
        for (int i = 0; i < swing.length; i++) {
            swing[i] = 3 + 2 * (RATES[i] - 4);
            phase[i] = 40 - 12 * (RATES[i] - 5);
        }
        assertInconclusive("a faster one may be better");
    }

    @Test
    void aBestRateAtTheFastEndIsAnAnswerOnceTheHeartIsInStep() {
        for (int i = 0; i < swing.length; i++) {
            swing[i] = 3 + 2 * (RATES[i] - 4);
            phase[i] = -40 * (RATES[i] - 6.4);
        }
        assertThat(verdict().status()).isEqualTo(Status.CONFIDENT);
        assertThat(verdict().set()).contains(6.5);
    }

    @Test
    void aBestRateAtTheSlowEndStaysOpenWhileTheHeartComesLate() {
        for (int i = 0; i < swing.length; i++) {
            swing[i] = 13 - 3 * (RATES[i] - 4);
            phase[i] = -30 - 15 * (RATES[i] - 4.5);
        }
        assertInconclusive("a slower one may be better");
    }

    @Test
    void swingAndStepThatContradictEachOtherAreInconclusive() {
        phase = new double[] {20, 40, 60, 80, 100, 20};
        assertInconclusive("point to different rates");
    }

    @Test
    void withoutTheRepetitionItIsInconclusive() {
        assertThat(ResonanceVerdict.of(blocks().subList(0, 5), true, true).reason())
                .contains("not repeated");
    }

    @Test
    void withoutABeltItIsAtMostInconclusive() {
        ResonanceVerdict verdict = ResonanceVerdict.of(blocks(), true, false);
        assertThat(verdict.status()).isEqualTo(Status.INCONCLUSIVE);
        assertThat(verdict.reason()).contains("Without a belt");
    }

    @Test
    void withoutAHeartSensorItFailed() {
        assertThat(ResonanceVerdict.of(List.of(), false, true).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void nothingFinishedIsAFailure() {
        assertThat(ResonanceVerdict.of(List.of(), true, true).status()).isEqualTo(Status.FAILED);
    }

    private void assertInconclusive(String because) {
        ResonanceVerdict verdict = verdict();
        assertThat(verdict.reason()).contains(because);
        assertThat(verdict.status()).isEqualTo(Status.INCONCLUSIVE);
        assertThat(verdict.recommendedPerMinute()).isNaN();
    }

    @Test
    void aSwingThatStillRisesTowardsTheSlowestRateStaysOpenWhenTheHeartIsInStepBeyondIt() {
        for (int i = 0; i < swing.length; i++) {
            swing[i] = 13 - 3 * (RATES[i] - 4);
            phase[i] = -40 * (RATES[i] - 4.35);
        }
        assertInconclusive("Open at this end");
    }

    @Test
    void aSwingThatFallsAgainAtTheSlowestRateIsAnAnswerWhenTheHeartIsInStepNearIt() {
        for (int i = 0; i < swing.length; i++) {
            swing[i] = RATES[i] == 4.5 ? 9.9 : 13 - 3 * (RATES[i] - 4);
            phase[i] = -40 * (RATES[i] - 4.35);
        }
        assertThat(verdict().status()).isEqualTo(Status.CONFIDENT);
    }
}
