package org.stillpoint.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Noise;
import org.stillpoint.signal.Unit;

class EmgBandTest {

    private static Channel muscle(double frontHighHz) {
        Noise noise = new Noise(0.02, 0.5, Double.NaN, frontHighHz);
        return new Channel("emg", "trapezius", Modality.EMG, Unit.MICROVOLT, 1, 0, Double.NaN, Double.NaN, noise);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1000 | 600 | WIDE   | 20-500 Hz",
                "1000 | 480 | WIDE   | 20-480 Hz, device-limited",
                "250  | 125 | WIDE   | 20-100 Hz, device-limited",
                "1000 | 600 | NARROW | 100-200 Hz",
                "500  | 250 | NARROW | 100-200 Hz",
                "250  | 125 | NARROW | 20-100 Hz, device-limited",
            })
    void theBandIsInTheName(double rateHz, double frontHighHz, MuscleBand choice, String words) {
        assertThat(EmgBand.of(muscle(frontHighHz), rateHz, choice).words()).isEqualTo(words);
    }

    @Test
    void theNarrowBandLeavesOutWhatLiesUnderIt() {
        PipelineSettings narrow = PipelineSettings.USUAL.with(MuscleBand.NARROW);
        assertThat(level(narrow, 140)).isEqualTo(50 / Math.sqrt(2), within(4.0));
        assertThat(level(narrow, 60)).isLessThan(5);
        assertThat(level(PipelineSettings.USUAL, 60)).isGreaterThan(30);
    }

    /** RMS of a tone of 50 µV after five seconds; beside the mains' notch. */
    private static double level(PipelineSettings settings, double hz) {
        Pipeline pipeline = new Pipeline(List.of(new Pipeline.Line(muscle(600), 1000)), settings);
        for (int n = 0; n < 5000; n++) {
            pipeline.step(0, 50 * Math.sin(2 * Math.PI * hz * n / 1000), n / 1000.0);
        }
        return pipeline.level(0);
    }

    @Test
    void noLevelOfRestIsHeldAgainstSensorUnits() {
        Channel envelope = Signals.plain(Modality.EMG);
        assertThat(new Ground(envelope, 1000, 0.25, 12, false, null).restLevelMicrovolts())
                .isNaN();
    }

    @Test
    void theLevelOfRestIsNeverUnderThreeNoiseFloors() {
        assertThat(new Ground(muscle(500), 1000, 0.25, 0.9, false, null).restLevelMicrovolts())
                .isEqualTo(1.5);
        assertThat(new Ground(muscle(500), 1000, 0.25, 9, false, null).restLevelMicrovolts())
                .isEqualTo(9);
    }

    @Test
    void aShareOfAReferenceIsALevel() {
        assertThat(PipelineSettings.USUAL.withRest(5, 120).restMicrovolts()).isEqualTo(6, within(1e-9));
        assertThatThrownBy(() -> PipelineSettings.USUAL.withRest(0, 120))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.0 %");
    }
}
