package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalBytesTest {

    private static void assertReadsLikeTheJdk(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(DecimalBytes.matches(bytes, 0, bytes.length)).as(text).isTrue();
        assertThat(Double.doubleToRawLongBits(DecimalBytes.parse(bytes, 0, bytes.length)))
                .as(text)
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-0.0",
                "+0e5",
                "0e-9999",
                "1",
                "-1.5",
                ".5",
                "5.",
                "2e3",
                "2.5E2",
                "1e-3",
                "1e22",
                "1e23",
                "1e-22",
                "1e-23",
                "123456789012345",
                "999999999999999e22",
                "1234567890123456",
                "0.000000000000000000000001",
                "00000000000000000000001",
                "9007199254740993",
                "1e400",
                "-1e400",
                "1e-400",
                "4.9e-324",
                "1e99999",
                "1e-2147483648",
                "0.1e+1",
                "33.25"
            })
    void everyFormIsReadBitForBitAsTheJdkDoes(String text) {
        assertReadsLikeTheJdk(text);
    }

    @Test
    void randomNumbersAreReadBitForBitAsTheJdkDoes() {
        Random random = new Random(3);
        for (int i = 0; i < 300_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
            text.append(random.nextInt(1 << random.nextInt(31)));
            if (random.nextBoolean()) {
                text.append('.').append(random.nextInt(1 << random.nextInt(31)));
            }
            if (random.nextInt(4) == 0) {
                text.append('e').append(random.nextInt(60) - 30);
            }
            assertReadsLikeTheJdk(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "+.",
                "e5",
                "1e",
                "1e+",
                "1.2.3",
                "0x10",
                "1f",
                "1d",
                "NaN",
                "Infinity",
                " 1",
                "1 ",
                "1-",
                "--1"
            })
    void whatIsNoPlainNumberDoesNotMatch(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

        assertThat(DecimalBytes.matches(bytes, 0, bytes.length)).isFalse();
    }
}
