package org.stillpoint.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-6, 0.01, 0.025, 0.1, 0.125, 0.25, 0.4, 0.5})
    void isTheCosineAndSineOfItsAngle(double cycles) {
        Turn turn = new Turn();
        turn.to(cycles);
        assertThat(turn.cosine()).isCloseTo(StrictMath.cos(2 * Math.PI * cycles), within(1e-15));
        assertThat(turn.sine()).isCloseTo(StrictMath.sin(2 * Math.PI * cycles), within(1e-15));
    }
}
