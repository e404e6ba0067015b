package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTest {

    @Test
    void aMarkersLabelTellsItWhole() {
        for (Finding finding : List.of(
                Finding.kept("resonance_per_min", 5.5, ""),
                Finding.kept("resonance_set", Double.NaN, "6.0"),
                Finding.of("resonance_reason", Double.NaN, "All rates were alike - nothing stood out."),
                Finding.of("pacer_eased", 2, "twice, 1 a minute"))) {
            assertThat(Finding.of(finding.label())).contains(finding);
        }
    }

    @Test
    void anotherLabelIsNone() {
        assertThat(Finding.of("resonance_per_min 5.5 a minute")).isEmpty();
        assertThat(Finding.of("kept key word")).isEmpty();
        assertThat(Finding.of("")).isEmpty();
    }
}
