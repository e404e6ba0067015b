package org.stillpoint.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Noise;
import org.stillpoint.signal.Unit;

class ChannelWordsTest {

    private static String words(Modality modality, String name) {
        return ChannelWords.of(new Channel("a", name, modality, Unit.RAW, 1, 0, 0, 1, Noise.UNKNOWN));
    }

    @Test
    void siteFollowsWhatIsMeasured() {
        assertThat(words(Modality.EMG, "right trapezius")).isEqualTo("EMG · right trapezius");
    }

    @Test
    void nameThatOnlyRepeatsTheTitleGivesTheTechnicalWord() {
        assertThat(words(Modality.ECG, "Heart")).isEqualTo("ECG");
        assertThat(words(Modality.PPG, "Pulse")).isEqualTo("pulse wave");
    }

    @Test
    void placeOnTheDeviceStays() {
        assertThat(words(Modality.RESP, "Breath belt (A4)")).isEqualTo("belt · A4");
        assertThat(words(Modality.EMG, "Muscle 2")).isEqualTo("EMG · 2");
    }

    @Test
    void beltIsNamedOnce() {
        assertThat(words(Modality.RESP, "belt, abdomen")).isEqualTo("belt · abdomen");
    }
}
