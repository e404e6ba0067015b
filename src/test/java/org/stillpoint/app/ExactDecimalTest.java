package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactDecimalTest {

    private static double parsed(String text) {
        byte[] bytes = ("x" + text + "y").getBytes(StandardCharsets.UTF_8);
        return ExactDecimal.parse(bytes, 1, bytes.length - 1);
    }

    private static void assertSameBits(String text) {
        assertThat(Double.doubleToRawLongBits(parsed(text)))
                .as(text)
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    @Test
    void everyWayOfWritingANumberGivesTheBitsOfTheJdk() {
        Random random = new Random(5);
        for (int i = 0; i < 60_000; i++) {
            double value = random.nextInt(3) == 0
                    ? Double.longBitsToDouble(random.nextLong())
                    : random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
            if (Double.isFinite(value)) {
                assertSameBits(Double.toString(value));
                assertSameBits(String.format(Locale.ROOT, "%." + random.nextInt(20) + "e", value));
                assertSameBits(String.format(Locale.ROOT, "%." + random.nextInt(12) + "f", value % 1e7));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-0.0",
                "00012",
                ".5",
                "5.",
                "+7",
                "1e22",
                "1e23",
                "123456789012345678",
                "9007199254740993",
                "9007199254740992",
                "1700000000.123456",
                "1E-5",
                "1e+3",
                "4.9e-324",
                "1e400",
                "0e999",
                "1.7976931348623157e308"
            })
    void edgesGiveTheBitsOfTheJdk(String text) {
        assertSameBits(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "e5", "1e", "1e+", "1..2", "1,5", "12a", "--1", "0x", "１２"})
    void whatIsNoNumberIsNone(String text) {
        assertThat(parsed(text)).isNaN();
    }
}
