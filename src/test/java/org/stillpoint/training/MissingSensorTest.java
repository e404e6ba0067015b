package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.signal.Marker;
import org.stillpoint.signal.Modality;

/** One protocol of each family of exercises: without any sensor, with the wrong ones, and with the right ones coming off. */
class MissingSensorTest {

    /** What is known without looking at the body: what was led, asked or answered. */
    private static final String LED = "guided_s|efforts|serial_sevens_.*|trained_rate_per_min|pacer_eased|stress_start"
            + "|hrv_course_step|release_.*not_judged|resonance_block_\\d+";

    private static final Set<Modality> ALL = EnumSet.of(Modality.ECG, Modality.RESP, Modality.EMG);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evening",
                "paced-5-min",
                "body-scan-5-min",
                "emg-relaxation",
                "pmr-short",
                "emg-recovery",
                "flexion-relaxation",
                "warm-hands",
                "slower-breath",
                "resonance-short",
                "hrv-training",
                "breathing-skills",
                "guarding",
                "stress-profile",
                "transfer"
            })
    void withoutAnySensorItLeadsToItsEndRewardsNothingAndFindsNoNumberOfTheBody(String protocol) {
        Set<String> notes = new HashSet<>();
        boolean[] rewarded = new boolean[1];
        WornSession session = new WornSession(protocol, Set.of()).run(feedback -> {
            notes.add(feedback.note());
            rewarded[0] |= feedback.rewarded() || !Double.isNaN(feedback.thresholdMicrovolts());
        });
        assertThat(session.state()).isEqualTo(Feedback.State.FINISHED);
        assertThat(session.seconds()).isLessThanOrEqualTo(session.protocol.seconds() + 1);
        assertThat(rewarded[0]).isFalse();
        assertThat(session.findings())
                .filteredOn(finding -> !finding.key().matches(LED))
                .allSatisfy(finding ->
                        assertThat(finding.value()).as(finding.toString()).isNaN());
        boolean needs = !SensorNeeds.none(session.protocol);
        assertThat(session.markers("degraded").isEmpty()).isEqualTo(!needs);
        assertThat(notes.stream().anyMatch(note -> note.contains("runs without a")))
                .isEqualTo(needs);
    }

    @ParameterizedTest
    @CsvSource({
        "emg-relaxation, ECG",
        "pmr-short, RESP",
        "guarding, ECG",
        "transfer, RESP",
        "hrv-training, EMG",
        "resonance-short, EMG",
        "breathing-skills, EMG",
        "warm-hands, ECG"
    })
    void withTheWrongSensorItLeadsAndSaysWhichIsMissing(String protocol, Modality worn) {
        WornSession session = new WornSession(protocol, Set.of(worn))
                .run(feedback -> assertThat(feedback.rewarded()).isFalse());
        assertThat(session.state()).isEqualTo(Feedback.State.FINISHED);
        assertThat(session.markers("degraded")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "emg-relaxation, muscle sensor",
        "pmr-short, muscle sensor",
        "emg-recovery, muscle sensor",
        "flexion-relaxation, muscle sensor",
        "slower-breath, breathing belt",
        "resonance-short, heart sensor",
        "hrv-training, heart sensor",
        "breathing-skills, breathing belt",
        "guarding, muscle sensor",
        "transfer, muscle sensor",
        "stress-profile, 'sensor of heart, breath, muscle or skin'"
    })
    void aSensorThatComesOffInTheMiddleIsSaidAndWrittenDownUntilItIsBack(String protocol, String sensor) {
        double from = 150;
        double to = 210;
        Set<String> away = new HashSet<>();
        Set<String> after = new HashSet<>();
        WornSession session = new WornSession(protocol, ALL).off(from, to);
        session.run(feedback -> {
            double t = session.seconds();
            if (t > from + 1 && t < to) {
                assertThat(feedback.rewarded()).isFalse();
            }
            if (t > from + SensorWatch.AWAY_SECONDS + 2 && t < to) {
                away.add(feedback.note());
            } else if (t > to + 10) {
                after.add(feedback.note());
            }
        });
        assertThat(session.state()).isEqualTo(Feedback.State.FINISHED);
        assertThat(away).hasSize(1).allSatisfy(note -> assertThat(note).contains("goes on without its " + sensor));
        assertThat(after).noneSatisfy(note -> assertThat(note).contains("goes on without its"));
        assertThat(session.markers("sensor-away")).extracting(Marker::label).contains(idOf(session) + ": " + sensor);
        assertThat(session.markers("sensor-away").get(0).tSeconds()).isCloseTo(from, within(1.5));
        assertThat(session.markers("sensor-back").get(0).tSeconds()).isCloseTo(to, within(3.0));
    }

    private static String idOf(WornSession session) {
        return session.protocol.exercises().get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evening", "body-scan-5-min"})
    void whatNeedsNoSensorDoesNotMissTheOneThatComesOff(String protocol) {
        WornSession session = new WornSession(protocol, ALL).off(60, 120).run(feedback -> {});
        assertThat(session.markers("sensor-away")).isEmpty();
        assertThat(session.state()).isEqualTo(Feedback.State.FINISHED);
    }
}
