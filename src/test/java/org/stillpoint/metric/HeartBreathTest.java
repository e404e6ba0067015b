package org.stillpoint.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.signal.Modality;

/** Heart and breath through the whole pipeline, their distance known. */
class HeartBreathTest {

    /** Heart rate in /min at a time. */
    private interface Heart {
        double at(double t);
    }

    private static Pipeline run(double beltHz, double seconds, double perMinute, Heart heart, boolean paced) {
        Pipeline pipeline = new Pipeline(
                List.of(
                        new Pipeline.Line(Signals.plain(Modality.IBI), 1),
                        new Pipeline.Line(Signals.plain(Modality.RESP), beltHz)),
                PipelineSettings.USUAL);
        double beats = 0;
        double last = 0;
        long belt = 0;
        for (int n = 0; n < seconds * 1000; n++) {
            double t = n / 1000.0;
            beats += heart.at(t) / 60000;
            if (beats >= 1) {
                beats -= 1;
                pipeline.step(0, (t - last) * 1000, t);
                last = t;
            }
            if (belt / beltHz <= t) {
                double at = belt++ / beltHz;
                pipeline.step(1, 50 + 20 * Math.cos(2 * Math.PI * perMinute / 60 * at), at);
                pipeline.pacer(paced, perMinute, at * perMinute / 60 % 1);
                pipeline.advance(at);
            }
        }
        return pipeline;
    }

    private static Meter meter(Pipeline pipeline, String id) {
        for (int i = 0; i < pipeline.metrics().size(); i++) {
            if (pipeline.metrics().get(i).id().equals(id)) {
                return pipeline.meter(i);
            }
        }
        throw new AssertionError("no measure " + id);
    }

    @ParameterizedTest
    @CsvSource({"25, 6", "50, 6", "100, 6", "250, 6", "1000, 6", "50, 4.5", "50, 12"})
    void phaseIsRightWithinFourDegrees(double beltHz, double perMinute) {
        for (double degrees = -150; degrees <= 150; degrees += 100) {
            double ahead = Math.toRadians(degrees);
            Heart heart = t -> 72 + 5 * Math.cos(2 * Math.PI * perMinute / 60 * t + ahead);
            Meter phase = meter(run(beltHz, 100, perMinute, heart, true), "heart_breath_phase");
            assertThat(phase.value()).as("%s at %s", phase.reason(), degrees).isCloseTo(degrees, within(4.0));
        }
    }

    @Test
    void heartThatFollowsEveryBreathIsCoherent() {
        Heart heart = t -> 72 + 5 * Math.cos(2 * Math.PI * 0.1 * t - 0.7) + 2 * Math.sin(2 * Math.PI * 0.03 * t);
        Meter coherence = meter(run(50, 150, 6, heart, true), "heart_breath_coherence");
        assertThat(coherence.value()).as(coherence.reason().words()).isBetween(0.98, 1.0);
    }

    @Test
    void heartWhoseWaveWandersAgainstTheBreathIsNot() {
        // its phase turns once round in 100 s
        Heart heart = t -> 72 + 5 * Math.cos(2 * Math.PI * 0.11 * t);
        Meter coherence = meter(run(50, 150, 6, heart, true), "heart_breath_coherence");
        assertThat(coherence.value()).as(coherence.reason().words()).isBetween(0.0, 0.3);
    }

    @Test
    void withoutAPacerThereIsNoCoherence() {
        Meter coherence = meter(run(50, 150, 6, t -> 72, false), "heart_breath_coherence");
        assertThat(coherence.reason()).isEqualTo(Absence.NOT_PACED);
    }

    @Test
    void withoutABeltThereIsNoCoherence() {
        Pipeline pipeline =
                new Pipeline(List.of(new Pipeline.Line(Signals.plain(Modality.IBI), 1)), PipelineSettings.USUAL);
        assertThat(meter(pipeline, "heart_breath_coherence").reason()).isEqualTo(Absence.NO_SENSOR);
    }
}
