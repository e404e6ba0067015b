package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockCodecTest {

    private final BlockCodec codec = new BlockCodec();

    @ParameterizedTest
    @CsvSource(textBlock = """
            -32768,      32767,      2
            0,           32768,      3
            -8388608,    8388607,    3
            -8388609,    0,          4
            -2147483648, 2147483647, 4
            0,           2147483648, 8
            0.5,         1,          8
            -0.0,        1,          2
            Infinity,    1,          8
            NaN,         1,          2""")
    void theNarrowestWidthThatHoldsAllCodesIsTaken(double a, double b, int width) {
        assertThat(BlockCodec.width(new double[] {a, b}, 2)).isEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({"16", "24", "32"})
    void wholeCodesComeBackBitForBitWithTheirHoles(int bits) throws Exception {
        Random random = new Random(bits);
        double[] codes = new double[1000];
        for (int i = 0; i < codes.length; i++) {
            long highest = 1L << bits - 1;
            codes[i] = i % 7 == 3 ? Double.NaN : i % 2 == 0 ? -highest : random.nextLong() % highest;
        }
        assertThat(codec.decode(codec.encode(codes, codes.length))).containsExactly(codes);
    }

    @Test
    void decimalsComeBackBitForBit() throws Exception {
        double[] codes = {0.1, -0.0, Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY, 1e300, 812.5};
        double[] back = codec.decode(codec.encode(codes, codes.length));
        for (int i = 0; i < codes.length; i++) {
            assertThat(Double.doubleToLongBits(back[i])).isEqualTo(Double.doubleToLongBits(codes[i]));
        }
    }

    @Test
    void aBlockOfNothingButHolesComesBack() throws Exception {
        assertThat(codec.decode(codec.encode(new double[] {Double.NaN, Double.NaN}, 2)))
                .containsExactly(Double.NaN, Double.NaN);
    }

    @Test
    void onlyTheCountedCodesAreWritten() throws Exception {
        assertThat(codec.decode(codec.encode(new double[] {1, 2, 99}, 2))).containsExactly(1, 2);
    }

    @Test
    void aCutBlockIsRefused() {
        byte[] whole = codec.encode(new double[] {1, 5000, -3, 77}, 4);
        assertThatThrownBy(() -> codec.decode(java.util.Arrays.copyOf(whole, whole.length - 3)))
                .isInstanceOf(StoreException.class);
    }
}
