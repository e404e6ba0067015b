package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecoderAllocationTest {

    private static final int SAMPLES = 1_000_000;
    private static final int CHUNK = 997;

    private long sum;

    private final SampleSink counting = new SampleSink() {
        @Override
        public void sample(double[] codes) {
            sum++;
        }

        @Override
        public void lost(long samples) {
            sum += samples;
        }
    };

    /** Bytes allocated while a million samples and more are decoded, after as many for warming up. */
    private long allocated(FrameDecoder decoder, byte[] block) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        decode(decoder, block, 0);
        threads.getThreadAllocatedBytes(id);
        long first = decoder.frames();
        long before = threads.getThreadAllocatedBytes(id);
        decode(decoder, block, first);
        long bytes = threads.getThreadAllocatedBytes(id) - before;
        System.out.println(decoder.getClass().getSimpleName() + ": " + bytes + " bytes allocated for "
                + (decoder.frames() - first) + " samples");
        return bytes;
    }

    private void decode(FrameDecoder decoder, byte[] block, long from) {
        while (decoder.frames() < from + SAMPLES) {
            for (int at = 0; at < block.length; at += CHUNK) {
                decoder.feed(block, at, Math.min(CHUNK, block.length - at), counting);
            }
        }
    }

    @Test
    void aBitalinoStreamWithFaultsIsDecodedWithoutAllocation() {
        byte[] block = TestFrames.faulty(true, 16_000, 100, 3, new Random(1));

        assertThat(allocated(new BitalinoDecoder(List.of("A1", "A2", "A3", "A4", "I1"), 3), block))
                .isZero();
    }

    @Test
    void aCytonStreamWithFaultsIsDecodedWithoutAllocation() {
        byte[] block = TestFrames.faulty(false, 12_800, 100, 3, new Random(2));

        assertThat(allocated(new CytonDecoder(List.of("ch1", "ch2", "ch8"), 2), block))
                .isZero();
    }

    @Test
    void linesOfShortNumbersAreDecodedWithoutAllocation() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int k = 0; k < 10_000; k++) {
            out.writeBytes(("EMG:" + k / 8.0 + ",resp=" + -k + "\r\n" + (k % 50 == 0 ? "boot text!\n" : ""))
                    .getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(allocated(
                        new TextLineDecoder(List.of("emg", "resp"), List.of("emg", "resp"), true), out.toByteArray()))
                .isZero();
    }
}
