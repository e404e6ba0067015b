package org.stillpoint.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SampleRingTest {

    @Test
    void cursorSeesEverySampleInOrder() {
        SampleRing ring = new SampleRing(2, 8);
        SampleRing.Cursor cursor = ring.cursor();
        for (int i = 0; i < 5; i++) {
            ring.publish(new double[] {i, -i}, 1000L + i);
        }
        for (int i = 0; i < 5; i++) {
            assertThat(cursor.advance()).isTrue();
            assertThat(cursor.index()).isEqualTo(i);
            assertThat(cursor.code(1)).isEqualTo(-i);
            assertThat(cursor.nanos()).isEqualTo(1000L + i);
        }
        assertThat(cursor.advance()).isFalse();
        assertThat(cursor.lost()).isZero();
    }

    @Test
    void slowCursorIsLappedAndCountsWhatItLost() {
        SampleRing ring = new SampleRing(1, 8);
        SampleRing.Cursor cursor = ring.cursor();
        for (int i = 0; i < 20; i++) {
            ring.publish(new double[] {i}, i);
        }
        assertThat(cursor.advance()).isTrue();
        assertThat(cursor.index()).isEqualTo(13);
        assertThat(cursor.code(0)).isEqualTo(13);
        assertThat(cursor.lost()).isEqualTo(13);
    }

    @Test
    void lostSampleIsPublishedAsNaN() {
        SampleRing ring = new SampleRing(3, 8);
        SampleRing.Cursor cursor = ring.cursor();
        ring.publishLost(7);
        assertThat(cursor.advance()).isTrue();
        assertThat(cursor.codes()).containsOnly(Double.NaN);
    }

    @Test
    void twoThreadsAccountForEverySampleSeenAndLost() throws Exception {
        SampleRing ring = new SampleRing(4, 256);
        SampleRing.Cursor cursor = ring.cursor();
        long total = 3_000_000;
        Thread writer = new Thread(() -> {
            double[] codes = new double[4];
            for (long i = 0; i < total; i++) {
                codes[0] = i;
                codes[1] = i;
                codes[2] = i;
                codes[3] = i;
                ring.publish(codes, i);
            }
        });
        writer.start();
        long seen = 0;
        long torn = 0;
        while (cursor.index() < total - 1) {
            if (cursor.advance()) {
                seen++;
                double[] codes = cursor.codes();
                if (codes[0] != cursor.index() || codes[3] != codes[0] || cursor.nanos() != cursor.index()) {
                    torn++;
                }
            }
        }
        writer.join();
        assertThat(torn).isZero();
        assertThat(seen + cursor.lost()).isEqualTo(total);
    }

    @Test
    void refusesARingWithoutChannels() {
        assertThatThrownBy(() -> new SampleRing(0, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
    }
}
