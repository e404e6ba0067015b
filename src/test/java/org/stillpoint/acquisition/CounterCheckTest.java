package org.stillpoint.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillpoint.device.SampleSink;

class CounterCheckTest {

    private final StringBuilder seen = new StringBuilder();
    private final CounterCheck check = new CounterCheck(1, new SampleSink() {
        @Override
        public void sample(double[] codes) {
            seen.append((int) codes[0]).append(' ');
        }

        @Override
        public void lost(long samples) {
            seen.append('-').append(samples).append(' ');
        }
    });

    @BeforeEach
    void countsTo256() {
        check.modulus(256);
    }

    private void sample(int code) {
        check.sample(new double[] {code});
    }

    @Test
    void whatFollowsWithoutAJumpGoesThroughAtOnce() {
        sample(1);
        sample(2);
        assertThat(seen).hasToString("1 2 ");
    }

    @Test
    void aJumpIsBelievedWhenTheNextSampleAgrees() {
        sample(1);
        check.lost(5);
        sample(7);
        assertThat(seen).hasToString("1 ");
        sample(8);
        assertThat(seen).hasToString("1 -5 7 8 ");
    }

    @Test
    void aJumpThereAndBackIsADamagedCounter() {
        sample(1);
        check.lost(128);
        sample(2);
        check.lost(128);
        sample(3);
        check.lost(4);
        sample(8);
        sample(9);
        assertThat(seen).hasToString("1 2 3 -4 8 9 ");
    }

    @Test
    void twoLossesWithOneSampleBetweenAreBothBelieved() {
        check.lost(1);
        sample(2);
        check.lost(3);
        sample(6);
        check.settle();
        assertThat(seen).hasToString("-1 2 -3 6 ");
    }

    @Test
    void whatWaitsWhenTheLineBreaksIsGivenOut() {
        check.lost(2);
        sample(3);
        check.reset();
        sample(4);
        assertThat(seen).hasToString("-2 3 4 ");
    }

    @Test
    void withoutACounterEveryLossIsBelieved() {
        check.modulus(0);
        check.lost(128);
        sample(2);
        check.lost(128);
        sample(3);
        sample(4);
        assertThat(seen).hasToString("-128 2 -128 3 4 ");
    }
}
