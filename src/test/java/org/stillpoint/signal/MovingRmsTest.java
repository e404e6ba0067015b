package org.stillpoint.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MovingRmsTest {

    @Test
    void equalsTheSumOverEachWindow() {
        MovingRms rms = new MovingRms(7);
        double[] x = new double[100];
        for (int n = 0; n < x.length; n++) {
            x[n] = (n * 37 % 19) - 9;
            double got = rms.step(x[n]);
            if (n < 6) {
                assertThat(got).isNaN();
                continue;
            }
            double sum = 0;
            for (int i = n - 6; i <= n; i++) {
                sum += x[i] * x[i];
            }
            assertThat(got).isCloseTo(Math.sqrt(sum / 7), within(1e-12));
        }
    }

    @Test
    void quietAfterLoudIsExactlyQuiet() {
        MovingRms rms = new MovingRms(250);
        for (int n = 0; n < 1000; n++) {
            rms.step(1e12);
        }
        double last = Double.NaN;
        for (int n = 0; n < 250; n++) {
            last = rms.step(1e-3);
        }
        assertThat(last).isCloseTo(1e-3, within(1e-12));
    }

    @Test
    void brokenValueIsNotCounted() {
        MovingRms rms = new MovingRms(3);
        rms.step(1);
        rms.step(1);
        assertThat(rms.step(Double.NaN)).isNaN();
        assertThat(rms.step(1)).isEqualTo(1);
    }
}
