package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class StressResponseTest {

    private static Stretch stretch(double seconds, DoubleUnaryOperator value) {
        Stretch stretch = new Stretch();
        for (int i = 0; i < seconds; i++) {
            stretch.add(i, value.applyAsDouble(i));
        }
        return stretch;
    }

    /** Half minutes of 69 and 71 by turns. */
    private static Stretch baseline() {
        return stretch(300, t -> 70 + (t % 60 < 30 ? -1 : 1));
    }

    @Test
    void reactivityRecoveryAndHalfTimeAreTheCurves() {
        StressResponse one = StressResponse.of(
                baseline(), stretch(120, t -> 80), stretch(180, t -> 70 + 10 * Math.exp(-t / 40)), false, 20);
        assertThat(one.reactivity()).isCloseTo(10, within(1e-9));
        assertThat(one.recoveryPercent()).isCloseTo(98, within(1.5));
        assertThat(one.halfSeconds()).isCloseTo(40 * Math.log(2), within(5.0));
        assertThat(one.reason()).isEmpty();
    }

    @Test
    void aChangeWithinTheNoiseHasNoRecovery() {
        StressResponse one = StressResponse.of(baseline(), stretch(120, t -> 72), stretch(180, t -> 70), false, 20);
        assertThat(one.reactivity()).isCloseTo(2, within(1e-9));
        assertThat(one.strength()).isLessThan(1);
        assertThat(one.recoveryPercent()).isNaN();
        assertThat(one.reason()).startsWith("The change was within the noise");
    }

    @Test
    void theNoiseIsThatOfOneMoreHalfMinute() {
        // spread of ten values at 69 and 71: 1.054; t(9) = 2.262; limit 2.262 * 1.054 * sqrt(1.1) = 2.50
        assertThat(StressResponse.of(baseline(), stretch(120, t -> 72.5), stretch(180, t -> 70), false, 20)
                        .strength())
                .isCloseTo(1.0, within(0.002));
    }

    @Test
    void whatStaysUpHasNoHalfTimeAndSaysSo() {
        StressResponse one = StressResponse.of(baseline(), stretch(120, t -> 80), stretch(180, t -> 78), false, 20);
        assertThat(one.recoveryPercent()).isCloseTo(20, within(1e-9));
        assertThat(one.halfSeconds()).isNaN();
        assertThat(one.reason()).startsWith("It did not come half the way back");
    }

    @Test
    void aDipThatDoesNotLastIsNoReturn() {
        StressResponse one = StressResponse.of(
                baseline(),
                stretch(120, t -> 80),
                stretch(180, t -> t >= 20 && t < 35 ? 70 : t < 100 ? 80 : 70),
                false,
                20);
        assertThat(one.halfSeconds()).isGreaterThan(95);
    }

    @Test
    void aShortBaselineSaysNothing() {
        StressResponse one =
                StressResponse.of(stretch(100, t -> 70), stretch(120, t -> 80), stretch(180, t -> 70), false, 20);
        assertThat(one.reactivity()).isNaN();
        assertThat(one.reason()).startsWith("The baseline holds too little");
    }

    @Test
    void aSensorThatCameOffUnderTheStressorGivesNoFigure() {
        StressResponse one = StressResponse.of(
                baseline(), stretch(120, t -> t < 40 ? 80 : Double.NaN), stretch(180, t -> 70), false, 20);
        assertThat(one.reactivity()).isNaN();
    }

    @Test
    void whatVariesInProportionIsJudgedByItsLogarithm() {
        Stretch noisy = stretch(300, t -> t % 60 < 30 ? 2 : 4);
        StressResponse plain = StressResponse.of(noisy, stretch(120, t -> 8), stretch(180, t -> 3), false, 20);
        StressResponse proportional = StressResponse.of(noisy, stretch(120, t -> 8), stretch(180, t -> 3), true, 20);
        assertThat(plain.strength()).isGreaterThan(1);
        assertThat(proportional.strength()).isBetween(1.0, plain.strength());
        assertThat(proportional.reactivity()).isCloseTo(plain.reactivity(), within(1e-9));
    }

    /** People whose five measures wander from half minute to half minute and answer two tasks by so many deviations. */
    private static int peopleWithAClearAnswer(int people, double deviations) {
        Random random = new Random(71);
        int clear = 0;
        for (int p = 0; p < people; p++) {
            boolean any = false;
            for (int measure = 0; measure < 5; measure++) {
                double[] halfMinutes = random.doubles(10, 0, 1)
                        .map(at -> 70 + random.nextGaussian())
                        .toArray();
                Stretch before = stretch(300, t -> halfMinutes[(int) t / 30]);
                for (int task = 0; task < 2; task++) {
                    double answer = 70 + deviations + random.nextGaussian();
                    any |= StressResponse.of(before, stretch(120, t -> answer), new Stretch(), false, 20)
                                    .clarity()
                            > 1;
                }
            }
            clear += any ? 1 : 0;
        }
        return clear;
    }

    @Test
    void fewerThanOneInTwentyWithoutStressHasAClearAnswerInAnyMeasure() {
        assertThat(peopleWithAClearAnswer(400, 0)).isLessThan(20);
    }

    @Test
    void anAnswerOfSixDeviationsIsClear() {
        assertThat(peopleWithAClearAnswer(100, 6)).isGreaterThan(95);
    }
}
