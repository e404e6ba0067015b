package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The figures of a block against a heart that is known. */
class ResonanceBlockTest {

    private final MadeUpHeart heart = new MadeUpHeart();

    @Test
    void swingIsHighestLessLowestHeartRateOfABreath() {
        assertThat(heart.live(6, 180, 1).figures().swing().value()).isCloseTo(12, within(0.6));
    }

    @Test
    void slowPowerIsTheVarianceOfTheIntervals() {
        // a sine of 60000 / 66² times 6 beats a minute has half its square as variance
        double amplitude = 60_000 / (66.0 * 66) * 6;
        assertThat(heart.live(6, 180, 1).figures().slowPower().value())
                .isCloseTo(amplitude * amplitude / 2, within(0.08 * amplitude * amplitude / 2));
    }

    @Test
    void phaseIsHowFarTheHeartRunsAhead() {
        heart.aheadDegrees = 40;
        assertThat(heart.live(5, 200, 1).figures().phaseDegrees().value()).isCloseTo(40, within(3.0));
    }

    @Test
    void aHeartThatComesLateHasANegativePhase() {
        heart.aheadDegrees = -40;
        assertThat(heart.live(5, 200, 1).figures().phaseDegrees().value()).isCloseTo(-40, within(3.0));
    }

    @Test
    void largestWaveLiesAtThePacedRate() {
        assertThat(heart.live(5.5, 200, 1).figures().peakPerMinute().value()).isCloseTo(5.5, within(0.1));
    }

    @Test
    void aSmoothWaveHasNearlyAllItsPowerAtThePacedRate() {
        assertThat(heart.live(6, 180, 1).figures().outOfPeak().value()).isLessThan(0.03);
    }

    @Test
    void aSecondWaveIsSeenBesideThePacedRate() {
        heart.otherHalfSwing = 5;
        ResonanceBlock block = heart.live(5, 200, 1).figures();
        assertThat(block.outOfPeak().value()).isBetween(0.3, 0.5);
        assertThat(block.peaks()).isEqualTo(2);
    }

    @Test
    void errorsShrinkWithTheSpread() {
        ResonanceBlock even = heart.live(6, 180, 1).figures();
        heart.otherHalfSwing = 4;
        ResonanceBlock uneven = heart.live(6, 180, 1).figures();
        assertThat(even.swing().error()).isLessThan(0.2);
        assertThat(uneven.swing().error()).isGreaterThan(3 * even.swing().error());
        assertThat(uneven.peakHeight().error()).isGreaterThan(even.peakHeight().error());
    }

    @Test
    void theFirstHalfMinuteDoesNotCount() {
        assertThat(heart.live(6, 151, 1).figures().breaths()).isEqualTo(12);
    }

    @Test
    void breathsThatAreTooShortDidNotFollow() {
        ResonanceBlock block = heart.live(6, 180, 1, 1, 0.5, 0.5).figures();
        assertThat(block.followedShare()).isCloseTo(0.5, within(0.1));
        assertThat(block.analysed()).isEqualTo(block.following());
    }

    @Test
    void breathsBesideThePacerDidNotFollow() {
        heart.live(6, 180, 1);
        heart.block.breath(190, 195, 200, 0.3);
        heart.block.breath(200, 205, 210, 0.9);
        assertThat(heart.block.following()).isEqualTo(heart.block.breaths() - 1);
    }

    @Test
    void aBreathWithAnOddBeatIsLeftOut() {
        heart.oddEvery = 30;
        ResonanceBlock block = heart.live(6, 180, 1).figures();
        assertThat(block.analysed()).isLessThan(block.following());
        assertThat(block.correctedShare()).isCloseTo(1 / 30.0, within(0.01));
    }

    @Test
    void tooFewBreathsAreNoFigure() {
        ResonanceBlock block = heart.live(6, 100, 1).figures();
        assertThat(block.usable()).isFalse();
        assertThat(block.flaw()).contains("only 6 breaths");
    }

    @Test
    void manyOddBeatsSpoilTheBlock() {
        heart.oddEvery = 12;
        assertThat(heart.live(6, 600, 1).figures().usable()).isFalse();
    }

    @Test
    void withoutBeatsThereIsNoNumber() {
        PacedBreaths silent = new PacedBreaths();
        silent.begin(6, 30);
        silent.breath(40, 45, 50, 0);
        silent.until(60);
        silent.judge(60);
        ResonanceBlock block = ResonanceBlock.of(silent, true, 1);
        assertThat(block.swing().present()).isFalse();
        assertThat(block.phaseDegrees().value()).isNaN();
        assertThat(block.flaw()).isNotEmpty();
    }

    @Test
    void movementInATenthOfTheTimeSpoilsTheBlock() {
        heart.live(6, 180, 1);
        assertThat(ResonanceBlock.of(heart.block, true, 0.95).usable()).isTrue();
        assertThat(ResonanceBlock.of(heart.block, true, 0.8).flaw()).contains("movement in 20 %");
    }
}
