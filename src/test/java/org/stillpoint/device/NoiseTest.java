package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What bytes too many and too few cost, with fixed seeds; the rates are printed. */
class NoiseTest {

    private static final int FAULTS = 2000;
    private static final int EVERY = 50;

    /** Per fault: samples given out that were never sent, and samples sent that were not given out. */
    private record Rates(double invented, double missing) {}

    private static Rates rates(boolean bitalino, int change, long seed) {
        int frames = FAULTS * EVERY;
        byte[] bytes = TestFrames.faulty(bitalino, frames, EVERY, change, new Random(seed));
        FrameDecoder decoder = bitalino
                ? new BitalinoDecoder(List.of("A1", "A2", "A3", "A4"), 3)
                : new CytonDecoder(List.of("ch1", "ch2", "ch3", "ch4", "ch5", "ch6", "ch7", "ch8"), 2);
        BitSet given = new BitSet(frames);
        int[] invented = new int[1];
        SampleSink sink = new SampleSink() {
            @Override
            public void sample(double[] codes) {
                int k = bitalino ? (int) codes[0] | (int) codes[1] << 10 : (int) codes[0];
                boolean sent = k >= 0 && k < frames && !given.get(k);
                int[] truth = !sent ? null : bitalino ? TestFrames.bitalinoCodes(k) : TestFrames.cytonCodes(k);
                for (int c = 0; sent && c < codes.length; c++) {
                    sent = codes[c] == (bitalino ? truth[c] : truth[c] << 8 >> 8);
                }
                if (sent) {
                    given.set(k);
                } else {
                    invented[0]++;
                }
            }

            @Override
            public void lost(long samples) {
                // truth is known better
            }
        };
        decoder.feed(bytes, 0, bytes.length, sink);
        Rates rates = new Rates((double) invented[0] / FAULTS, (double) (frames - given.cardinality()) / FAULTS);
        System.out.println(String.format(
                Locale.ROOT,
                "%s, %+d bytes, %d faults: invented %.4f, missing %.4f frames a fault",
                bitalino ? "bitalino" : "openbci-cyton",
                change,
                FAULTS,
                rates.invented(),
                rates.missing()));
        return rates;
    }

    /**
     * Two ways in, each one time in sixteen: the damaged frame under lock, and a window one byte on that ends with the
     * damaged frame's own counter and is followed by two good frames.
     */
    @Test
    void bytesInsertedIntoABitalinoStreamSlipThroughAboutTenTimesInAHundred() {
        for (int run = 1; run <= 8; run *= 2) {
            Rates rates = rates(true, run, 11 + run);

            assertThat(rates.invented()).isBetween(0.05, 0.13);
            assertThat(rates.missing()).isBetween(0.8, 0.95);
        }
    }

    @Test
    void aByteLostFromABitalinoStreamSlipsThroughAboutSixTimesInAHundred() {
        Rates rates = rates(true, -1, 37);

        assertThat(rates.invented()).isBetween(0.04, 0.08);
        assertThat(rates.missing()).isBetween(1.0, 1.15);
    }

    @Test
    void aFewBytesInsertedIntoACytonStreamInventNothing() {
        for (int run = 1; run <= 4; run *= 2) {
            Rates rates = rates(false, run, 23 + run);

            assertThat(rates.invented()).isLessThan(0.002);
            assertThat(rates.missing()).isBetween(0.9, 1.0);
        }
    }

    /** A footer is one of seven byte values, so noise at its place passes 7 times in 256. */
    @Test
    void longNoiseInACytonStreamInventsAtMostWhatAFooterByChanceAllows() {
        for (int run = 8; run <= 32; run *= 2) {
            Rates rates = rates(false, run, 23 + run);

            assertThat(rates.invented()).isLessThan(0.04);
            assertThat(rates.missing()).isBetween(0.9, 1.0);
        }
    }

    @Test
    void aLostByteCostsACytonOneFrame() {
        Rates rates = rates(false, -1, 31);

        assertThat(rates.invented()).isZero();
        assertThat(rates.missing()).isBetween(0.98, 1.02);
    }
}
