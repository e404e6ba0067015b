package org.stillpoint.ui.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.stillpoint.signal.Modality;

class TraceFilterTest {

    @Test
    void muscleOfAKnownSineHasItsRms() {
        TraceFilter filter = new TraceFilter(Modality.EMG, 1000);
        for (int i = 0; i < 2000; i++) {
            filter.step(500 + 10 * Math.sin(2 * Math.PI * 100 * i / 1000.0));
        }
        assertThat(filter.rms()).isCloseTo(10 / Math.sqrt(2), within(0.1));
    }

    @Test
    void rmsIsAbsentAfterAGapUntilItsWindowIsFull() {
        TraceFilter filter = new TraceFilter(Modality.EMG, 1000);
        for (int i = 0; i < 500; i++) {
            filter.step(Math.sin(i));
        }
        assertThat(filter.step(Double.NaN)).isNaN();
        for (int i = 0; i < 249; i++) {
            filter.step(Math.sin(i));
        }
        assertThat(filter.rms()).isNaN();
        filter.step(0.3);
        assertThat(filter.rms()).isPositive();
    }

    @Test
    void skinIsShownAsItIs() {
        assertThat(new TraceFilter(Modality.EDA, 100).step(7.25)).isEqualTo(7.25);
    }
}
