package org.stillpoint.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BiquadCascadeTest {

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void brokenValueLeavesTheStateWhole(double broken) {
        BiquadCascade clean = Butterworth.bandPass(2, 7, 18, 250);
        BiquadCascade hurt = Butterworth.bandPass(2, 7, 18, 250);
        for (int n = 0; n < 500; n++) {
            double value = Math.sin(0.3 * n);
            if (n % 50 == 7) {
                assertThat(hurt.step(broken)).isNaN();
            }
            assertThat(hurt.step(value)).isEqualTo(clean.step(value));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7})
    void cascadeIsItsSectionsOneAfterTheOther(int sections) {
        BiquadCascade cascade = new BiquadCascade(sections(sections));
        Biquad[] alone = sections(sections);
        for (int n = 0; n < 2000; n++) {
            double value = (31L * n * n + 17L * n) % 201 - 100;
            double expected = value;
            for (Biquad section : alone) {
                expected = section.step(expected);
            }
            assertThat(cascade.step(value)).isEqualTo(expected);
        }
    }

    private static Biquad[] sections(int count) {
        Biquad[] sections = new Biquad[count];
        for (int i = 0; i < count; i++) {
            sections[i] = Notch.of(20 + 30 * i, 3 + i, 1000);
        }
        return sections;
    }

    @Test
    void overflowDoesNotStay() {
        BiquadCascade filter = Butterworth.lowPass(4, 20, 250);
        for (int n = 0; n < 10; n++) {
            filter.step(n % 2 == 0 ? 1.7e308 : -1.7e308);
        }
        for (int n = 0; n < 50_000; n++) {
            filter.step(1);
        }
        assertThat(filter.step(1)).isCloseTo(1, within(1e-6));
    }

    @Test
    void settledFilterDoesNotRing() {
        BiquadCascade filter = Butterworth.highPass(4, 20, 1000);
        filter.settle(500_000);
        assertThat(filter.step(500_000)).isCloseTo(0, within(1e-4));
    }

    @Test
    void edgeAtHalfTheRateIsRefusedWithItsValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Butterworth.lowPass(2, 125, 250))
                .withMessageContaining("125.0 Hz");
    }

    @Test
    void notchAboveHalfTheRateIsRefusedWithItsValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Notch.of(60, 10, 100))
                .withMessageContaining("60.0 Hz");
    }

    @Test
    void bandTurnedAroundIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Butterworth.bandPass(2, 18, 7, 250))
                .withMessageContaining("18.0 Hz");
    }

    @Test
    void silenceDecaysToZeroAndNotToDenormals() {
        BiquadCascade filter = Butterworth.highPass(2, 1, 1000);
        filter.step(1);
        double last = 1;
        for (int n = 0; n < 1_000_000; n++) {
            last = filter.step(0);
        }
        assertThat(last).isZero();
    }
}
