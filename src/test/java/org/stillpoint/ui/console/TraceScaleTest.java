package org.stillpoint.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceScaleTest {

    private final TraceScale scale = new TraceScale(false, 0.01, 10);

    private void sine(double from, double seconds, double height) {
        for (double t = from; t < from + seconds; t += 0.01) {
            scale.take(t, height * Math.sin(2 * Math.PI * t));
        }
    }

    @Test
    void viewHoldsAllThatWasTaken() {
        sine(0, 5, 3);
        assertThat(scale.fit()).isTrue();
        assertThat(scale.low()).isLessThan(-3);
        assertThat(scale.high()).isGreaterThan(3);
    }

    @Test
    void viewStaysPutWhileTheSignalFits() {
        sine(0, 10, 3);
        scale.fit();
        sine(10, 10, 2.5);
        assertThat(scale.fit()).isFalse();
    }

    @Test
    void viewShrinksOnlyAfterAWholeWindowOfLittle() {
        sine(0, 10, 3);
        scale.fit();
        sine(10, 5, 0.5);
        assertThat(scale.fit()).isFalse();
        sine(15, 12, 0.5);
        assertThat(scale.fit()).isTrue();
        assertThat(scale.high()).isLessThan(1);
    }

    @Test
    void absentValuesChangeNothing() {
        scale.take(0, Double.NaN);
        assertThat(scale.fit()).isFalse();
    }

    @Test
    void barIsARoundLengthWithinItsShare() {
        sine(0, 5, 3);
        scale.fit();
        assertThat(scale.bar(0.4)).isEqualTo(2);
    }
}
