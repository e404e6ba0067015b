package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeedbackCellTest {

    @Test
    void aReaderNeverSeesHalfOfTwoWrites() throws Exception {
        FeedbackCell cell = new FeedbackCell(3, 2, 4);
        Thread writer = new Thread(() -> {
            Feedback feedback = cell.blank();
            for (int i = 1; i <= 300_000; i++) {
                feedback.tSeconds = i;
                feedback.beats = i;
                feedback.meterValues[2] = i;
                feedback.lineQualities[1] = i;
                cell.write(feedback);
            }
        });
        writer.start();
        Feedback seen = cell.blank();
        long torn = 0;
        long last = 0;
        while (last < 300_000) {
            last = cell.read(seen);
            if (last > 0 && (seen.beats() != last || seen.meterValue(2) != last || seen.lineQuality(1) != last)) {
                torn++;
            }
        }
        writer.join();
        assertThat(torn).isZero();
    }
}
