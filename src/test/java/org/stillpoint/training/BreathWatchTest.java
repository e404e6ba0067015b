package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Breaths drawn by hand: a belt between 0.1 and 0.9 of its range, every 20 ms. */
class BreathWatchTest {

    private final BreathWatch watch = new BreathWatch();
    private double now;

    @BeforeEach
    void breatheAsUsual() {
        for (int i = 0; i < 15; i++) {
            breath(4, 0, 1);
        }
    }

    /** One breath with a stop after its in-breath. */
    private void breath(double moving, double stopped, double depth) {
        double began = now;
        for (double t = 0; t < moving + stopped; t += 0.02) {
            double phase = t < moving / 2 ? t / moving : t < moving / 2 + stopped ? 0.5 : (t - stopped) / moving;
            watch.position(now, 0.5 - 0.4 * Math.cos(2 * Math.PI * phase));
            now += 0.02;
        }
        watch.breath(began, now, depth);
    }

    @Test
    void usualBreathsAreNeither() {
        assertThat(watch.holds()).isZero();
        assertThat(watch.sighs()).isZero();
    }

    @Test
    void eightSecondsWithoutMovementAreAHoldAtOnceAndOneOnly() {
        for (int i = 0; i < 450; i++) {
            watch.position(now, 0.5);
            now += 0.02;
        }
        assertThat(watch.holds()).isOne();
        breath(4, 12, 1);
        assertThat(watch.holds()).isOne();
    }

    @Test
    void aShorterStopThatMakesTheBreathTwiceAsLongIsAHoldToo() {
        breath(4, 5.5, 1);
        assertThat(watch.holds()).isOne();
        breath(4, 2.5, 1);
        assertThat(watch.holds()).isOne();
    }

    @Test
    void aSlowBreathIsNoHoldHoweverLongItTakes() {
        breath(14, 0, 1.5);
        breath(20, 0, 1.5);
        assertThat(watch.holds()).isZero();
    }

    @Test
    void moreThanTwiceAsDeepIsASigh() {
        breath(4, 0, 1.9);
        assertThat(watch.sighs()).isZero();
        breath(5, 0, 2.1);
        assertThat(watch.sighs()).isOne();
    }

    @Test
    void aBeltThatSaysNothingIsNoHold() {
        for (int i = 0; i < 600; i++) {
            watch.position(now, i % 300 < 200 ? 0.5 : Double.NaN);
            now += 0.02;
        }
        assertThat(watch.holds()).isZero();
    }
}
