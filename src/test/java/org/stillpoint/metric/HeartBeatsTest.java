package org.stillpoint.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.signal.Modality;

/** Beats on their way through the pipeline. */
class HeartBeatsTest {

    private static final double RATE = 250;

    /** Times of the beats that were called late, of an ECG whose beats 40 and 60 are small and go down. */
    private static List<Double> late() {
        Pipeline pipeline =
                new Pipeline(List.of(new Pipeline.Line(Signals.plain(Modality.ECG), RATE)), PipelineSettings.USUAL);
        List<Double> late = new ArrayList<>();
        for (int n = 0; n < 70 * RATE; n++) {
            double t = n / RATE;
            double from40 = t - Signals.beatSeconds(40);
            double from60 = t - Signals.beatSeconds(60);
            double from = Math.abs(from40) < Math.abs(from60) ? from40 : from60;
            double value = Math.abs(from) > 0.4 ? Signals.ecg(t) : -400 * Math.exp(-from * from / 0.0004);
            pipeline.step(0, value, t);
            if (pipeline.event() == Event.BEAT && pipeline.eventLate()) {
                assertThat(t - pipeline.eventSeconds()).isGreaterThan(0.25);
                late.add(pipeline.eventSeconds());
            } else if (pipeline.event() == Event.BEAT) {
                assertThat(t - pipeline.eventSeconds()).isLessThanOrEqualTo(0.25);
            }
        }
        return late;
    }

    @Test
    void beatThatOnlyTheAbsenceOfTheNextBetraysIsMarkedLate() {
        assertThat(late()).hasSize(2);
    }
}
