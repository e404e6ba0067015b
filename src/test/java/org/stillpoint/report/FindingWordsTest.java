package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.care.SessionResult;
import org.stillpoint.training.Finding;

class FindingWordsTest {

    private static List<String> words(Finding... findings) {
        return FindingWords.of(new SessionResult(List.of(), List.of(), List.of(), List.of(findings), 0, false));
    }

    @Test
    void aFindingIsToldInWordsWithItsUnit() {
        assertThat(words(Finding.kept("own_breathing_rate_per_min", 14.0625, "")))
                .containsExactly("own breathing rate at rest 14.1 a minute");
    }

    @Test
    void aLargeNumberIsAPlainOne() {
        assertThat(words(Finding.kept("comfortable_effort_uV", 1013.4, "")))
                .containsExactly("comfortable effort 1013 µV");
    }

    @Test
    void aKeyWithoutWordsOfItsOwnIsToldByItsParts() {
        assertThat(words(Finding.kept("release_right_hand_s", 2.34, "")))
                .containsExactly("letting go, right hand 2.3 s");
    }

    @Test
    void whatIsForTheNextTaskAloneIsNotTold() {
        assertThat(words(Finding.kept("serial_sevens_start", 1013, ""))).isEmpty();
    }

    @Test
    void aTaskIsToldWithItsComingBack() {
        assertThat(words(
                        Finding.of("stress_1_heart_rate_reactivity_per_min", 12.34, "Serial sevens"),
                        Finding.of("stress_1_heart_rate_recovery_pct", 80, ""),
                        Finding.of("stress_1_heart_rate_half_s", 22, ""),
                        Finding.of("stress_1_rmssd_reactivity_ms", Double.NaN, "Not measured while the person talks."),
                        Finding.of("stress_1_strongest", Double.NaN, "heart rate")))
                .containsExactly("Serial sevens, against the baseline: heart rate +12.3 beats a minute, 80 % of it gone"
                        + " after the recovery, half after 22 s; RMSSD not measured while the person talks; strongest:"
                        + " heart rate");
    }

    @Test
    void anAssessmentThatStaysOpenIsToldWithItsReason() {
        assertThat(words(
                        Finding.of("resonance_status", Double.NaN, "inconclusive"),
                        Finding.of("resonance_reason", Double.NaN, "The rates differ too little.")))
                .containsExactly("resonance assessment, inconclusive. The rates differ too little.");
    }
}
