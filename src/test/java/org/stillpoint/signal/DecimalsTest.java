package org.stillpoint.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    0.1, 0.1
                    -0.02235737735381571, -0.02235737735381571
                    505, 505
                    0, 0
                    -0.0, -0
                    33.25, 33.25
                    2e-3, 0.002
                    1e-7, 0.0000001
                    1e-8, 1e-8
                    1.5e-12, 1.5e-12
                    2e23, 2e23
                    8.41e21, 8.41e21
                    123456789012345680000, 123456789012345680000
                    4.9e-324, 5e-324
                    1.7976931348623157E308, 1.7976931348623157e308
                    2.2250738585072014E-308, 2.2250738585072014e-308
                    9007199254740993, 9007199254740992
                    187499.97764, 187499.97764
                    """)
    void numbersArePlainAndShort(double value, String text) {
        assertThat(Decimals.text(value)).isEqualTo(text);
    }

    @Test
    void whatIsNoNumberIsAnEmptyCell() {
        assertThat(Decimals.text(Double.NaN) + Decimals.text(Double.POSITIVE_INFINITY))
                .isEmpty();
    }

    @Test
    void everyNumberReadsBackAndNoShorterOneWould() {
        Random random = new Random(7);
        for (int i = 0; i < 300_000; i++) {
            double value = i % 3 == 0
                    ? Double.longBitsToDouble(random.nextLong())
                    : i % 3 == 1
                            ? random.nextInt(1 << 24) * 0.022351744455307063 - 0.5
                            : random.nextInt(100000) / 1000.0;
            if (Double.isNaN(value) || Double.isInfinite(value) || value == 0) {
                continue;
            }
            String text = Decimals.text(value);
            assertThat(Double.parseDouble(text)).isEqualTo(value);
            int digits = new BigDecimal(text).stripTrailingZeros().precision();
            BigDecimal exact = new BigDecimal(value);
            if (digits > 1 && Math.abs(value) < 1L << 53) {
                for (RoundingMode mode : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
                    double shorter =
                            exact.round(new MathContext(digits - 1, mode)).doubleValue();
                    assertThat(shorter).as(text).isNotEqualTo(value);
                }
            }
        }
    }

    @Test
    void theNearestOfTheShortestIsChosen() {
        Random random = new Random(8);
        for (int i = 0; i < 100_000; i++) {
            double value = random.nextDouble() * 1000;
            BigDecimal text = new BigDecimal(Decimals.text(value));
            BigDecimal rounded = new BigDecimal(value).round(new MathContext(text.precision(), RoundingMode.HALF_EVEN));
            assertThat(text.subtract(new BigDecimal(value)).abs())
                    .isLessThanOrEqualTo(rounded.subtract(new BigDecimal(value)).abs());
        }
    }
}
