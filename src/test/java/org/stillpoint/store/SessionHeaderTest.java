package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.stillpoint.training.PhaseKind;

class SessionHeaderTest {

    /** As stored by version 0.1: recordings outlive the names in the code. */
    private static final String STORED = """
            {"startedAtMillis":1764000000000,"zoneOffsetSeconds":3600,"startNanos":5,"protocol":{"id":"p","name":"P",
            "exercises":["emg-relaxation"],"display":"tension","pacerRatePerMinute":6.0,"inhaleShare":0.45,
            "rationale":"r","phases":[{"title":"One","kind":"FEEDBACK","seconds":30.0,"text":"t"}]},
            "devices":[{"profile":"made-up","name":"Made-up","rateHz":250.0,"isolation":"BATTERY","channels":[
            {"id":"emg","name":"EMG","modality":"EMG","unit":"MICROVOLT","scale":0.1,"offset":0.0,"lowestCode":"NaN",
            "highestCode":"NaN","noise":{"step":"NaN","floor":1.5,"bandLowHz":20.0,"bandHighHz":115.0}}]}],
            "feedbackColumns":["t_s"],"aLaterField":1}""";

    @Test
    void headersOfTheFirstVersionCanBeRead() throws StoreException {
        SessionHeader header = SessionHeader.of(STORED.getBytes(StandardCharsets.UTF_8));
        assertThat(header.startedAt()).hasToString("2025-11-24T17:00+01:00");
        assertThat(header.protocol().phases().get(0).kind()).isEqualTo(PhaseKind.FEEDBACK);
        assertThat(header.devices().get(0).channels().get(0).value(10)).isEqualTo(1.0);
        assertThat(header.devices().get(0).channels().get(0).lowestCode()).isNaN();
        assertThat(header.devices().get(0).channels().get(0).noise().floor()).isEqualTo(1.5);
    }

    @Test
    void whatIsWrittenIsReadBack() throws StoreException {
        SessionHeader header = SessionHeader.of(STORED.getBytes(StandardCharsets.UTF_8));
        assertThat(SessionHeader.of(header.bytes())).isEqualTo(header);
    }
}
