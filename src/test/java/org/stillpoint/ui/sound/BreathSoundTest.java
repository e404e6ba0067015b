package org.stillpoint.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stillpoint.training.FeedbackCell;

class BreathSoundTest {

    @Test
    void withoutALoudspeakerItRestsAndSaysWhy() {
        BreathSound sound = new BreathSound(new FeedbackCell(0, 0, 0), () -> SoundOut.none("no loudspeaker"));
        assertThat(sound.work()).isZero();
        assertThat(sound.silence()).isEqualTo("no loudspeaker");
    }

    @Test
    void lineWithRoomIsFedABlock() {
        int[] taken = new int[1];
        SoundOut out = new SoundOut() {
            @Override
            public int room() {
                return 1000;
            }

            @Override
            public void write(float[] samples, int count) {
                taken[0] += count;
            }

            @Override
            public double waitSeconds() {
                return 0.06;
            }

            @Override
            public String silence() {
                return "";
            }

            @Override
            public void close() {}
        };
        BreathSound sound = new BreathSound(new FeedbackCell(0, 0, 0), () -> out);
        assertThat(sound.work()).isEqualTo(480);
        assertThat(taken[0]).isEqualTo(480);
        assertThat(sound.latencyMillis()).isCloseTo(60 + 10 + 20, org.assertj.core.api.Assertions.within(1e-9));
    }
}
